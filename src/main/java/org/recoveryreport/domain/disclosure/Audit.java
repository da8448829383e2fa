package org.recoveryreport.domain.disclosure;

import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what shown counts say about hidden ones. A hidden count is safe where its range is at least k wide, which also
 * leaves it open whether it is small; one that can be worked out exactly is so only where it might as well be shown. A count
 * that is shown is 0 or at least k.
 *
 * @param cells number of counts looked at, shown or hidden
 * @param hidden how many of them cannot be worked out
 * @param narrowest all of these range at least this widely; null = there are none, or they have no limits
 * @param leaks where small counts stand, or can be told nearly enough; empty = the report may be published
 */
public record Audit(int cells, int hidden, @Nullable Long narrowest, List<Cell> leaks) implements Serializable {
    public Audit {
        leaks = List.copyOf(leaks);
    }

    /**
     * Audits counts.
     *
     * @param minCellCount k, at least 2
     * @throws IllegalArgumentException where the counts contradict each other
     */
    public static Audit of(CountSystem system, int minCellCount) {
        List<Range> ranges = ranges(system, minCellCount);
        int[] leaks = IntStream.range(0, system.size())
                .filter(i -> !isSafe(ranges.get(i), minCellCount))
                .toArray();
        long[] widths = IntStream.range(0, system.size())
                .mapToLong(i -> ranges.get(i).width())
                .filter(width -> width > 0)
                .toArray();
        long narrowest = LongStream.of(widths).min().orElse(Intervals.UNBOUNDED);
        return new Audit(
                system.size(),
                widths.length,
                narrowest >= Intervals.UNBOUNDED ? null : (Long) narrowest,
                IntStream.of(leaks).mapToObj(system::cell).toList());
    }

    /** The ranges of all counts. Where some are too narrow by a single sum already, these alone. */
    static List<Range> ranges(CountSystem system, int minCellCount) {
        Intervals bounds = Intervals.of(system);
        boolean leaks = IntStream.range(0, system.size()).anyMatch(i -> !isSafe(range(bounds, i), minCellCount));
        return leaks
                ? IntStream.range(0, system.size())
                        .mapToObj(i -> range(bounds, i))
                        .toList()
                : LinearPrograms.ranges(system, bounds, minCellCount);
    }

    private static Range range(Intervals bounds, int cell) {
        return new Range(bounds.lower(cell), bounds.upper(cell));
    }

    static boolean isSafe(Range range, int minCellCount) {
        return range.width() == 0 ? range.lower() == 0 || range.lower() >= minCellCount : range.width() >= minCellCount;
    }
}
