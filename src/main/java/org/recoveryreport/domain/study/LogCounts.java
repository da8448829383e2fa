package org.recoveryreport.domain.study;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;

/**
 * What became of the log's rows, every count of it.
 *
 * @param rowsAccepted rows of accepted episodes
 * @param rowsRejected rows of rejected episodes
 * @param episodesAccepted episodes in the figures
 * @param episodesRejected episodes with a bad row
 * @param rejectedRowsByReason by reason in words for people, the most frequent first
 * @param rowsBySource rows of each file
 * @param treatmentEntries entries with a text, those begun after the episode's end among them
 * @param entriesWithoutStart entries with a treatment that count from onset because their start is not known
 * @param entriesAfterEnd entries that began after the episode's end and are no part of it
 * @param entriesUnrecognised entries in whose text nothing was recognised
 * @param texts such texts with their entries, the most frequent first, without those of fewer than k
 * @param fingerprint identifies the accepted episodes
 */
public record LogCounts(
        long rowsAccepted,
        long rowsRejected,
        long episodesAccepted,
        long episodesRejected,
        Map<String, Long> rejectedRowsByReason,
        Map<String, Long> rowsBySource,
        long treatmentEntries,
        long entriesWithoutStart,
        long entriesAfterEnd,
        long entriesUnrecognised,
        List<UnrecognisedText> texts,
        String fingerprint) {
    public LogCounts {
        texts = List.copyOf(texts);
    }

    /**
     * What may be shown of them.
     *
     * @param summary the counts, null where hidden
     * @param texts the texts that may be listed
     * @param rowsBySource rows of those files whose rows may be shown
     * @param audit of these counts; null where everything may be shown
     * @param earlier those of an earlier report
     */
    public record Shown(
            LogSummary summary,
            List<UnrecognisedText> texts,
            Map<String, Long> rowsBySource,
            @Nullable Audit audit,
            List<EarlierCount> earlier) {}

    /** Decides what may be shown. */
    public Shown shown(int minCellCount) {
        return new LogTables(this, minCellCount).shown();
    }

    /**
     * Decides what may be shown to those who have the last report too. A count that has changed by fewer than k, or tells
     * another one that has, stays what it was there.
     */
    public Shown shown(int minCellCount, EarlierReport earlier) {
        return new LogTables(this, minCellCount).shownAfter(earlier.counts());
    }
}
