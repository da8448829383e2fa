package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many of a group had the event, and how many were censored, on each day: all that the estimators need. Two disjoint
 * groups make one by {@link #plus}. Immutable.
 */
public final class SurvivalCounts implements Serializable {
    /** A group of nobody. */
    public static final SurvivalCounts EMPTY = new SurvivalCounts(new int[0], new long[0], new long[0]);

    private final int[] days;
    private final long[] events;
    private final long[] censored;

    private SurvivalCounts(int[] days, long[] events, long[] censored) {
        this.days = days;
        this.events = events;
        this.censored = censored;
    }

    /** Number of distinct days. */
    public int size() {
        return days.length;
    }

    /** The {@code i}-th distinct day, ascending, at least 0. */
    public int day(int i) {
        return days[i];
    }

    /** Events on the {@code i}-th distinct day. */
    public long events(int i) {
        return events[i];
    }

    /** Censored on the {@code i}-th distinct day; at risk of an event on that same day. */
    public long censored(int i) {
        return censored[i];
    }

    /** Everybody in the group. */
    public long total() {
        return totalEvents() + totalCensored();
    }

    /** All events. */
    public long totalEvents() {
        return Arrays.stream(events).sum();
    }

    /** All who were censored. */
    public long totalCensored() {
        return Arrays.stream(censored).sum();
    }

    /** Both groups together. */
    public SurvivalCounts plus(SurvivalCounts other) {
        return builder().add(this).add(other).build();
    }

    /** Those of the group whose day is on or before the given one. */
    public SurvivalCounts upTo(int day) {
        Builder early = builder();
        for (int i = 0; i < days.length && days[i] <= day; i++) {
            early.add(days[i], events[i], censored[i]);
        }
        return early.build();
    }

    /** The same group with events and censorings exchanged: its time to the end of observation. */
    public SurvivalCounts reversed() {
        Builder reversed = builder();
        for (int i = 0; i < days.length; i++) {
            reversed.add(days[i], censored[i], events[i]);
        }
        return reversed.build();
    }

    /** Starts an empty group. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SurvivalCounts other
                && Arrays.equals(days, other.days)
                && Arrays.equals(events, other.events)
                && Arrays.equals(censored, other.censored);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(days) + Arrays.hashCode(events)) + Arrays.hashCode(censored);
    }

    /** Collects counts in any order. */
    public static final class Builder {
        private final SortedMap<Integer, long[]> byDay = new TreeMap<>();

        private Builder() {}

        /**
         * Adds counts to a day.
         *
         * @param day at least 0
         * @param events at least 0
         * @param censored at least 0
         */
        public Builder add(int day, long events, long censored) {
            if (day < 0 || events < 0 || censored < 0) {
                throw new IllegalArgumentException(
                        "day " + day + " with " + events + " events, " + censored + " censored");
            }
            long[] counts = byDay.computeIfAbsent(day, d -> new long[2]);
            counts[0] += events;
            counts[1] += censored;
            return this;
        }

        /** Adds a whole group. */
        public Builder add(SurvivalCounts group) {
            for (int i = 0; i < group.size(); i++) {
                add(group.day(i), group.events(i), group.censored(i));
            }
            return this;
        }

        /** The group; days without anybody are left out. */
        public SurvivalCounts build() {
            byDay.values().removeIf(counts -> counts[0] == 0 && counts[1] == 0);
            int[] days = new int[byDay.size()];
            long[] events = new long[byDay.size()];
            long[] censored = new long[byDay.size()];
            int i = 0;
            for (Map.Entry<Integer, long[]> entry : byDay.entrySet()) {
                days[i] = entry.getKey();
                events[i] = entry.getValue()[0];
                censored[i] = entry.getValue()[1];
                i++;
            }
            return new SurvivalCounts(days, events, censored);
        }
    }
}
