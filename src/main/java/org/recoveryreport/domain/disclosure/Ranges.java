package org.recoveryreport.domain.disclosure;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What values a reader has to hold possible for each count, as far as it was looked for: at least from the lowest to the
 * highest value seen in tables that agree with everything shown. The true table is the first of them. Hiding more counts adds
 * tables and takes none away, so what was found stays true.
 */
final class Ranges {
    private final CountSystem system;
    private final int minCellCount;
    private final long[] lowest;
    private final long[] highest;
    private final BitSet told = new BitSet();
    private final BitSet narrow = new BitSet();

    Ranges(CountSystem system, int minCellCount) {
        this.system = system;
        this.minCellCount = minCellCount;
        lowest = IntStream.range(0, system.size()).mapToLong(system::value).toArray();
        highest = lowest.clone();
    }

    /** Notes a value of a count in a table that agrees with what is shown. */
    void note(int cell, long value) {
        lowest[cell] = Math.min(lowest[cell], value);
        highest[cell] = Math.max(highest[cell], value);
    }

    /** Notes which counts a reader knows for sure, with this much hidden. */
    void noteTold(BitSet cells) {
        told.clear();
        told.or(cells);
    }

    /** Notes which counts may have too narrow a range, with this much hidden. */
    void noteNarrow(BitSet cells) {
        narrow.clear();
        narrow.or(cells);
    }

    boolean isNarrow(int cell) {
        return narrow.get(cell);
    }

    boolean isTold(int cell) {
        return told.get(cell);
    }

    long lowest(int cell) {
        return lowest[cell];
    }

    long highest(int cell) {
        return highest[cell];
    }

    long width(int cell) {
        return highest[cell] - lowest[cell];
    }

    /** Whether the range is wide enough to hide the count. */
    boolean isWide(int cell) {
        return width(cell) >= minCellCount;
    }

    /** Whether a reader cannot tell that a count is small: it is hidden well, or can be told and is not small. */
    boolean isSafe(int cell) {
        long value = system.value(cell);
        return told.get(cell) ? value == 0 || value >= minCellCount : isWide(cell);
    }

    int minCellCount() {
        return minCellCount;
    }
}
