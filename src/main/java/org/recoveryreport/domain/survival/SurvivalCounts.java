package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How many of a group had the event, and how many were censored, on each day: all that the estimators need. Two disjoint
 * groups make one by {@link #plus}. Immutable.
 */
public final class SurvivalCounts implements Serializable {
    /** A group of nobody. */
    public static final SurvivalCounts EMPTY = new SurvivalCounts(new int[0]);

    private static final int DAY = 0;
    private static final int EVENTS = 1;
    private static final int CENSORED = 2;
    private static final int FIELDS = 3;

    /** By day, ascending. A long log has very many groups of few days: what a day says lies side by side. */
    private final int[] fields;

    private final long totalEvents;
    private final long totalCensored;

    private SurvivalCounts(int[] fields) {
        this.fields = fields;
        long allEvents = 0;
        long allCensored = 0;
        for (int i = 0; i < fields.length; i += FIELDS) {
            allEvents += fields[i + EVENTS];
            allCensored += fields[i + CENSORED];
        }
        totalEvents = allEvents;
        totalCensored = allCensored;
    }

    /** Number of distinct days. */
    public int size() {
        return fields.length / FIELDS;
    }

    /** The {@code i}-th distinct day, ascending, at least 0. */
    public int day(int i) {
        return fields[FIELDS * i + DAY];
    }

    /** Events on the {@code i}-th distinct day. */
    public long events(int i) {
        return fields[FIELDS * i + EVENTS];
    }

    /** Censored on the {@code i}-th distinct day; at risk of an event on that same day. */
    public long censored(int i) {
        return fields[FIELDS * i + CENSORED];
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
        return builder(size() + other.size()).add(this).add(other).build();
    }

    /** Those of the group whose day is on or before the given one. */
    public SurvivalCounts upTo(int day) {
        Builder early = builder();
        for (int i = 0; i < size() && day(i) <= day; i++) {
            early.add(day(i), events(i), censored(i));
        }
        return early.build();
    }

    /** The same group with events and censorings exchanged: its time to the end of observation. */
    public SurvivalCounts reversed() {
        Builder reversed = builder();
        for (int i = 0; i < size(); i++) {
            reversed.add(day(i), censored(i), events(i));
        }
        return reversed.build();
    }

    /** Starts an empty group. */
    public static Builder builder() {
        return builder(Builder.FIRST_CAPACITY);
    }

    /**
     * Starts an empty group of which it is known about how large it becomes.
     *
     * @param days number of distinct days
     */
    public static Builder builder(int days) {
        return new Builder(days);
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof SurvivalCounts other && Arrays.equals(fields, other.fields);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(fields);
    }

    /** Collects counts in any order. */
    public static final class Builder {
        private static final int FIRST_CAPACITY = 8;

        /** Ascending; few days differ, and they come again and again. */
        private int[] days;

        private long[] events;
        private long[] censored;
        private int size;

        private Builder(int capacity) {
            days = new int[capacity];
            events = new long[capacity];
            censored = new long[capacity];
        }

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

        /**
         * The group; days without anybody are left out.
         *
         * @throws ArithmeticException where more than 2,147,483,647 had the event, or were censored, on one day
         */
        public SurvivalCounts build() {
            int[] fields = new int[FIELDS * size];
            for (int i = 0; i < size; i++) {
                fields[FIELDS * i + DAY] = days[i];
                fields[FIELDS * i + EVENTS] = Math.toIntExact(events[i]);
                fields[FIELDS * i + CENSORED] = Math.toIntExact(censored[i]);
            }
            return new SurvivalCounts(fields);
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
                int capacity = Math.max(FIRST_CAPACITY, 2 * size);
                days = Arrays.copyOf(days, capacity);
                events = Arrays.copyOf(events, capacity);
                censored = Arrays.copyOf(censored, capacity);
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
