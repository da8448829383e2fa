package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.Arrays;

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
    private final long totalEvents;
    private final long totalCensored;

    private SurvivalCounts(int[] days, long[] events, long[] censored) {
        this.days = days;
        this.events = events;
        this.censored = censored;
        this.totalEvents = Arrays.stream(events).sum();
        this.totalCensored = Arrays.stream(censored).sum();
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
        return totalEvents + totalCensored;
    }

    /** All events. */
    public long totalEvents() {
        return totalEvents;
    }

    /** All who were censored. */
    public long totalCensored() {
        return totalCensored;
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
        private static final int FIRST_CAPACITY = 8;

        /** As they were added; several entries of a day are taken together when there is no more room. */
        private int[] days = new int[FIRST_CAPACITY];

        private long[] events = new long[FIRST_CAPACITY];
        private long[] censored = new long[FIRST_CAPACITY];
        private int size;

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
            if (events > 0 || censored > 0) {
                if (size == days.length) {
                    takeTogether();
                }
                days[size] = day;
                this.events[size] = events;
                this.censored[size] = censored;
                size++;
            }
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
            takeTogether();
            return new SurvivalCounts(
                    Arrays.copyOf(days, size), Arrays.copyOf(events, size), Arrays.copyOf(censored, size));
        }

        /** Makes one entry of all those of a day, in the order of the days, and room for as many again. */
        private void takeTogether() {
            long[] byDay = new long[size];
            for (int i = 0; i < size; i++) {
                byDay[i] = ((long) days[i] << Integer.SIZE) | i;
            }
            Arrays.sort(byDay);
            int[] addedDays = days;
            long[] addedEvents = events;
            long[] addedCensored = censored;
            days = new int[size];
            events = new long[size];
            censored = new long[size];
            size = 0;
            for (long entry : byDay) {
                int i = (int) entry;
                if (size == 0 || days[size - 1] != addedDays[i]) {
                    days[size++] = addedDays[i];
                }
                events[size - 1] += addedEvents[i];
                censored[size - 1] += addedCensored[i];
            }
            int capacity = 2 * size + FIRST_CAPACITY;
            days = Arrays.copyOf(days, capacity);
            events = Arrays.copyOf(events, capacity);
            censored = Arrays.copyOf(censored, capacity);
        }
    }
}
