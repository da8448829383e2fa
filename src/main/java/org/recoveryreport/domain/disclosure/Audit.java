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
 * that stands in no table is safe where it may be 0 or at least k. A count that is shown is 0 or at least k.
 *
 * <p>That a range is wide is shown by tables that agree with everything shown and differ in that count by k or more; where
 * none is found the count is taken for a leak.
 *
 * @param cells number of counts looked at: shown, hidden, and those that stand in no table
 * @param hidden how many have a place in a table but are not shown and cannot be worked out
 * @param narrowest all of these range at least this widely; null = there are none, or some leak
 * @param leaks where small counts stand, or can be told nearly enough; empty = the report may be published
 */
public record Audit(int cells, int hidden, @Nullable Long narrowest, List<Cell> leaks) implements Serializable {
    /** To look for more leaks than these takes long and changes nothing. */
    private static final int MOST_NAMED = 100;

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
        return of(ranges, system, leaks(ranges, system, MOST_NAMED));
    }

    /**
     * Audits counts, first some of them by themselves: in the order in which it is decided, so that what was found to be safe
     * then is found to be so again.
     *
     * @param first the first counts of the system
     * @param system these, and then others which tell nothing of the first: every table of these is part of one of all
     * @param minCellCount k, at least 2
     */
    public static Audit of(CountSystem first, CountSystem system, int minCellCount) {
        Ranges ranges = new Ranges(system, minCellCount);
        int[] leaks = leaks(ranges, first, MOST_NAMED);
        return of(ranges, system, leaks.length > 0 ? leaks : leaks(ranges, system, MOST_NAMED));
    }

    private static Audit of(Ranges ranges, CountSystem system, int[] leaks) {
        int[] unknown = IntStream.range(0, system.size())
                .filter(i -> system.isInTable(i) && !ranges.isTold(i))
                .toArray();
        return new Audit(
                system.size(),
                unknown.length,
                unknown.length == 0 || isNextToNothing(system) || leaks.length > 0
                        ? null
                        : (Long) IntStream.of(unknown)
                                .mapToLong(ranges::width)
                                .min()
                                .orElseThrow(),
                IntStream.of(leaks).mapToObj(system::cell).toList());
    }

    /**
     * Where counts can be told nearly enough with others beside them.
     *
     * @param system those that were decided over, and then the others, which tell nothing of the first: every table of these is
     *     part of one of all
     * @return empty = nowhere
     */
    public static List<Cell> leaksBeside(Decided decided, CountSystem system) {
        int[] leaks = leaks(new Ranges(system, decided.ranges()), system, MOST_NAMED);
        return IntStream.of(leaks).mapToObj(system::cell).toList();
    }

    /**
     * Audits counts by single sums, and by what several tell exactly, which finds less and takes no time.
     *
     * @param before the same counts as a reader knows them without the report; what he can tell of them then as nearly is no
     *     fault of the report, and would not change if nothing were published
     * @param minCellCount k, at least 2
     * @return where counts can be told nearly enough; empty = nowhere
     */
    public static List<Cell> bySums(CountSystem system, CountSystem before, int minCellCount) {
        int[] leaks = leaksBySums(new Ranges(system, minCellCount), system);
        if (leaks.length == 0) {
            return List.of();
        }
        Intervals now = Intervals.of(system);
        Intervals then = Intervals.of(before);
        BitSet toldNow = Elimination.told(system, now);
        toldNow.andNot(Elimination.told(before, then));
        return IntStream.of(leaks)
                .filter(i -> now.lower(i) > then.lower(i) || now.upper(i) < then.upper(i) || toldNow.get(i))
                .mapToObj(system::cell)
                .toList();
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
     * The counts that are small and can be told, or nearly enough, by position.
     *
     * @param most how many to look for where single sums tell none
     */
    static int[] leaks(Ranges ranges, CountSystem system, int most) {
        if (isNextToNothing(system)) {
            ranges.noteTold(new BitSet());
            return new int[0];
        }
        Intervals bounds = Intervals.of(system);
        int[] obvious = obviousLeaks(ranges, system, bounds);
        return obvious.length > 0 ? obvious : hiddenLeaks(ranges, system, bounds, most);
    }

    /**
     * Those that single sums tell.
     *
     * @param ranges gets what is found out on the way
     */
    static int[] obviousLeaks(Ranges ranges, CountSystem system, Intervals bounds) {
        BitSet told = new BitSet();
        IntStream.range(0, system.size()).filter(bounds::isFixed).forEach(told::set);
        ranges.noteTold(told);
        return IntStream.range(0, system.size())
                .filter(i -> !ranges.isSafe(i) && cannotBeSafe(i, system, bounds, ranges))
                .toArray();
    }

    /**
     * Those that single sums tell, or else those that several tell exactly.
     *
     * @param ranges gets what is found out on the way
     */
    static int[] leaksBySums(Ranges ranges, CountSystem system) {
        Intervals bounds = Intervals.of(system);
        int[] obvious = obviousLeaks(ranges, system, bounds);
        if (obvious.length > 0) {
            return obvious;
        }
        BitSet told = Elimination.told(system, bounds);
        IntStream.range(0, system.size()).filter(bounds::isFixed).forEach(told::set);
        ranges.noteTold(told);
        return told.stream().filter(i -> ranges.isSmall(system.value(i))).toArray();
    }

    /**
     * Some of those that all sums together tell; none = there are none.
     *
     * @param ranges gets what is found out on the way
     * @param most how many to look for
     */
    static int[] hiddenLeaks(Ranges ranges, CountSystem system, Intervals bounds, int most) {
        new Exchanges(system, bounds, ranges).widen();
        BitSet told = new BitSet();
        IntStream.range(0, system.size()).filter(bounds::isFixed).forEach(told::set);
        int[] leaks = new LinearPrograms(system, bounds, ranges).leaks(told, most);
        ranges.noteTold(told);
        return leaks;
    }

    /**
     * Those that exchanges leave narrow, which all sums together may tell or not.
     *
     * @param ranges gets what is found out on the way
     */
    static int[] narrow(Ranges ranges, CountSystem system, Intervals bounds) {
        new Exchanges(system, bounds, ranges).widen();
        return IntStream.range(0, system.size())
                .filter(i -> !bounds.isFixed(i) && !ranges.isSafe(i))
                .toArray();
    }

    private static boolean cannotBeSafe(int cell, CountSystem system, Intervals bounds, Ranges ranges) {
        return system.isInTable(cell)
                ? bounds.width(cell) < ranges.minCellCount()
                : ranges.isSmall(bounds.lower(cell)) && ranges.isSmall(bounds.upper(cell));
    }

    /** From a single count nothing else can be worked out but what is the same. */
    private static boolean isNextToNothing(CountSystem system) {
        return IntStream.range(0, system.size())
                        .filter(i -> !system.isHidden(i))
                        .limit(2)
                        .count()
                < 2;
    }
}
