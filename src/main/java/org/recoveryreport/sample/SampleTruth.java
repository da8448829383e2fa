package org.recoveryreport.sample;

import java.util.SortedMap;

/**
 * What is true of a written sample log. Counts of recoveries, entries and treatments are of the good episodes, which are
 * those a reader must accept.
 *
 * @param settings with which it was made
 * @param rowsWritten rows without the header
 * @param rowsAccepted rows of good episodes
 * @param recovered good episodes that recovered
 * @param censored good episodes still ill when last seen
 * @param entries treatment cells that are not blank
 * @param entriesWithoutStart of them, those without a start
 * @param entriesAfterEnd of them, those begun after the episode's end
 * @param phrases texts in these cells by kind; a cell may hold several
 * @param episodesByTag good episodes in which a treatment was used
 * @param badRows episodes with a bad row, by what is wrong with it
 */
public record SampleTruth(
        SampleSettings settings,
        long rowsWritten,
        long rowsAccepted,
        long recovered,
        long censored,
        long entries,
        long entriesWithoutStart,
        long entriesAfterEnd,
        SortedMap<Phrase.Kind, Long> phrases,
        SortedMap<String, Long> episodesByTag,
        SortedMap<BadRow, Long> badRows) {

    /** Episodes a reader must reject. */
    public long episodesRejected() {
        return badRows.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Episodes a reader must accept. */
    public long episodesAccepted() {
        return recovered + censored;
    }

    /** Rows a reader must reject. */
    public long rowsRejected() {
        return rowsWritten - rowsAccepted;
    }
}
