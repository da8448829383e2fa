package org.recoveryreport.domain.disclosure;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what shown counts say about hidden ones. A hidden count is safe where its range is at least k wide, which also
 * leaves it open whether it is small; one that can be worked out exactly is so only where it might as well be shown. A count
 * that is shown is 0 or at least k.
 *
 * <p>That a range is wide is shown by tables that agree with everything shown and differ in that count by k or more; where
 * none is found the count is taken for a leak.
 *
 * @param cells number of counts looked at, shown or hidden
 * @param hidden how many of them cannot be worked out
 * @param narrowest all of these range at least this widely; null = there are none, or some leak
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
     */
    public static Audit of(CountSystem system, int minCellCount) {
        Ranges ranges = new Ranges(system, minCellCount);
        int[] leaks = leaks(ranges, system);
        int[] unknown =
                IntStream.range(0, system.size()).filter(i -> !ranges.isTold(i)).toArray();
        return new Audit(
                system.size(),
                unknown.length,
                unknown.length == 0 || unknown.length == system.size() || leaks.length > 0
                        ? null
                        : (Long) IntStream.of(unknown)
                                .mapToLong(ranges::width)
                                .min()
                                .orElseThrow(),
                IntStream.of(leaks).mapToObj(system::cell).toList());
    }

    /** Both audits together, of counts that have nothing to do with each other. */
    public Audit plus(Audit other) {
        List<Cell> all = new ArrayList<>(leaks);
        all.addAll(other.leaks);
        return new Audit(cells + other.cells, hidden + other.hidden, narrower(narrowest, other.narrowest), all);
    }

    private static @Nullable Long narrower(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : (Long) Math.min(one, other);
    }

    /**
     * The counts that are small and can be told, or nearly enough, by position. Where single sums tell some already, these alone.
     *
     * @param ranges gets what is found out on the way
     */
    static int[] leaks(Ranges ranges, CountSystem system) {
        if (IntStream.range(0, system.size()).allMatch(system::isHidden)) {
            ranges.noteTold(new BitSet());
            return new int[0];
        }
        Intervals bounds = Intervals.of(system);
        BitSet told = new BitSet();
        IntStream.range(0, system.size()).filter(bounds::isFixed).forEach(told::set);
        ranges.noteTold(told);
        BitSet narrow = new BitSet();
        IntStream.range(0, system.size())
                .filter(i -> bounds.width(i) < ranges.minCellCount())
                .forEach(narrow::set);
        ranges.noteNarrow(narrow);
        int[] obvious = narrow.stream().filter(i -> !ranges.isSafe(i)).toArray();
        if (obvious.length > 0) {
            return obvious;
        }
        new Exchanges(system, bounds, ranges).widen();
        new LinearPrograms(system, bounds, ranges).widen(told);
        ranges.noteTold(told);
        narrow.clear();
        IntStream.range(0, system.size()).filter(i -> !ranges.isWide(i)).forEach(narrow::set);
        ranges.noteNarrow(narrow);
        return IntStream.range(0, system.size()).filter(i -> !ranges.isSafe(i)).toArray();
    }
}
