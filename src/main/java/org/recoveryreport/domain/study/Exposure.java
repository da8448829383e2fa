package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
     * From the first day of each treatment.
     *
     * @param startsByDay mask of the treatments that begin on a day; days are at least 0
     */
    public static Exposure of(SortedMap<Integer, Long> startsByDay) {
        int[] days = new int[startsByDay.size()];
        long[] begun = new long[days.length];
        long soFar = 0;
        int size = 0;
        for (Map.Entry<Integer, Long> start : startsByDay.entrySet()) {
            if (start.getKey() < 0) {
                throw new IllegalArgumentException("a treatment counts from onset, not from day " + start.getKey());
            }
            long now = soFar | start.getValue();
            if (now != soFar) {
                days[size] = start.getKey();
                begun[size] = now;
                soFar = now;
                size++;
            }
        }
        return size == 0 ? NONE : new Exposure(Arrays.copyOf(days, size), Arrays.copyOf(begun, size));
    }

    /** Every treatment of the episode. */
    public long everUsed() {
        return begun.length == 0 ? 0 : begun[begun.length - 1];
    }

    /** The treatments begun by each day on which one begins, the first day first. */
    List<Long> begunInOrder() {
        return Arrays.stream(begun).boxed().toList();
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

    /** In short: for each day on which a treatment begins, {@code day:mask} of all begun by then, separated by spaces. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < days.length; i++) {
            text.append(i == 0 ? "" : " ").append(days[i]).append(':').append(begun[i]);
        }
        return text.toString();
    }

    /** What {@link #text} wrote. */
    public static Exposure parse(String text) {
        Builder exposure = new Builder();
        for (int start = 0; start < text.length(); ) {
            int colon = text.indexOf(':', start);
            int space = text.indexOf(' ', colon);
            int end = space < 0 ? text.length() : space;
            exposure.add(
                    Integer.parseInt(text.substring(start, colon)), Long.parseLong(text.substring(colon + 1, end)));
            start = end + 1;
        }
        return exposure.build();
    }

    /** Collects starts in any order; of several starts of one treatment the first counts. */
    public static final class Builder {
        private final SortedMap<Integer, Long> startsByDay = new TreeMap<>();

        /** Adds treatments that were begun on a day. */
        public Builder add(int day, long mask) {
            startsByDay.merge(day, mask, (a, b) -> a | b);
            return this;
        }

        /** The exposure. */
        public Exposure build() {
            return of(startsByDay);
        }
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof Exposure other && Arrays.equals(days, other.days) && Arrays.equals(begun, other.begun);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(days) + Arrays.hashCode(begun);
    }
}
