package org.recoveryreport.staging;

import java.util.Arrays;
import java.util.function.LongUnaryOperator;

/** Adds up by key. */
final class Tally {
    /** An open table: of each place the key, and the sum, which is 0 where it is free. Both lie side by side in memory. */
    private long[] places = new long[1 << 6];

    private int size;

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
        if (3 * (size + 1) > places.length) {
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
        for (int at = 0; at < other.places.length; at += 2) {
            if (other.places[at + 1] != 0) {
                add(key.applyAsLong(other.places[at]), other.places[at + 1]);
            }
        }
    }

    /** The keys, ascending. */
    long[] keys() {
        long[] keys = new long[size];
        int count = 0;
        for (int at = 0; at < places.length; at += 2) {
            if (places[at + 1] != 0) {
                keys[count++] = places[at];
            }
        }
        Arrays.sort(keys);
        return keys;
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

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
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
