package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.survival.ExposureCounts;

/**
 * Which treatments an episode had, and from which day. Treatments are bits of a 64-bit mask, in the order of the
 * catalogue. Immutable.
 */
public final class Exposure implements Serializable {
    /** No treatment at all. */
    public static final Exposure NONE = new Exposure(new int[0], new long[0]);

    private final int[] days;
    /** Treatments begun by each day, the earlier ones included. */
    private final long[] begun;

    private Exposure(int[] days, long[] begun) {
        this.days = days;
        this.begun = begun;
    }

    /**
     * From what {@link #day} and {@link #begun} said of another.
     *
     * @param days ascending, at least 0
     * @param begun for each of them, the treatments begun by then: those of the day before and more
     */
    public static Exposure ofSteps(int[] days, long[] begun) {
        for (int i = 0; i < days.length; i++) {
            int before = i == 0 ? -1 : days[i - 1];
            long begunBefore = i == 0 ? 0 : begun[i - 1];
            if (days[i] <= before || begun[i] == begunBefore || (begun[i] & begunBefore) != begunBefore) {
                throw new IllegalArgumentException("no treatment begins on day " + days[i]);
            }
        }
        return days.length == 0 ? NONE : new Exposure(days.clone(), begun.clone());
    }

    /** On how many days a treatment begins. */
    public int steps() {
        return days.length;
    }

    /** One of these days, the earliest first. */
    public int day(int step) {
        return days[step];
    }

    /** The treatments begun by that day. */
    public long begun(int step) {
        return begun[step];
    }

    /** Every treatment of the episode. */
    public long everUsed() {
        return begun.length == 0 ? 0 : begun[begun.length - 1];
    }

    /** The treatments begun on or before a day. */
    public long begunBy(int day) {
        long mask = 0;
        for (int i = 0; i < days.length && days[i] <= day; i++) {
            mask = begun[i];
        }
        return mask;
    }

    /** The day on which a treatment began; null = it was never used. */
    public @Nullable Integer firstDay(int bit) {
        for (int i = 0; i < days.length; i++) {
            if ((begun[i] >>> bit & 1) == 1) {
                return days[i];
            }
        }
        return null;
    }

    /**
     * Adds episodes with these treatments to counts by pattern of exposure. A treatment acts from the day after its start
     * on, one begun at onset from onset on, as in {@link ExposureCounts.Builder#addSubject}.
     *
     * @param lastDay of the episodes
     * @param episodes how many
     * @param recovered how many of them recovered on that day
     */
    public void addTo(ExposureCounts.Builder counts, int lastDay, long episodes, long recovered) {
        int from = 0;
        long pattern = 0;
        for (int i = 0; i < days.length && (days[i] == 0 || days[i] < lastDay); i++) {
            if (days[i] > 0) {
                counts.add(from, days[i], pattern, episodes, 0);
                from = days[i] + 1;
            }
            pattern = begun[i];
        }
        counts.add(from, lastDay, pattern, episodes, recovered);
    }

    /**
     * Adds what {@link #addTo} adds of episodes that go on after the {@linkplain #lastStart() last start}, but for their last day:
     * whatever that is, these are the same.
     */
    public void addUntilLastStart(ExposureCounts.Builder counts, long episodes) {
        int from = 0;
        long pattern = 0;
        for (int i = 0; i < days.length; i++) {
            if (days[i] > 0) {
                counts.add(from, days[i], pattern, episodes, 0);
                from = days[i] + 1;
            }
            pattern = begun[i];
        }
        counts.begin(from, pattern, episodes);
    }

    /** The last day on which a treatment begins; 0 where none does after onset. */
    public int lastStart() {
        return days.length == 0 ? 0 : days[days.length - 1];
    }

    /** Collects starts in any order; of several starts of one treatment the first counts. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 4;

        /** Ascending. */
        private int[] days = new int[FIRST_CAPACITY];

        private long[] starting = new long[FIRST_CAPACITY];
        private int size;

        /** Adds treatments that were begun on a day, at least 0. */
        public Builder add(int day, long mask) {
            if (day < 0) {
                throw new IllegalArgumentException("a treatment counts from onset, not from day " + day);
            }
            int at = size;
            while (at > 0 && days[at - 1] >= day) {
                at--;
            }
            if (at < size && days[at] == day) {
                starting[at] |= mask;
                return this;
            }
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                starting = Arrays.copyOf(starting, 2 * size);
            }
            System.arraycopy(days, at, days, at + 1, size - at);
            System.arraycopy(starting, at, starting, at + 1, size - at);
            days[at] = day;
            starting[at] = mask;
            size++;
            return this;
        }

        /** The exposure. */
        public Exposure build() {
            int[] steps = new int[size];
            long[] begun = new long[size];
            long soFar = 0;
            int count = 0;
            for (int i = 0; i < size; i++) {
                long now = soFar | starting[i];
                if (now != soFar) {
                    steps[count] = days[i];
                    begun[count] = now;
                    soFar = now;
                    count++;
                }
            }
            return count == 0 ? NONE : new Exposure(Arrays.copyOf(steps, count), Arrays.copyOf(begun, count));
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Exposure other && Arrays.equals(days, other.days) && Arrays.equals(begun, other.begun);
    }

    /** Spreads masks of few bits, which differ in high ones alone, and neighbouring days. */
    @Override
    public int hashCode() {
        long hash = days.length;
        for (int i = 0; i < days.length; i++) {
            hash = (hash ^ begun[i]) * 0x9e3779b97f4a7c15L;
            hash = (hash ^ (hash >>> 32) ^ days[i]) * 0xbf58476d1ce4e5b9L;
        }
        return (int) (hash >>> 32);
    }
}
