package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/**
 * How small and how large counts can be, all sums taken together: each end is the solution of a linear program. Only what is
 * hidden and not fixed by a single sum is unknown, and unknown counts that share no sum are looked at apart. What takes one
 * count to its end is a table of all of them, and widens the ranges of others as well.
 */
final class LinearPrograms {
    /** Solutions are whole numbers but for rounding. */
    private static final double ROUNDING = 1e-6;

    /** Where nothing limits a count, this does: programs without limits have no solution. */
    private static final long MOST = 1_000_000_000;

    /** Of the table of a program, a row for each sum and a column for each unknown count: 480 MB. */
    private static final long MOST_PLACES = 60_000_000;

    /** So many unknown counts vary where all of them are too many. */
    private static final int MOST_NEARBY = 1_000;

    private static final int MOST_OF_A_SUM = 20;

    private final CountSystem system;
    private final Intervals bounds;
    private final Ranges ranges;

    LinearPrograms(CountSystem system, Intervals bounds, Ranges ranges) {
        this.system = system;
        this.bounds = bounds;
        this.ranges = ranges;
    }

    /**
     * Widens the ranges of counts that do not seem safe so far.
     *
     * @param told gets the counts that turn out to have a single value
     * @param most how many leaks to look for
     * @return some of the counts that are not safe, by position; none = all are
     */
    int[] leaks(BitSet told, int most) {
        if (IntStream.range(0, system.size()).allMatch(i -> bounds.isFixed(i) || ranges.isSafe(i))) {
            return new int[0];
        }
        BitSet leaks = new BitSet();
        BitSet seen = new BitSet();
        for (int i = 0; i < system.size() && leaks.cardinality() < most; i++) {
            if (!bounds.isFixed(i) && !seen.get(i)) {
                int[] cells = connected(i, seen);
                int[] narrow = Arrays.stream(cells)
                        .filter(cell -> !ranges.isSafe(cell))
                        .toArray();
                if (narrow.length > 0 && (long) cells.length * sumsOf(cells).length > MOST_PLACES) {
                    findLeaksNearby(narrow, leaks, most);
                } else if (narrow.length > 0) {
                    new Component(cells).findLeaks(narrow, told, leaks, most);
                }
            }
        }
        return leaks.stream().toArray();
    }

    /** Where there are too many counts only those around a narrow one vary, which finds some tables, if not all. */
    private void findLeaksNearby(int[] narrow, BitSet leaks, int most) {
        for (int cell : narrow) {
            if (!ranges.isSafe(cell)) {
                new Component(nearby(cell)).widen(cell);
            }
            if (!ranges.isSafe(cell)) {
                leaks.set(cell);
                if (leaks.cardinality() >= most) {
                    return;
                }
            }
        }
    }

    /** The sums in which some counts are. */
    private int[] sumsOf(int[] cells) {
        return Arrays.stream(cells)
                .flatMap(cell -> Arrays.stream(system.sums().sumsOf(cell)))
                .sorted()
                .distinct()
                .toArray();
    }

    /** The unknown counts that share sums with one, directly or by way of others. */
    private int[] connected(int first, BitSet seen) {
        return spread(first, seen, system.size(), system.size());
    }

    /** Some of these, the nearest; of every sum the largest counts, which have the most to give. */
    private int[] nearby(int first) {
        return spread(first, new BitSet(), MOST_NEARBY, MOST_OF_A_SUM);
    }

    private int[] spread(int first, BitSet seen, int most, int mostOfASum) {
        List<Integer> cells = new ArrayList<>(List.of(first));
        BitSet seenSums = new BitSet();
        seen.set(first);
        for (int next = 0; next < cells.size() && cells.size() < most; next++) {
            for (int sum : system.sums().sumsOf(cells.get(next))) {
                if (seenSums.get(sum)) {
                    continue;
                }
                seenSums.set(sum);
                int[] unknown = Arrays.stream(system.sums().membersOf(sum))
                        .filter(member -> !bounds.isFixed(member))
                        .toArray();
                IntStream members = Arrays.stream(unknown);
                if (unknown.length > mostOfASum) {
                    members = members.boxed()
                            .sorted(Comparator.comparing(system::value, Comparator.reverseOrder()))
                            .limit(mostOfASum)
                            .mapToInt(member -> member);
                }
                members.filter(member -> !seen.get(member)).forEach(member -> {
                    seen.set(member);
                    cells.add(member);
                });
            }
        }
        return cells.stream().mapToInt(i -> i).toArray();
    }

    /** Unknown counts that share sums. */
    private final class Component {
        private final int[] cells;
        private Simplex simplex;

        Component(int[] unknown) {
            cells = unknown.clone();
            Arrays.sort(cells);
            simplex = start();
        }

        private Simplex start() {
            return new Simplex(differences(bounds::lower), differences(this::upper), sums());
        }

        private long upper(int cell) {
            return Math.min(bounds.upper(cell), MOST);
        }

        private double[] differences(IntToLongFunction bound) {
            return Arrays.stream(cells)
                    .mapToDouble(cell -> (double) bound.applyAsLong(cell) - system.value(cell))
                    .toArray();
        }

        /** Of all counts of this component. */
        private List<int[]> sums() {
            return Arrays.stream(sumsOf(cells)).mapToObj(this::unknown).toList();
        }

        private int[] unknown(int sum) {
            int[] members = system.sums().membersOf(sum);
            int whole = Math.max(position(members[0]), Simplex.UNCHANGED);
            return IntStream.concat(
                            IntStream.of(whole),
                            Arrays.stream(members).skip(1).map(this::position).filter(position -> position >= 0))
                    .toArray();
        }

        /** Negative = it does not change. */
        private int position(int cell) {
            return Arrays.binarySearch(cells, cell);
        }

        /** Asks about one narrow count after the other. */
        void findLeaks(int[] narrow, BitSet told, BitSet leaks, int most) {
            for (int cell : narrow) {
                boolean isWholeRange = widen(cell);
                if (isWholeRange && ranges.width(cell) == 0) {
                    told.set(cell);
                }
                if (!ranges.isSafe(cell) && !(told.get(cell) && !ranges.isSmall(system.value(cell)))) {
                    leaks.set(cell);
                    if (leaks.cardinality() >= most) {
                        return;
                    }
                }
            }
        }

        /**
         * Takes a count as far as it needs to be safe, and notes what that makes of all others.
         *
         * @return whether it is safe or goes no farther; false = that is not known
         */
        boolean widen(int cell) {
            boolean up = shift(cell, 1);
            boolean down = shift(cell, -1);
            return up && down;
        }

        private boolean shift(int cell, int direction) {
            if (ranges.isSafe(cell)) {
                return true;
            }
            long wanted = direction > 0
                    ? ranges.lowest(cell) + ranges.minCellCount()
                    : ranges.highest(cell) - ranges.minCellCount();
            boolean ended = simplex.shift(position(cell), direction, (double) wanted - system.value(cell));
            if (!simplex.isTrue()) {
                // too much was lost by rounding: nothing is learnt, and the next question starts anew
                simplex = start();
                return false;
            }
            for (int i = 0; i < cells.length; i++) {
                double value = system.value(cells[i]) + simplex.value(i);
                ranges.note(cells[i], (long) Math.ceil(value - ROUNDING), (long) Math.floor(value + ROUNDING));
            }
            return ended;
        }
    }
}
