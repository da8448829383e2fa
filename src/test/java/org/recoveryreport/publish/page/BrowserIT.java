package org.recoveryreport.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.publish.SimulatedClinic;
import org.recoveryreport.publish.Studies;
import org.recoveryreport.publish.page.Browser.Reading;

/** The pages as a browser shows them. Pictures of them are left in {@code target/screenshots}. */
class BrowserIT {
    private static final String HEADLINE = "[aria-labelledby='landmark-14-caption']";
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path clinic;

    @BeforeAll
    static void writePages() throws IOException {
        browser = Browser.start(Files.createDirectory(folder.resolve("downloads")));
        clinic = folder.resolve("clinic.html");
        HtmlReport.write(
                clinic,
                SimulatedClinic.year(),
                "1.2.3",
                CatalogueReader.builtIn().treatments());
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
        if (reading != Reading.PAPER) {
            assertThat(browser.violations()).isEmpty();
        }
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(clinic.toUri().toString());
        assertThat(pixelsOutOfThePage()).isNotPositive();
        assertThat(captionsBeyondTheirTables(reading == Reading.PAPER ? 0 : 15))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    /** With room for a scroll bar, which takes none of the emulated widths. */
    private static Object captionsBeyondTheirTables(int scrollBar) {
        return browser.evaluate("const right = part => part.getBoundingClientRect().right;"
                + "return [...document.querySelectorAll('.scroll caption')]"
                + ".filter(caption => right(caption) > right(caption.closest('.scroll')) - (innerWidth < 1000 ? "
                + scrollBar + " : 0))"
                + ".map(caption => caption.textContent)");
    }

    @Test
    void onAPhoneRowsKeepTheirLinesUnderTheColumnThatStays() {
        browser.read(Reading.PHONE);
        browser.open(clinic);
        // borders that cells share stay behind when one of them does not move
        assertThat(browser.evaluate("return getComputedStyle(document.querySelector('.comparison')).borderCollapse"))
                .isEqualTo("separate");
    }

    private static long pixelsOutOfThePage() {
        return (Long) browser.evaluate("return document.documentElement.scrollWidth - innerWidth");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIGHT", "DARK", "PHONE"})
    void everybodyCanReadTheListOfRuns(Reading reading) throws IOException {
        PagePreview.main(new String[] {folder.toString()});
        Path index = folder.resolve("index.html");
        browser.read(reading);
        browser.open(index);
        browser.screenshot(SCREENSHOTS.resolve("index-" + reading + ".png"));
        assertThat(pixelsOutOfThePage()).isNotPositive();
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(index.toUri().toString());
    }

    @Test
    void whatIsHiddenIsExplainedAtThePointer() {
        Path small = folder.resolve("protected.html");
        HtmlReport.write(
                small, Studies.small(), "1.2.3", CatalogueReader.builtIn().treatments());
        browser.open(small);
        browser.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        browser.screenshot(SCREENSHOTS.resolve("report-protected.png"));
        assertThat(browser.violations()).isEmpty();
        browser.hover(browser.first("#practice td .covered"));
        assertThat(browser.texts(".tip div"))
                .containsExactly("Not shown: a number from 1 to 10, or one that would give such a number away.");
    }

    @Test
    void nothingFromTheLogRuns() {
        Path hostile = folder.resolve("hostile.html");
        HtmlReport.write(
                hostile, Studies.hostile(), "1.2.3", CatalogueReader.builtIn().treatments());
        browser.open(hostile);
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(hostile.toUri().toString());
        assertThat(browser.texts("#comparison tbody th")).contains("<script>alert(1)</script>");
    }

    @Test
    void rowsAreSortedByAColumnThenTheOtherWayThenAsTheyWere() {
        browser.open(clinic);
        List<String> before = browser.texts(HEADLINE + " tbody th");
        String headers = HEADLINE + " thead th";
        click(headers, "Median, days");
        List<Double> medians = medians();
        assertThat(medians).hasSizeGreaterThan(10).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(browser.first(headers + "[aria-sort]").getText()).contains("Median");
        click(headers, "Median, days");
        assertThat(medians()).isSorted().containsExactlyInAnyOrderElementsOf(medians);
        click(headers, "Median, days");
        assertThat(browser.all(headers + "[aria-sort]")).isEmpty();
        assertThat(browser.texts(HEADLINE + " tbody th")).isEqualTo(before);
    }

    @Test
    void monthsAreSortedFromTheLastToTheFirst() {
        browser.open(clinic);
        browser.evaluate("document.querySelectorAll('#trend details').forEach(part => part.open = true)");
        List<String> months = new ArrayList<>(browser.texts("#trend tbody th time"));
        click("#trend thead th", "Month");
        assertThat(browser.texts("#trend tbody th time")).isEqualTo(months);
        click("#trend thead th", "Month");
        Collections.reverse(months);
        assertThat(browser.texts("#trend tbody th time")).isEqualTo(months);
    }

    @Test
    void rowsAreFilteredByTheWordsOfTheirName() {
        browser.open(clinic);
        browser.first("#comparison input[type=search]").sendKeys("nsaid -cold");
        List<String> names = browser.texts(HEADLINE + " tbody th");
        assertThat(names).hasSizeGreaterThan(2).allMatch(name -> name.contains("nsaid") && !name.contains("cold"));
        assertThat(browser.first("#comparison output").getText()).startsWith(names.size() + " of ");
    }

    @Test
    void combinationsAreChosenToBeCompared() {
        browser.open(clinic);
        String drawn = ".compare svg path.line";
        assertThat(browser.all(drawn)).hasSize(3);
        List<WebElement> choices = browser.all(".choices input");
        for (int i = 3; i < 6; i++) {
            choices.get(i).click();
        }
        assertThat(browser.all(drawn)).hasSize(6);
        assertThat(browser.texts(".compare svg .label")).contains(choices.get(5).getDomAttribute("value"));
        assertThat(choices.get(6).isEnabled()).as("a seventh").isFalse();
        choices.get(0).click();
        assertThat(browser.all(drawn)).hasSize(5);
        assertThat(choices.get(6).isEnabled()).isTrue();
        assertThat(browser.texts(".compare svg text")).contains("309", "At risk");
        browser.evaluate("document.querySelectorAll('.compare details').forEach(part => part.open = true)");
        String figures = ".compare tbody ";
        assertThat(browser.texts(figures + "th"))
                .containsExactlyElementsOf(choices.subList(1, 6).stream()
                        .map(choice -> choice.getDomAttribute("value"))
                        .toList());
        assertThat(browser.texts(figures + "tr:first-child td"))
                .element(1, InstanceOfAssertFactories.STRING)
                .matches("\\d+% to \\d+%\\(\\d+% to \\d+%\\), \\d+ at risk");
        assertThat(browser.violations()).isEmpty();
    }

    @Test
    void thePointerFindsNumberAndInterval() {
        browser.open(clinic);
        browser.hover(browser.first(".compare svg"));
        assertThat(browser.texts(".tip div"))
                .hasSize(4)
                .first(InstanceOfAssertFactories.STRING)
                .matches("Day \\d+, still ill");
        assertThat(browser.texts(".tip div"))
                .element(1, InstanceOfAssertFactories.STRING)
                .matches("none: (\\d+% to )?\\d+% \\(\\d+% to \\d+%\\), \\d+ at risk");
        browser.hover(browser.first("#treatments tbody td.picture svg"));
        assertThat(browser.texts(".tip div"))
                .element(2, InstanceOfAssertFactories.STRING)
                .matches("Hazard ratio: [0-9.]+ \\([0-9.]+ to [0-9.]+\\)");
        browser.hover(browser.first("#practice svg .estimate"));
        assertThat(browser.texts(".tip div"))
                .containsExactly(
                        "Cold is first used within 48 hours of onset.",
                        "kept in 83% (72% to 91%)",
                        "150 of 180 that can be told");
        browser.hover(browser.first("#trend svg .hit"));
        assertThat(browser.texts(".tip div"))
                .element(2, InstanceOfAssertFactories.STRING)
                .matches("median [0-9.]+ days \\([0-9.]+ to [0-9.]+\\)");
        browser.hover(browser.first(".panels figure svg"));
        assertThat(browser.texts(".tip div"))
                .element(1, InstanceOfAssertFactories.STRING)
                .startsWith("none: ");
    }

    @Test
    void picturesAreSavedWithWhatTheyAreAbout() throws Exception {
        browser.open(clinic);
        browser.first("[aria-label^='Save as SVG: nsaid']").click();
        Path svg = saved("nsaid-309-episodes.svg");
        assertThat(svg)
                .content()
                .contains(">Share still ill from day 14, with 95% interval: nsaid 309", "Association, not effect.")
                .doesNotContain("var(--");
        DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(svg.toFile());
        browser.first("[aria-label^='Save as SVG: Share still ill, from day 14']")
                .click();
        assertThat(saved("of-the-combinations-chosen-the-b.svg"))
                .content()
                .as("names drawn over what lies around them, not under it")
                .containsPattern("<text[^>]* paint-order=\"stroke\"[^>]*>nsaid</text>");
        browser.first("[aria-label^='Save as PNG: Hazard ratio']").click();
        BufferedImage png = ImageIO.read(saved("hazard-ratio-of-recovery.png").toFile());
        assertThat(png.getWidth()).isEqualTo(3 * 660);
        assertThat(Arrays.stream(png.getRGB(0, 0, png.getWidth(), png.getHeight(), null, 0, png.getWidth()))
                        .distinct()
                        .count())
                .as("colours")
                .isGreaterThan(10);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyPictureIsSavedAndHasATextInItsPlace() throws Exception {
        PagePreview.main(new String[] {folder.toString()});
        for (Path page : List.of(clinic, folder.resolve("index.html"))) {
            browser.open(page);
            assertThat(browser.all("svg[role=img]")).isNotEmpty().allSatisfy(picture -> assertThat(
                            (List<?>) browser.evaluate("""
                            const figure = arguments[0].closest('figure');
                            return [...figure.querySelectorAll('.save button')].map(button => button.textContent)
                              .concat([...figure.querySelectorAll('title, desc')].map(text => text.textContent.length > 20));
                            """, picture))
                    .isEqualTo(List.of("Save as SVG", "Save as PNG", true, true)));
        }
        browser.first("[aria-label^='Save as SVG: Median days of the acute cases']")
                .click();
        assertThat(saved("newest-l.svg")).content().contains("Median days of the acute cases");
        browser.first("[aria-label^='Save as PNG: Median days of the acute cases']")
                .click();
        assertThat(ImageIO.read(saved("newest-l.png").toFile()).getWidth()).isEqualTo(3 * 720);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void everyFigureSaysOnDemandWhatItIs() {
        browser.open(clinic);
        String shown = ".meaning:popover-open";
        assertThat(browser.all(shown)).isEmpty();
        WebElement median = browser.first(HEADLINE + " th [popovertarget='what-median']");
        median.click();
        assertThat(browser.first(shown).getText()).contains("The day by which half have recovered.", "Kaplan-Meier");
        assertThat(distance(median, browser.first(shown)))
                .as("pixels from its button")
                .isLessThan(40);
        assertThat(browser.all(HEADLINE + " th[aria-sort]")).as("sorted").isEmpty();
        assertThat(browser.violations()).isEmpty();
        median.sendKeys(Keys.ESCAPE);
        assertThat(browser.all(shown)).isEmpty();
        browser.first(".verdict [popovertarget='what-still-ill-after']").sendKeys(Keys.ENTER);
        assertThat(browser.first(shown).getText()).contains("lasted longer than 84 days");
        browser.first("[popovertarget='what-combinations-picture']").sendKeys(Keys.SPACE);
        assertThat(browser.texts(shown))
                .singleElement(InstanceOfAssertFactories.STRING)
                .contains("Each line is a group");
    }

    @Test
    void whatAFigureIsNeedsNoScript() {
        browser.scripts(false);
        browser.open(clinic);
        browser.first(HEADLINE + " th [popovertarget='what-median']").click();
        assertThat(browser.first("#what-median").isDisplayed()).isTrue();
        browser.read(Reading.PAPER);
        assertThat(browser.first("#what-median").isDisplayed()).as("on paper").isFalse();
        assertThat(browser.all(".what")).isNotEmpty().noneMatch(WebElement::isDisplayed);
        assertThat((Boolean) browser.evaluate("return document.querySelector('#reference dl').offsetHeight > 100"))
                .as("the glossary on paper")
                .isTrue();
    }

    /** Between two elements, one above the other. */
    private static double distance(WebElement one, WebElement other) {
        return ((Number) browser.evaluate("""
                        const [one, other] = [...arguments].map(element => element.getBoundingClientRect());
                        return Math.max(one.top - other.bottom, other.top - one.bottom);
                        """, one, other)).doubleValue();
    }

    @Test
    void everyRowOfALongTableIsReached() {
        Path large = folder.resolve("pages.html");
        HtmlReport.write(
                large,
                HtmlReportTest.ofThousandsOfCombinations(),
                "1.2.3",
                CatalogueReader.builtIn().treatments());
        browser.open(large);
        String names = HEADLINE + " tbody th";
        assertThat(browser.texts("#comparison .pager output")).containsExactly("1 to 100 of 2,000");
        assertThat(browser.all("#comparison .left-out")).isEmpty();
        Set<String> seen = new HashSet<>(browser.texts(names));
        for (int page = 2; page <= 20; page++) {
            pageButton("Next").click();
            browser.waitFor(
                    "#comparison .pager output",
                    String.format(Locale.ROOT, "%,d to %,d of 2,000", 100 * page - 99, 100 * page));
            seen.addAll(browser.texts(names));
        }
        assertThat(seen).hasSize(2_000);
        assertThat(pageButton("Next").isEnabled()).isFalse();
        browser.first("#comparison input[type=search]").sendKeys("1999");
        assertThat(browser.texts(names)).containsExactly("muscle-relaxant + nsaid + physical-therapy + 1999");
        assertThat(browser.first(HEADLINE + " tbody td.picture svg").isDisplayed())
                .isTrue();
        assertThat(browser.texts("#comparison .filter output")).containsExactly("1 of 2,000");
        assertThat(browser.complaints()).isEmpty();
        assertThat(browser.requests()).containsExactly(large.toUri().toString());
    }

    private static WebElement pageButton(String text) {
        return browser.all("#comparison .pager button").stream()
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void smallTablesGoWithoutAFilter() {
        browser.open(clinic);
        browser.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        assertThat((Boolean) browser.evaluate("""
                        return [...document.querySelectorAll('table.sortable')].every(table =>
                          (table.tBodies[0].rows.length > 12)
                            === (table.parentElement.previousElementSibling?.className === 'filter'));
                        """)).isTrue();
    }

    /** Waits for a file that is being saved. */
    private static Path saved(String ending) throws IOException, InterruptedException {
        for (int tries = 0; tries < 100; tries++) {
            try (Stream<Path> files = Files.list(folder.resolve("downloads"))) {
                Optional<Path> file =
                        files.filter(found -> found.toString().endsWith(ending)).findFirst();
                if (file.isPresent() && Files.size(file.get()) > 0) {
                    return file.get();
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("nothing was saved as " + ending);
    }

    @Test
    void numbersAndDatesAreWrittenAsTheReaderDoes() {
        browser.locale("de-DE");
        browser.open(clinic);
        assertThat(browser.first(".verdict").getText()).contains("4.800 back-spasm episodes");
        assertThat(browser.texts(HEADLINE + " tbody td:nth-child(8)"))
                .element(1, InstanceOfAssertFactories.STRING)
                .matches("\\d+,\\d");
        browser.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
        assertThat(browser.texts("#trend tbody time"))
                .first(InstanceOfAssertFactories.STRING)
                .matches("Jan\\.? 2025");
        assertThat(browser.texts("#trend svg [data-time]"))
                .first(InstanceOfAssertFactories.STRING)
                .matches("Jan\\.? 25");
        assertThat(browser.texts("#words + details dd"))
                .filteredOn(text -> text.contains("doi:"))
                .isNotEmpty()
                .allMatch(text -> text.matches("(?s).*doi:10\\.\\d{4}/.*"));
        assertThat(browser.texts("#reference td.sentence"))
                .anyMatch(text -> text.startsWith("Rows rejected, with their whole episodes: 94 of 10.274;"));
        click(HEADLINE + " thead th", "Interval");
        assertThat(browser.texts(HEADLINE + " tbody td:nth-child(8)"))
                .filteredOn(text -> text.matches("\\d.*"))
                .extracting(text -> Double.parseDouble(text.replace(',', '.')))
                .isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void withoutScriptsALongTableSaysWhereTheRestIs() {
        Path large = folder.resolve("rest.html");
        HtmlReport.write(
                large,
                HtmlReportTest.ofThousandsOfCombinations(),
                "1.2.3",
                CatalogueReader.builtIn().treatments());
        browser.scripts(false);
        browser.open(large);
        assertThat(browser.all(HEADLINE + " tbody tr")).hasSize(100);
        assertThat(browser.first("#comparison .left-out").getText())
                .isEqualTo("1,900 smaller groups are in landmark-by-combination.csv.");
    }

    @Test
    void withoutScriptsNothingIsMissingButTheirControls() {
        browser.scripts(false);
        browser.open(clinic);
        browser.screenshot(SCREENSHOTS.resolve("report-without-scripts.png"));
        assertThat(browser.first(".verdict").getText()).contains("4,800 back-spasm episodes");
        assertThat(browser.all(".panels svg")).hasSize(6);
        assertThat(browser.first(".compare").isDisplayed()).isFalse();
        assertThat(browser.all(".save, .filter output, .pager, .sort")).isEmpty();
    }

    private static void click(String selector, String text) {
        browser.all(selector).stream()
                .filter(element -> element.getText().startsWith(text))
                .findFirst()
                .orElseThrow()
                .findElement(By.tagName("button"))
                .click();
    }

    private static List<Double> medians() {
        return browser.texts(HEADLINE + " tbody td:nth-child(5)").stream()
                .filter(text -> text.matches("\\d.*"))
                .map(text -> Double.valueOf(text.split(" ", 2)[0]))
                .toList();
    }

    /** The fastest of several tries counts, for the machine may have other things to do. */
    @Test
    void aReportOfThousandsOfCombinationsStaysFluid() {
        Path large = folder.resolve("large.html");
        HtmlReport.write(
                large,
                HtmlReportTest.ofThousandsOfCombinations(),
                "1.2.3",
                CatalogueReader.builtIn().treatments());
        double paint = Double.MAX_VALUE;
        double firstSorting = Double.MAX_VALUE;
        double firstFiltering = Double.MAX_VALUE;
        String sort = "document.querySelector(\"[aria-labelledby='landmark-14-caption'] th.n button\").click()";
        String filter = """
                const field = document.querySelector('#comparison input[type=search]');
                field.value = field.value === '' ? '17' : '';
                field.dispatchEvent(new Event('input'));
                """;
        for (int tries = 0; tries < 5; tries++) {
            browser.open(large);
            firstFiltering = Math.min(firstFiltering, millisecondsUntilRowsChange(filter));
            browser.open(large);
            paint = Math.min(paint, ((Number) browser.await("""
                    const done = arguments[0];
                    new PerformanceObserver(list => done(list.getEntriesByName('first-contentful-paint')[0].startTime))
                      .observe({ type: 'paint', buffered: true });
                    """)).doubleValue());
            firstSorting = Math.min(firstSorting, millisecondsUntilRowsChange(sort));
        }
        browser.first("#comparison input[type=search]").sendKeys("1999");
        browser.waitFor("#comparison .filter output", "1 of 2,000");
        browser.first("#comparison input[type=search]").sendKeys("\b\b\b\b");
        browser.waitFor("#comparison .pager output", "1 to 100 of 2,000");
        double sorting = milliseconds(sort);
        double filtering = milliseconds(filter);
        double choosing = milliseconds("document.querySelectorAll('.choices input')[3].click()");
        System.out.printf(
                "2,000 combinations: %d bytes, first paint %.0f ms, sorting %.0f ms and then %.0f ms, filtering %.0f ms and"
                        + " then %.0f ms, choosing %.0f ms%n",
                large.toFile().length(), paint, firstSorting, sorting, firstFiltering, filtering, choosing);
        assertThat(paint).as("first paint, ms").isLessThan(1_000);
        assertThat(List.of(firstSorting, sorting, firstFiltering, filtering, choosing))
                .as("ms")
                .allMatch(time -> time < 100);
    }

    /** How long an action takes until the headline's table has other rows, with their layout. */
    private static double millisecondsUntilRowsChange(String action) {
        return ((Number) browser.await("""
                const done = arguments[arguments.length - 1];
                const start = performance.now();
                new MutationObserver(() => {
                  document.body.getBoundingClientRect();
                  done(performance.now() - start);
                }).observe(document.querySelector("[aria-labelledby='landmark-14-caption'] tbody"), { childList: true });
                { %s }
                """.formatted(action))).doubleValue();
    }

    /** The shortest time of an action with the layout it brings about. */
    private static double milliseconds(String action) {
        return ((Number) browser.evaluate("""
                let shortest = Infinity;
                for (let tries = 0; tries < 6; tries++) {
                  const start = performance.now();
                  { %s }
                  document.body.getBoundingClientRect();
                  shortest = Math.min(shortest, performance.now() - start);
                }
                return shortest;
                """.formatted(action))).doubleValue();
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
