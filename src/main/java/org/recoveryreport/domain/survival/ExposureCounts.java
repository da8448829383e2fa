package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongToIntFunction;
import java.util.stream.Stream;

/**
 * How many were under observation with which exposures: all that a Cox model with exposures that begin over time needs. A
 * pattern of exposures is a bit mask, bit {@code k} set = exposed to covariate {@code k}. Two disjoint groups make one by
 * {@link #plus}. Immutable.
 */
public final class ExposureCounts implements Serializable {
    /** A group of nobody. */
    public static final ExposureCounts EMPTY = builder().build();

    /** Largest number of covariates. */
    public static final int MOST_COVARIATES = 64;

    /** As start day: the exposure never began. */
    public static final int NEVER = Integer.MAX_VALUE;

    /** By cell; a long log has millions. */
    private final int[] days;

    private final long[] patterns;
    private final long[] first;
    private final long[] last;
    private final long[] events;

    private ExposureCounts(int[] days, long[] patterns, long[] first, long[] last, long[] events) {
        this.days = days;
        this.patterns = patterns;
        this.first = first;
        this.last = last;
        this.events = events;
    }

    /** Number of cells, of which each tells what happened on a day among those with one pattern. */
    public int size() {
        return days.length;
    }

    /** The day of the {@code i}-th cell, at least 0; ascending. */
    public int day(int i) {
        return days[i];
    }

    /** The exposures of the {@code i}-th cell as a bit mask; on a day, as a signed number, ascending. */
    public long pattern(int i) {
        return patterns[i];
    }

    /** For how many the day of the {@code i}-th cell was the first one with its pattern. */
    public long first(int i) {
        return first[i];
    }

    /** For how many the day of the {@code i}-th cell was the last one with its pattern. */
    public long last(int i) {
        return last[i];
    }

    /** How many of these had the event on that day. */
    public long events(int i) {
        return events[i];
    }

    /** Every pattern that somebody had, as a signed number, ascending. */
    long[] patterns() {
        return Arrays.stream(patterns).sorted().distinct().toArray();
    }

    /**
     * Takes those with some patterns apart from those with others, whoever changes from one to the other being under
     * observation in each as long as the pattern lasts.
     *
     * @param parts how many parts to make
     * @param part that of a pattern, from 0 on
     */
    List<ExposureCounts> divided(int parts, LongToIntFunction part) {
        List<Builder> builders = Stream.generate(Builder::new).limit(parts).toList();
        for (int i = 0; i < days.length; i++) {
            builders.get(part.applyAsInt(patterns[i])).add(days[i], patterns[i], first[i], last[i], events[i]);
        }
        return builders.stream().map(Builder::build).toList();
    }

    /** Both groups together. */
    public ExposureCounts plus(ExposureCounts other) {
        return builder().add(this).add(other).build();
    }

    /** Starts an empty group. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof ExposureCounts other
                && Arrays.equals(days, other.days)
                && Arrays.equals(patterns, other.patterns)
                && Arrays.equals(first, other.first)
                && Arrays.equals(last, other.last)
                && Arrays.equals(events, other.events);
    }

    @Override
    public int hashCode() {
        int where = 31 * Arrays.hashCode(days) + Arrays.hashCode(patterns);
        return 31 * (31 * (31 * where + Arrays.hashCode(first)) + Arrays.hashCode(last)) + Arrays.hashCode(events);
    }

    /** Collects counts in any order. */
    public static final class Builder {
        private static final int DAY = 0;
        private static final int PATTERN = 1;
        private static final int FIRST = 2;
        private static final int LAST = 3;
        private static final int EVENTS = 4;
        private static final int FIELDS = 5;
        private static final int FIRST_CAPACITY = 64;

        /** As the day of a place: it is free. */
        private static final int FREE = -1;

        /**
         * An open table, as a long log has very many cells: no object for each, and the fields of a cell lie side by side
         * in memory.
         */
        private long[] table = free(FIRST_CAPACITY);

        private int size;

        private Builder() {}

        /**
         * Adds one subject, under observation from day 0. An exposure that began on day {@code s} acts from day
         * {@code s + 1}: what began on the day of the event cannot have brought it about. One that began on day 0 or
         * earlier acts from day 0.
         *
         * @param lastDay of observation, at least 0
         * @param event whether the event happened on that day; else the subject is censored there
         * @param starts by covariate, the day its exposure began, or {@link #NEVER}
         */
        public Builder addSubject(int lastDay, boolean event, int... starts) {
            if (starts.length > MOST_COVARIATES) {
                throw new IllegalArgumentException("at most " + MOST_COVARIATES + " covariates, not " + starts.length);
            }
            SortedMap<Integer, Long> switches = new TreeMap<>();
            switches.put(0, 0L);
            for (int k = 0; k < starts.length; k++) {
                if (starts[k] < lastDay || starts[k] <= 0) {
                    switches.merge(starts[k] <= 0 ? 0 : starts[k] + 1, 1L << k, (a, b) -> a | b);
                }
            }
            long pattern = 0;
            int from = 0;
            for (Map.Entry<Integer, Long> change : switches.entrySet()) {
                if (change.getKey() > from) {
                    add(from, change.getKey() - 1, pattern, 1, 0);
                }
                pattern |= change.getValue();
                from = change.getKey();
            }
            return add(from, lastDay, pattern, 1, event ? 1 : 0);
        }

