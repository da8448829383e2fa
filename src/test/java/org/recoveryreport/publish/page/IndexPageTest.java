package org.recoveryreport.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
                .contains("<strong>failed</strong> To resume it, run in this folder:"
                        + " <code>recovery-report restart 9 --output .</code>")
                .contains("<strong>nothing published</strong> Too many rows were rejected")
                .doesNotContain("restart 10");
    }

    /** A run that is killed cannot renew the page any more. */
    @Test
    void aNightThatBeganSaysFromItsStartWhatToDoShouldItEndUnseen() throws IOException {
        List<RunEntry> runs = List.of(RUNS.get(0), run(11, Status.RUNNING, "2026-03-02T02:00:00Z", null, null));
        assertThat(page(runs))
                .containsSubsequence(
                        "<p class=\"caution\"><strong>Started <time datetime=\"2026-03-02T02:00:00Z\">2 March 2026, 02:00</time>,"
                                + " no report yet.</strong> If it is no longer running, resume it; run in this folder:"
                                + " <code>recovery-report restart 11 --output .</code>",
                        "The newest report is of",
                        "<strong>no report yet</strong> If it is no longer running",
                        ">done<");
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
    void theNewestReportIsSetBesideTheOneBeforeIt() throws IOException {
        assertThat(page(RUNS))
                .contains("Compared with the report before: other episodes: about as many episodes, about as many"
                        + " recovered, half of all recovered by day 13 as before. <a href=");
    }

    @Test
    void theSameEpisodesAndSettingsChangeNothing() {
        Headline night = headline("a", 4_800, 4_300, 11);
        assertThat(Change.since(night, headline("a", 4_800, 4_300, 11)))
                .isEqualTo("the same episodes and settings, nothing changed");
        assertThat(Change.since(night, headline("a", 4_800, 4_300, 5)))
                .isEqualTo("the same episodes, other settings: half of all recovered by day 13 as before");
    }

    @ParameterizedTest
    @CsvSource({
        "  0,   0, as many episodes, as many recovered",
        " 10,   0, about as many episodes, about as many recovered",
        "-10, -10, about as many episodes, about as many recovered",
        " 11,   0, 11 more episodes, as many recovered",
        " 11,  11, 11 more episodes, 11 more recovered",
        "-12, -12, 12 fewer episodes, 12 fewer recovered",
        " 30,  25, 30 more episodes, about as many recovered",
        " 30,  19, 30 more episodes, 19 more recovered",
    })
    void aSmallNumberOfEpisodesBetweenTwoNightsIsNotSaid(
            long moreEpisodes, long moreRecovered, String episodes, String recovered) {
        assertThat(Change.since(
                        headline("a", 4_800, 4_300, 11), headline("b", 4_800 + moreEpisodes, 4_300 + moreRecovered, 0)))
                .startsWith("other episodes, other settings: " + episodes + ", " + recovered + ", ");
    }

    @Test
    void whereEveryCountMayBeShownEveryDifferenceIs() {
        assertThat(Change.since(headline("a", 78, 70, 0), headline("b", 79, 71, 0)))
                .startsWith("other episodes: 1 more episode, 1 more recovered, ");
    }

    @Test
    void aFailedLastRunStandsAboveEverything() throws IOException {
        List<RunEntry> runs = List.of(RUNS.get(0), RUNS.get(1));
        assertThat(page(runs))
                .containsSubsequence(
                        "<strong>The last run: failed.</strong>",
                        "<code>recovery-report restart 9 --output .</code>",
                        "The newest report is of",
                        "<table>");
        assertThat(page(RUNS)).doesNotContain("The last run:");
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
                episodes == null ? null : headline("night " + id, episodes, episodes - 500, 11),
                report);
    }

    private static Headline headline(String fingerprint, long episodes, long recovered, int minCellCount) {
        return new Headline(
                "1.0",
                new TreeMap<>(Map.of("minCellCount", String.valueOf(minCellCount))),
                fingerprint,
                new Headline.Figures(episodes, recovered, 13.0, 12.0, 14.0),
                new Headline.Figures(episodes / 2, null, 10.0, 9.0, null));
    }

    private String page(List<RunEntry> runs) throws IOException {
        Path file = folder.resolve("index.html");
        IndexPage.write(file, runs);
        return Files.readString(file);
    }
}
