package org.recoveryreport.domain.disclosure;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What values a reader has to hold possible for each count, as far as it was looked for: at least from the lowest to the
 * highest value seen in tables that agree with everything shown. The true table is the first of them. Hiding more counts adds
 * tables and takes none away, so what was found stays true.
 */
final class Ranges {
    private final CountSystem.Counts counts;
    private final int minCellCount;
    private final long[] lowest;
    private final long[] highest;
    private final BitSet told = new BitSet();

    Ranges(CountSystem system, int minCellCount) {
        // who keeps ranges need not keep all sums
        counts = system.counts();
        this.minCellCount = minCellCount;
        lowest = IntStream.range(0, system.size()).mapToLong(system::value).toArray();
        highest = lowest.clone();
    }

    /**
     * Those of counts to which others have been added, where every table found so far is part of one of the added counts too.
     *
     * @param known of the counts that were there before
     */
    Ranges(CountSystem system, Ranges known) {
        this(system, known.minCellCount);
        System.arraycopy(known.lowest, 0, lowest, 0, known.lowest.length);
        System.arraycopy(known.highest, 0, highest, 0, known.highest.length);
    }

    /** Notes a value of a count in a table that agrees with what is shown. */
    void note(int cell, long value) {
        note(cell, value, value);
    }

    /** Notes that a count may be as low as one value and as high as another. */
    void note(int cell, long low, long high) {
        lowest[cell] = Math.min(lowest[cell], low);
        highest[cell] = Math.max(highest[cell], high);
    }

    /** Notes which counts a reader knows for sure, with this much hidden. */
    void noteTold(BitSet cells) {
        told.clear();
        told.or(cells);
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

    /**
     * Whether a reader cannot tell that a count is small: it can be told and is not, or it is hidden well. A count in no table
     * is hidden well where it may be 0 or at least k.
     */
    boolean isSafe(int cell) {
        if (told.get(cell)) {
            return !isSmall(counts.value(cell));
        }
        return isWide(cell) || (!counts.isInTable(cell) && (lowest[cell] == 0 || highest[cell] >= minCellCount));
    }

    boolean isSmall(long count) {
        return count > 0 && count < minCellCount;
    }

    int minCellCount() {
        return minCellCount;
    }
}
