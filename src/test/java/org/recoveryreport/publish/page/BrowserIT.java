package org.recoveryreport.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.recoveryreport.publish.SimulatedClinic;
import org.recoveryreport.publish.Studies;
import org.recoveryreport.publish.page.Browser.Reading;

/** The pages as a browser shows them. Pictures of them are left in {@code target/screenshots}. */
class BrowserIT {
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path clinic;

    @BeforeAll
    static void writePages() throws IOException {
        browser = Browser.start(Files.createDirectory(folder.resolve("downloads")));
        clinic = folder.resolve("clinic.html");
        HtmlReport.write(clinic, SimulatedClinic.year(), "1.2.3");
    }

    @AfterAll
    static void quit() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void readAtADesk() {
        browser.read(Reading.LIGHT);
        browser.locale("en-GB");
        browser.scripts(true);
    }

    @ParameterizedTest
    @EnumSource
    void everybodyCanReadIt(Reading reading) {
        browser.read(reading);
        browser.open(clinic);
        browser.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        browser.screenshot(SCREENSHOTS.resolve("report-" + reading + ".png"));
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(clinic.toUri().toString());
        assertThat((Long) browser.evaluate("return document.documentElement.scrollWidth - innerWidth"))
                .as("pixels that stand out of the page")
                .isNotPositive();
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "PHONE"})
    void everybodyCanReadTheListOfRuns(Reading reading) throws IOException {
        PagePreview.main(new String[] {folder.toString()});
        Path index = folder.resolve("index.html");
        browser.read(reading);
        browser.open(index);
        browser.screenshot(SCREENSHOTS.resolve("index-" + reading + ".png"));
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(index.toUri().toString());
    }

    @Test
    void nothingFromTheLogRuns() {
        Path hostile = folder.resolve("hostile.html");
        HtmlReport.write(hostile, Studies.hostile(), "1.2.3");
        browser.open(hostile);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(hostile.toUri().toString());
        assertThat(browser.texts("#comparison tbody th")).contains("<script>alert(1)</script>");
    }

    @Test
    void aPageThatAsksForSomethingIsCaught() throws IOException {
        Path asking = folder.resolve("asking.html");
        Files.writeString(
                asking,
                "<!DOCTYPE html><title>Asking</title><img src=\"https://example.org/seen.png\"><script>missing()</script>");
        browser.open(asking);
        assertThat(browser.requests()).contains("https://example.org/seen.png");
        assertThat(browser.complaints()).anyMatch(complaint -> complaint.contains("missing is not defined"));
        assertThat(browser.violations()).anyMatch(violation -> violation.startsWith("image-alt "));
    }
}
