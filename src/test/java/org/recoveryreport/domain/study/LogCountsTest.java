package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.disclosure.Cell;

class LogCountsTest {
    private final Map<String, Long> reasons = new LinkedHashMap<>();
    private final Map<String, Long> sources = new LinkedHashMap<>();

    @Test
    void fewRejectedRowsAreNotTheReadLessTheAccepted() {
        LogSummary summary = log(7000, 3, 3500, 2, 300).summary();
        assertThat(summary.rowsAccepted()).isEqualTo(7000);
        assertThat(summary.rowsRejected()).isNull();
        assertThat(summary.rowsRead()).isNull();
        assertThat(summary.episodesAccepted()).isEqualTo(3500);
        assertThat(summary.episodesRejected()).isNull();
        assertThat(summary.episodesRead()).isNull();
    }

    @Test
    void aRareReasonHidesTheNextRarest() {
        reasons.put("first", 50L);
        reasons.put("second", 30L);
        reasons.put("third", 4L);
        assertThat(log(7000, 84, 3500, 60, 300).summary().rejectedRowsByReason())
                .containsExactly(
                        new LogSummary.ReasonCount("first", 50L), new LogSummary.ReasonCount("other reasons", null));
    }

    @Test
    void rareReasonsAreNotNamedForEachHasARow() {
        for (int i = 0; i < 11; i++) {
            reasons.put("reason " + i, 1L);
        }
        LogSummary summary = log(7000, 11, 3500, 11, 300).summary();
        assertThat(summary.rowsRejected()).isEqualTo(11);
        assertThat(summary.rejectedRowsByReason()).containsExactly(new LogSummary.ReasonCount("other reasons", null));
    }

    @Test
    void aSmallFileHidesAnother() {
        sources.put("a.csv", 6900L);
        sources.put("b.csv", 90L);
        sources.put("c.csv", 10L);
        assertThat(log(7000, 0, 3500, 0, 300).rowsBySource()).containsOnlyKeys("a.csv");
    }

    @Test
    void byHowFewRowsAFileHasGrownSinceTheLastReportIsNotTold() {
        Cell read = new Cell("log", "rows", "read");
        Map<Cell, EarlierCount> before = Map.of(read, new EarlierCount(read, 6980, LocalDate.of(2026, 3, 2)));
        sources.put("north.csv", 1003L);
        sources.put("south.csv", 5997L);
        assertThat(tables().shownAfter(before).summary().rowsRead()).isEqualTo(7000);
        assertThat(tables().shownAfter(before).rowsBySource())
                .as("the last report may have said 1000 and 5980")
                .isEmpty();
        assertThat(tables().shownAfter(Map.of()).rowsBySource()).isEqualTo(sources);
        sources.clear();
        sources.put("all.csv", 7000L);
        assertThat(tables().shownAfter(before).rowsBySource()).isEqualTo(sources);
    }

    private LogTables tables() {
        return new LogTables(new LogCounts(7000, 0, 3500, 0, reasons, sources, 6000, 300, 0, 0, List.of(), "f"), 11);
    }

    @Test
    void almostAllEntriesAreNotTold() {
        LogSummary summary = log(7000, 0, 3500, 0, 5995).summary();
        assertThat(summary.entriesWithoutStart()).isNull();
        assertThat(summary.treatmentEntries()).isEqualTo(6000);
    }

    @Test
    void theRareTextsAreNotTheUnrecognisedLessTheListed() {
        List<UnrecognisedText> texts = List.of(new UnrecognisedText("a", 50), new UnrecognisedText("b", 47));
        LogCounts counts = new LogCounts(7000, 0, 3500, 0, reasons, sources, 6000, 0, 0, 98, texts, "f");
        assertThat(counts.shown(11).texts()).containsExactly(new UnrecognisedText("a", 50));
        assertThat(counts.shown(0).texts()).hasSize(2);
    }

    @Test
    void withoutProtectionEverythingIsShownInItsOrder() {
        reasons.put("z", 2L);
        reasons.put("a", 1L);
        LogCounts counts = new LogCounts(10, 3, 5, 2, reasons, sources, 9, 1, 2, 3, List.of(), "f");
        assertThat(counts.shown(0).summary())
                .isEqualTo(new LogSummary(
                        13L,
                        10L,
                        3L,
                        7L,
                        5L,
                        2L,
                        List.of(new LogSummary.ReasonCount("z", 2L), new LogSummary.ReasonCount("a", 1L)),
                        9L,
                        1L,
                        2L,
                        3L,
                        "f"));
    }

    private LogCounts.Shown log(long rows, long rejectedRows, long episodes, long rejectedEpisodes, long withoutStart) {
        return new LogCounts(
                        rows,
                        rejectedRows,
                        episodes,
                        rejectedEpisodes,
                        reasons,
                        sources,
                        6000,
                        withoutStart,
                        0,
                        0,
                        List.of(),
                        "f")
                .shown(11);
    }
}
