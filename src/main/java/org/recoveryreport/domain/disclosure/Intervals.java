package org.recoveryreport.domain.disclosure;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;

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
    private final long[] lower;
    private final long[] upper;
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final BitSet isWaiting = new BitSet();

    private Intervals(CountSystem system) {
        this.system = system;
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
        for (int s = 0; s < system.sums(); s++) {
            intervals.wake(s);
        }
        intervals.narrow();
        return intervals;
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

    /** Whether they bound every count alike. */
    @Override
    public boolean equals(Object o) {
        return o instanceof Intervals other && Arrays.equals(lower, other.lower) && Arrays.equals(upper, other.upper);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(lower) + Arrays.hashCode(upper);
    }

    private void wake(int sum) {
        if (!isWaiting.get(sum)) {
            isWaiting.set(sum);
            waiting.add(sum);
        }
    }

    private void narrow() {
        long most = (long) MOST_ROUNDS * system.sums();
        for (long n = 0; n < most && !waiting.isEmpty(); n++) {
            int sum = waiting.remove();
            isWaiting.clear(sum);
            narrow(system.membersOf(sum));
        }
    }

    private void narrow(int[] sum) {
        int whole = sum[0];
        long least = -lower[whole];
        long greatest = -upper[whole];
        for (int member : sum) {
            least += lower[member];
            greatest += upper[member];
        }
        bound(whole, least, greatest);
        for (int i = 1; i < sum.length; i++) {
            int part = sum[i];
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
            for (int sum : system.sumsOf(cell)) {
                wake(sum);
            }
        }
    }
}
