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

        /** Ascending; few days differ, and they come again and again. */
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
                int at = position(day);
                // what does not change need not be fetched: of very many groups, most lie far away
                if (events > 0) {
                    this.events[at] += events;
                }
                if (censored > 0) {
                    this.censored[at] += censored;
                }
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
            return new SurvivalCounts(
                    Arrays.copyOf(days, size), Arrays.copyOf(events, size), Arrays.copyOf(censored, size));
        }

        /** Where a day stands, which is given a place where it has none. */
        private int position(int day) {
            if (day < size && days[day] == day) {
                return day;
            }
            int at = size == 0 || days[size - 1] < day ? -size - 1 : Arrays.binarySearch(days, 0, size, day);
            if (at >= 0) {
                return at;
            }
            int place = -at - 1;
            if (size == days.length) {
                days = Arrays.copyOf(days, 2 * size);
                events = Arrays.copyOf(events, 2 * size);
                censored = Arrays.copyOf(censored, 2 * size);
            }
            System.arraycopy(days, place, days, place + 1, size - place);
            System.arraycopy(events, place, events, place + 1, size - place);
            System.arraycopy(censored, place, censored, place + 1, size - place);
            days[place] = day;
            events[place] = 0;
            censored[place] = 0;
            size++;
            return place;
        }
    }
}
