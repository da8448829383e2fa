package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the log's rows: nothing is lost, so rows read = rows accepted + rows rejected, and episodes likewise.
 * Null = hidden, because the count is small.
 *
 * @param rowsRead rows of the log, without headers and blank lines
 * @param rowsAccepted rows of accepted episodes
 * @param rowsRejected rows of rejected episodes
 * @param episodesRead episodes of the log
 * @param episodesAccepted episodes in the figures
 * @param episodesRejected episodes with a bad row
 * @param rejectedRowsByReason reasons with the rows they reject, the most frequent first; those whose rows are hidden as one
 * @param treatmentEntries entries with a text
 * @param entriesWithoutStart entries that count from onset because their start is not known
 * @param entriesAfterEnd entries that began after the episode's end and are no part of it
 * @param entriesUnrecognised entries in whose text nothing was recognised
 * @param fingerprint identifies the accepted episodes, whatever their order and files; hexadecimal
 */
public record LogSummary(
        @Nullable Long rowsRead,
        @Nullable Long rowsAccepted,
        @Nullable Long rowsRejected,
        @Nullable Long episodesRead,
        @Nullable Long episodesAccepted,
        @Nullable Long episodesRejected,
        List<ReasonCount> rejectedRowsByReason,
        @Nullable Long treatmentEntries,
        @Nullable Long entriesWithoutStart,
        @Nullable Long entriesAfterEnd,
        @Nullable Long entriesUnrecognised,
        String fingerprint)
        implements Serializable {
    /** Nothing is said about the log. */
    public static final LogSummary NOT_SAID =
            new LogSummary(null, null, null, null, null, null, List.of(), null, null, null, null, "");

    public LogSummary {
        rejectedRowsByReason = List.copyOf(rejectedRowsByReason);
    }

    /**
     * How many rows a reason rejected.
     *
     * @param reason in words for people
     * @param rows null = hidden
     */
    public record ReasonCount(String reason, @Nullable Long rows) implements Serializable {}
}
