package org.recoveryreport.domain.disclosure;

import java.util.Arrays;
import java.util.BitSet;
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
    private final Neighbours neighbours;

    LinearPrograms(CountSystem system, Intervals bounds, Ranges ranges) {
        this.system = system;
        this.bounds = bounds;
        this.ranges = ranges;
        neighbours = new Neighbours(system, bounds);
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
        neighbours.forEach(cells -> {
            int[] narrow = leaks.cardinality() < most
                    ? Arrays.stream(cells).filter(cell -> !ranges.isSafe(cell)).toArray()
                    : new int[0];
            if (narrow.length == 0) {
                return;
            }
            if ((long) cells.length * neighbours.sumsOf(cells).length > MOST_PLACES) {
                findLeaksNearby(narrow, leaks, most);
            } else {
                new Component(cells).findLeaks(narrow, told, leaks, most);
            }
        });
        return leaks.stream().toArray();
    }

    /** Where there are too many counts only those around a narrow one vary, which finds some tables, if not all. */
    private void findLeaksNearby(int[] narrow, BitSet leaks, int most) {
        for (int cell : narrow) {
            if (!ranges.isSafe(cell)) {
                new Component(neighbours.nearest(cell, MOST_NEARBY, MOST_OF_A_SUM)).widen(cell);
            }
            if (!ranges.isSafe(cell)) {
                leaks.set(cell);
                if (leaks.cardinality() >= most) {
                    return;
                }
            }
        }
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
            return Arrays.stream(neighbours.sumsOf(cells))
                    .mapToObj(this::unknown)
                    .toList();
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
