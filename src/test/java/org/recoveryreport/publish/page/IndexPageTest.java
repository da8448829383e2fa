package org.recoveryreport.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.publish.Headline;
import org.recoveryreport.publish.page.RunEntry.Status;

class IndexPageTest {
    private static final List<RunEntry> RUNS = List.of(
            run(7, Status.DONE, "2026-02-27T02:00:00Z", 4_790L, "20260227T020000Z-7/report/report.html"),
            run(9, Status.FAILED, "2026-03-01T02:00:00Z", null, null),
            run(8, Status.REFUSED, "2026-02-28T02:00:00Z", null, null),
            run(10, Status.DONE, "2026-03-01T08:30:00Z", 4_800L, "20260301T083000Z-10/report/report.html"));

    @TempDir
    Path folder;

    @Test
    void theNewestRunStandsFirst() throws IOException {
        assertThat(page(RUNS))
                .containsSubsequence(
                        "1 March 2026, 08:30", "1 March 2026, 02:00", "28 February 2026", "27 February 2026");
    }

    @Test
    void aFailedNightSaysHowToRestartIt() throws IOException {
        assertThat(page(RUNS))
                .contains("<strong>failed</strong> To go on where it ended, run in this folder:"
                        + " <code>recovery-report restart 9 --output .</code>")
                .contains("<strong>nothing published</strong> Too many rows were rejected")
                .doesNotContain("restart 10");
    }

    @Test
    void theOrderOfTheListDoesNotMatter() throws IOException {
        String page = page(RUNS);
        assertThat(page(List.of(RUNS.get(2), RUNS.get(0), RUNS.get(3), RUNS.get(1))))
                .isEqualTo(page);
    }

    @Test
    void namesAreEscaped() throws IOException {
        RunEntry hostile = new RunEntry(
                1,
                "<script>job",
                Status.DONE,
                Instant.EPOCH,
                Duration.ZERO,
                1L,
                0L,
                1L,
                "<script>input",
                null,
                "\" onclick=\"alert(1)");
        assertThat(page(List.of(hostile))).doesNotContain("<script>job", "<script>input", "\" onclick");
    }

    @Test
    void theHeadlineOfEveryReportStandsInTheTableAndInAPicture() throws IOException {
        assertThat(page(RUNS))
                .contains("10 <span class=\"ci\">(9 or more)</span>", "clinic-year.csv")
                .contains("<title id=\"runs-trend-title\">Median days of the acute cases");
        assertThat(page(RUNS.subList(0, 1))).doesNotContain("runs-trend");
    }

    @Test
    void aFolderWithoutRunsSaysSo() throws IOException {
        assertThat(page(List.of())).contains("There has been no run yet.");
    }

    private static RunEntry run(long id, Status status, String started, Long episodes, String report) {
        return new RunEntry(
                id,
                "recovery-report",
                status,
                Instant.parse(started),
                Duration.ofSeconds(75),
                episodes == null ? null : (Long) 10_274L,
                episodes == null ? null : (Long) 94L,
                episodes,
                episodes == null ? null : "clinic-year.csv",
                episodes == null ? null : new Headline(id, id - 1.0, null),
                report);
    }

    private String page(List<RunEntry> runs) throws IOException {
        Path file = folder.resolve("index.html");
        IndexPage.write(file, runs);
        return Files.readString(file);
    }
}