        /**
         * Adds subjects who had one pattern over the same days.
         *
         * @param from first day, at least 0
         * @param through last day, at least {@code from}
         * @param pattern exposures as a bit mask
         * @param subjects how many
         * @param events how many of them had the event on the last day
         */
        public Builder add(int from, int through, long pattern, long subjects, long events) {
            if (from < 0 || through < from || subjects < 0 || events < 0 || events > subjects) {
                throw new IllegalArgumentException(
                        "days " + from + " to " + through + " with " + subjects + " subjects, " + events + " events");
            }
            return begin(from, pattern, subjects).end(through, pattern, subjects, events);
        }

        /**
         * Adds subjects who had a pattern from a day on; the day until which they had it is {@linkplain #end added} apart.
         *
         * @param from first day, at least 0
         */
        public Builder begin(int from, long pattern, long subjects) {
            add(from, pattern, subjects, 0, 0);
            return this;
        }

        /**
         * Adds subjects who had a pattern until a day; the day from which they had it is {@linkplain #begin added} apart.
         *
         * @param through last day, at least 0
         * @param events how many of them had the event on that day
         */
        public Builder end(int through, long pattern, long subjects, long events) {
            add(through, pattern, 0, subjects, events);
            return this;
        }

        /** Adds a whole group. */
        public Builder add(ExposureCounts group) {
            for (int i = 0; i < group.days.length; i++) {
                add(group.days[i], group.patterns[i], group.first[i], group.last[i], group.events[i]);
            }
            return this;
        }

        /** Adds what another one collected. */
        public Builder add(Builder other) {
            for (int at = 0; at < other.table.length; at += FIELDS) {
                if (other.table[at + DAY] != FREE) {
                    add(
                            (int) other.table[at + DAY],
                            other.table[at + PATTERN],
                            other.table[at + FIRST],
                            other.table[at + LAST],
                            other.table[at + EVENTS]);
                }
            }
            return this;
        }

        private void add(int day, long pattern, long first, long last, long events) {
            int at = place(day, pattern);
            table[at + FIRST] += first;
            table[at + LAST] += last;
            table[at + EVENTS] += events;
        }

        /** The group. */
        public ExposureCounts build() {
            int[] ends = endsByDay();
            int cells = ends.length == 0 ? 0 : ends[ends.length - 1];
            int[] day = new int[cells];
            long[] pattern = new long[cells];
            int[] next = new int[ends.length];
            for (int d = 1; d < ends.length; d++) {
                next[d] = ends[d - 1];
            }
            for (int at = 0; at < table.length; at += FIELDS) {
                if (isCell(at)) {
                    pattern[next[(int) table[at + DAY]]++] = table[at + PATTERN];
                }
            }
            for (int d = 0; d < ends.length; d++) {
                int start = d == 0 ? 0 : ends[d - 1];
                Arrays.fill(day, start, ends[d], d);
                Arrays.sort(pattern, start, ends[d]);
            }
            long[] first = new long[cells];
            long[] last = new long[cells];
            long[] events = new long[cells];
            for (int i = 0; i < cells; i++) {
                int at = place(day[i], pattern[i]);
                first[i] = table[at + FIRST];
                last[i] = table[at + LAST];
                events[i] = table[at + EVENTS];
            }
            return new ExposureCounts(day, pattern, first, last, events);
        }

        /** How many cells there are of each day and the days before. */
        private int[] endsByDay() {
            int lastDay = FREE;
            for (int at = 0; at < table.length; at += FIELDS) {
                lastDay = Math.max(lastDay, (int) table[at + DAY]);
            }
            int[] ends = new int[lastDay + 1];
            for (int at = 0; at < table.length; at += FIELDS) {
                if (isCell(at)) {
                    ends[(int) table[at + DAY]]++;
                }
            }
            for (int d = 1; d < ends.length; d++) {
                ends[d] += ends[d - 1];
            }
            return ends;
        }

        private boolean isCell(int at) {
            return table[at + DAY] != FREE && (table[at + FIRST] > 0 || table[at + LAST] > 0);
        }

        /** Where the fields of a cell begin, which is given a place where it has none. */
        private int place(int day, long pattern) {
            int mask = table.length / FIELDS - 1;
            int slot = hash(day, pattern) & mask;
            while (table[FIELDS * slot + DAY] != FREE) {
                if (table[FIELDS * slot + DAY] == day && table[FIELDS * slot + PATTERN] == pattern) {
                    return FIELDS * slot;
                }
                slot = (slot + 1) & mask;
            }
            if (3 * (size + 1) > 2 * (mask + 1)) {
                grow();
                return place(day, pattern);
            }
            table[FIELDS * slot + DAY] = day;
            table[FIELDS * slot + PATTERN] = pattern;
            size++;
            return FIELDS * slot;
        }

        private void grow() {
            long[] before = table;
            table = free(2 * before.length / FIELDS);
            size = 0;
            for (int at = 0; at < before.length; at += FIELDS) {
                if (before[at + DAY] != FREE) {
                    int to = place((int) before[at + DAY], before[at + PATTERN]);
                    System.arraycopy(before, at + FIRST, table, to + FIRST, FIELDS - FIRST);
                }
            }
        }

        private static long[] free(int capacity) {
            long[] table = new long[FIELDS * capacity];
            for (int at = 0; at < table.length; at += FIELDS) {
                table[at + DAY] = FREE;
            }
            return table;
        }

        /** Spreads patterns of few bits, and neighbouring days. */
        private static int hash(int day, long pattern) {
            long hash = (pattern + day * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
            return (int) ((hash ^ (hash >>> 32)) >>> 20);
        }
    }
}
