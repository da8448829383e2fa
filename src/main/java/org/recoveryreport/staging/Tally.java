package org.recoveryreport.staging;

import java.util.function.LongUnaryOperator;

/** Adds up by key. */
final class Tally {
    private static final int WAITING = 1 << 9;

    /** Longs of a table that no processor keeps at hand. */
    private static final int LARGE = 1 << 16;

    /** An open table: of each place the key, and the sum, which is 0 where it is free. Both lie side by side in memory. */
    private long[] places = new long[1 << 6];

    private int size;

    /** Keys to be counted together; none as long as the table is not large. */
    private long[] waiting = new long[0];

    private long[] found = waiting;
    private int waits;

    /** Adds 1 to the sum of a key, at the latest before sums are asked for. */
    void count(long key) {
        if (waiting.length == 0) {
            add(key, 1);
            return;
        }
        waiting[waits++] = key;
        if (waits == WAITING) {
            settle();
        }
    }

    /**
     * Counts what waits: fetches what stands at all its places, and only then looks at it. A large table lies far away, and who
     * looks at one place after the other waits for each. What has been settled may be read by several threads.
     */
    void settle() {
        while (isFullWith(waits)) {
            grow();
        }
        int mask = places.length - 1;
        for (int i = 0; i < waits; i++) {
            found[i] = places[(2 * hash(waiting[i])) & mask];
        }
        for (int i = 0; i < waits; i++) {
            long key = waiting[i];
            int sum = (2 * hash(key) + 1) & mask;
            if (found[i] == key && places[sum] != 0) {
                places[sum]++;
            } else {
                add(key, 1);
            }
        }
        waits = 0;
    }

    private boolean isFullWith(int more) {
        return 3 * (size + more) > places.length;
    }

    /** Adds to the sum of a key at least 1. */
    void add(long key, long more) {
        int mask = places.length - 1;
        int at = (2 * hash(key)) & mask;
        while (places[at + 1] != 0) {
            if (places[at] == key) {
                places[at + 1] += more;
                return;
            }
            at = (at + 2) & mask;
        }
        if (isFullWith(1)) {
            grow();
            add(key, more);
            return;
        }
        places[at] = key;
        places[at + 1] = more;
        size++;
    }

    /**
     * Adds the sums of another one.
     *
     * @param key what a key of it is here
     */
    void add(Tally other, LongUnaryOperator key) {
        other.forEach((otherKey, sum) -> add(key.applyAsLong(otherKey), sum));
    }

    /** The sum of a key; 0 where there is none. */
    long of(long key) {
        int mask = places.length - 1;
        int at = (2 * hash(key)) & mask;
        while (places[at + 1] != 0 && places[at] != key) {
            at = (at + 2) & mask;
        }
        return places[at + 1];
    }

    /** Gets a key and its sum. */
    interface Sum {
        void accept(long key, long sum);
    }

    /** Tells all sums, in no particular order. */
    void forEach(Sum sum) {
        settle();
        for (int at = 0; at < places.length; at += 2) {
            if (places[at + 1] != 0) {
                sum.accept(places[at], places[at + 1]);
            }
        }
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        if (places.length == LARGE) {
            waiting = new long[WAITING];
            found = new long[WAITING];
        }
        size = 0;
        for (int at = 0; at < before.length; at += 2) {
            if (before[at + 1] != 0) {
                add(before[at], before[at + 1]);
            }
        }
    }

    /** Spreads keys that differ in few bits. */
    static int hash(long key) {
        long hash = key * 0x9e3779b97f4a7c15L;
        return (int) ((hash ^ (hash >>> 32)) >>> 8);
    }
}
