package org.recoveryreport.staging;

import java.util.Arrays;

/** Numbers keys in the order in which they first appear, from 0 on. */
final class Numbering {
    private static final int FREE = -1;

    /** An open table of numbers. */
    private int[] slots = new int[1 << 8];

    private long[] keys = new long[1 << 7];
    private int size;

    Numbering() {
        Arrays.fill(slots, FREE);
    }

    /** How many keys there are. */
    int size() {
        return size;
    }

    long key(int number) {
        return keys[number];
    }

    int number(long key) {
        int mask = slots.length - 1;
        int at = Tally.hash(key) & mask;
        while (slots[at] != FREE) {
            if (keys[slots[at]] == key) {
                return slots[at];
            }
            at = (at + 1) & mask;
        }
        if (size == keys.length) {
            grow();
            return number(key);
        }
        slots[at] = size;
        keys[size] = key;
        return size++;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * size);
        slots = new int[2 * keys.length];
        Arrays.fill(slots, FREE);
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int at = Tally.hash(keys[number]) & mask;
            while (slots[at] != FREE) {
                at = (at + 1) & mask;
            }
            slots[at] = number;
        }
    }
}
