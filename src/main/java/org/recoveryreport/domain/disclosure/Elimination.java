package org.recoveryreport.domain.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts that several sums together tell exactly, though none does by itself: sums are subtracted from each other (elimination
 * by Gauss and Jordan) until each is left with one count that is in no other. A sum that is left with nothing else tells it.
 *
 * <p>A long log has a hundred thousand sums that hang together, each of a few counts; nearly all of them stay that short where
 * the shortest are subtracted first, and of each the count that is in the fewest others.
 */
final class Elimination {
    /** What is left of whole factors after rounding is none. */
    private static final double NOTHING = 1e-6;

    private final Sums sums;
    private final Intervals bounds;
    /** Counts that hang together, by position. What follows tells of them in this order. */
    private final int[] cells;

    /** What is left of sums, by the count of each that is in no other. */
    private final @Nullable Left[] left;

    /** By count, those it is in or was in, by their own count. */
    private final int[][] leftWith;

    private final int[] lengths;
    /** By count, how many it is in. */
    private final int[] timesLeft;

    private final Row row;

    private Elimination(Sums sums, Intervals bounds, int[] cells) {
        this.sums = sums;
        this.bounds = bounds;
        this.cells = cells;
        left = new Left[cells.length];
        leftWith = new int[cells.length][0];
        lengths = new int[cells.length];
        timesLeft = new int[cells.length];
        row = new Row(cells.length);
    }

    /**
     * The counts that are told so.
     *
     * @param bounds those that are fixed by them are known, and not among what is returned
     */
    static BitSet told(CountSystem system, Intervals bounds) {
        BitSet told = new BitSet();
        int[] order = new int[system.size()];
        Neighbours neighbours = new Neighbours(system, bounds);
        neighbours.forEach(cells -> {
            for (int i = 0; i < cells.length; i++) {
                order[cells[i]] = i;
            }
            Elimination elimination = new Elimination(system.sums(), bounds, cells);
            elimination.subtractAll(neighbours.sumsOf(cells), order);
            elimination.addTold(told);
        });
        return told;
    }

    private void addTold(BitSet told) {
        for (int i = 0; i < cells.length; i++) {
            if (left[i] != null && left[i].size() == 1) {
                told.set(cells[i]);
            }
        }
    }

    /** The shortest sums first: they leave the others short. */
    private void subtractAll(int[] some, int[] order) {
        long[] byLength = new long[some.length];
        for (int i = 0; i < some.length; i++) {
            byLength[i] = (long) unknown(some[i]) << Integer.SIZE | some[i];
        }
        Arrays.sort(byLength);
        for (long sum : byLength) {
            take((int) sum, order);
            subtractFromOthers();
        }
    }

    private int unknown(int sum) {
        int unknown = 0;
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            unknown += bounds.isFixed(sums.member(i)) ? 0 : 1;
        }
        return unknown;
    }

    /** Fills the row with what is unknown of a sum. */
    private void take(int sum, int[] order) {
        row.clear();
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            if (!bounds.isFixed(sums.member(i))) {
                row.add(order[sums.member(i)], i == sums.begin(sum) ? -1 : 1);
            }
        }
    }

    /** Frees the row of counts that others are left with, and the others of one that the row is left with. */
    private void subtractFromOthers() {
        // what is subtracted has no count of its own but one, so it brings in none that has to be subtracted too
        for (int cell : row.toLeft().cells) {
            Left other = left[cell];
            if (other != null) {
                row.subtract(other, row.factor(cell));
            }
        }
        Left sum = row.toLeft();
        if (sum.size() == 0) {
            return;
        }
        int own = sum.cells[0];
        for (int cell : sum.cells) {
            own = timesLeft[cell] < timesLeft[own] ? cell : own;
        }
        sum.divide(sum.factor(own));
        for (int i = 0; i < lengths[own]; i++) {
            int with = leftWith[own][i];
            Left other = left[with];
            if (other != null && other.factor(own) != 0) {
                row.take(other);
                row.subtract(sum, other.factor(own));
                replace(with, other, row.toLeft());
            }
        }
        replace(own, null, sum);
    }

    private void replace(int own, @Nullable Left before, Left after) {
        left[own] = after;
        if (before != null) {
            for (int cell : before.cells) {
                timesLeft[cell]--;
            }
        }
        for (int cell : after.cells) {
            timesLeft[cell]++;
            if (before == null || before.factor(cell) == 0) {
                leftWith[cell] = withRoom(leftWith[cell], lengths[cell]);
                leftWith[cell][lengths[cell]++] = own;
            }
        }
    }

    /** What is left of a sum: how often each unknown count is in it. */
    private static final class Left {
        /** Ascending. */
        private final int[] cells;

        private final double[] factors;

        Left(int[] cells, double[] factors) {
            this.cells = cells;
            this.factors = factors;
        }

        int size() {
            return cells.length;
        }

        double factor(int cell) {
            int place = Arrays.binarySearch(cells, cell);
            return place < 0 ? 0 : factors[place];
        }

        void divide(double by) {
            for (int i = 0; i < factors.length; i++) {
                factors[i] /= by;
            }
        }
    }

    /** A sum while others are subtracted from it, with a place for every count. */
    private static final class Row {
        private final double[] factors;
        private final boolean[] isAmong;
        /** Those that are, or were, in it. */
        private int[] among = new int[16];

        private int size;

        Row(int counts) {
            factors = new double[counts];
            isAmong = new boolean[counts];
        }

        void clear() {
            for (int i = 0; i < size; i++) {
                factors[among[i]] = 0;
                isAmong[among[i]] = false;
            }
            size = 0;
        }

        void take(Left some) {
            clear();
            subtract(some, -1);
        }

        void add(int cell, double times) {
            factors[cell] += times;
            if (!isAmong[cell]) {
                isAmong[cell] = true;
                among = withRoom(among, size);
                among[size++] = cell;
            }
        }

        void subtract(Left other, double times) {
            for (int i = 0; i < other.cells.length; i++) {
                add(other.cells[i], -times * other.factors[i]);
            }
        }

        double factor(int cell) {
            return factors[cell];
        }

        /** Those that are in it now. */
        Left toLeft() {
            int[] cells = Arrays.stream(among, 0, size)
                    .filter(cell -> Math.abs(factors[cell]) >= NOTHING)
                    .sorted()
                    .toArray();
            return new Left(
                    cells,
                    Arrays.stream(cells).mapToDouble(cell -> factors[cell]).toArray());
        }
    }

    private static int[] withRoom(int[] numbers, int size) {
        return size < numbers.length ? numbers : Arrays.copyOf(numbers, Math.max(4, 2 * size));
    }
}
