package org.recoveryreport.domain.disclosure;

import java.util.Arrays;

/**
 * Bounds of every count, made narrower sum by sum until no sum narrows them further: what is left of a whole bounds a part,
 * and the parts bound the whole. No count lies outside its bounds; whether it can reach them, this does not say, for it looks
 * at one sum at a time. {@link LinearPrograms} looks at all of them together.
 */
final class Intervals {
    /** More than any count, and small enough to be added up. */
    static final long UNBOUNDED = Long.MAX_VALUE / 1_000_000;

    /** Bounds that creep towards each other by ones are left to the linear programs. */
    private static final int MOST_ROUNDS = 50;

    private final CountSystem system;
    private final Sums sums;
    private final long[] lower;
    private final long[] upper;
    private final Waiting waiting;

    private Intervals(CountSystem system) {
        this.system = system;
        sums = system.sums();
        waiting = new Waiting(sums.size());
        lower = new long[system.size()];
        upper = new long[system.size()];
        Arrays.fill(upper, UNBOUNDED);
        for (int i = 0; i < system.size(); i++) {
            if (!system.isHidden(i)) {
                lower[i] = system.value(i);
                upper[i] = system.value(i);
            }
        }
    }

    /**
     * The bounds.
     *
     * @throws IllegalArgumentException where the counts contradict each other
     */
    static Intervals of(CountSystem system) {
        Intervals intervals = new Intervals(system);
        for (int sum = 0; sum < intervals.sums.size(); sum++) {
            // one that was true when it was told of has nothing to say where all of it is shown
            if (intervals.isUnknown(sum)) {
                intervals.waiting.add(sum);
            }
        }
        intervals.narrow();
        return intervals;
    }

    private boolean isUnknown(int sum) {
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            if (!isFixed(sums.member(i))) {
                return true;
            }
        }
        return false;
    }

    long lower(int cell) {
        return lower[cell];
    }

    long upper(int cell) {
        return upper[cell];
    }

    boolean isFixed(int cell) {
        return lower[cell] == upper[cell];
    }

    long width(int cell) {
        return upper[cell] - lower[cell];
    }

    private void narrow() {
        long most = (long) MOST_ROUNDS * sums.size();
        for (long n = 0; n < most && !waiting.isEmpty(); n++) {
            narrow(waiting.remove());
        }
    }

    private void narrow(int sum) {
        int whole = sums.whole(sum);
        int firstPart = sums.begin(sum) + 1;
        long least = 0;
        long greatest = 0;
        for (int i = firstPart; i < sums.end(sum); i++) {
            int part = sums.member(i);
            least += lower[part];
            greatest += upper[part];
        }
        bound(whole, least, greatest);
        for (int i = firstPart; i < sums.end(sum); i++) {
            int part = sums.member(i);
            bound(part, lower[whole] - (greatest - upper[part]), upper[whole] - (least - lower[part]));
        }
    }

    private void bound(int cell, long least, long greatest) {
        long newLower = Math.max(lower[cell], least);
        long newUpper = Math.min(upper[cell], greatest);
        if (newLower > newUpper) {
            throw new IllegalArgumentException("the counts contradict each other at " + system.cell(cell));
        }
        if (newLower > lower[cell] || newUpper < upper[cell]) {
            lower[cell] = newLower;
            upper[cell] = newUpper;
            for (int i = sums.beginOf(cell); i < sums.endOf(cell); i++) {
                waiting.add(sums.sumAt(i));
            }
        }
    }

    /** Sums to be looked at, each once, in turn. */
    private static final class Waiting {
        private final int[] turns;
        private final boolean[] waits;
        private int first;
        private int size;

        Waiting(int sums) {
            turns = new int[sums];
            waits = new boolean[sums];
        }

        boolean isEmpty() {
            return size == 0;
        }

        void add(int sum) {
            if (!waits[sum]) {
                waits[sum] = true;
                int last = first + size++;
                turns[last < turns.length ? last : last - turns.length] = sum;
            }
        }

        int remove() {
            int sum = turns[first];
            first = first + 1 < turns.length ? first + 1 : 0;
            size--;
            waits[sum] = false;
            return sum;
        }
    }
}
