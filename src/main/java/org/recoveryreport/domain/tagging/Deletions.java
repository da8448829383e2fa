package org.recoveryreport.domain.tagging;

import java.util.Arrays;

/**
 * Words by what is left of them when letters are left out, as in SymSpell: two words are near if they have such a rest in
 * common. Looking one up costs the same however many words there are. Rests are known by their hash, so that a word found
 * has still to be compared.
 */
final class Deletions {
    private static final long PRIME = 1_000_003L;
    private static final long[] POWERS = powers();

    /** A bit for each key, to see quickly and nearly always that there is no word. */
    private final long[] present;
    /** Open addressing: hashes of rests, and for each the last of its links. */
    private long[] keys;

    private int[] last;
    private int keyCount;
    /** By link: the word it stands for, and the link before it, or 0. */
    private int[] owner;

    private int[] before;
    private int links;

    /** @param room about how many rests there will be; a power of two */
    Deletions(int room) {
        present = new long[room >> 2];
        keys = new long[room];
        last = new int[room];
        owner = new int[room];
        before = new int[room];
    }

    /** Adds a word under the number given, with up to so many letters left out (at most 2). */
    void add(char[] word, int number, int leftOut) {
        int length = word.length;
        long[] prefix = prefixes(word, 0, length);
        link(prefix[length], number);
        for (int i = 0; i < length && leftOut > 0; i++) {
            link(without(prefix, length, i), number);
            for (int j = i + 1; j < length && leftOut > 1; j++) {
                link(without(prefix, length, i, j), number);
            }
        }
    }

    /** The first of the links that a rest has, or 0. */
    int first(long key) {
        return (present[bits(key)] & 1L << key) == 0 ? 0 : last[slot(key)];
    }

    /** The next link, or 0. */
    int next(int link) {
        return before[link];
    }

    /** The number of the word that a link stands for. */
    int word(int link) {
        return owner[link];
    }

    private int bits(long key) {
        return (int) (key >>> 6) & (present.length - 1);
    }

    private void link(long key, int number) {
        int slot = slot(key);
        if (last[slot] != 0 && owner[last[slot]] == number) {
            return;
        }
        if (last[slot] == 0) {
            if (++keyCount * 2 > keys.length) {
                grow();
                slot = slot(key);
            }
            keys[slot] = key;
            present[bits(key)] |= 1L << key;
        }
        if (++links == owner.length) {
            owner = Arrays.copyOf(owner, links * 2);
            before = Arrays.copyOf(before, links * 2);
        }
        owner[links] = number;
        before[links] = last[slot];
        last[slot] = links;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldLast = last;
        keys = new long[oldKeys.length * 2];
        last = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldLast[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                last[slot] = oldLast[i];
            }
        }
    }

    /** The slot of a key, or the free one where it belongs. */
    private int slot(long key) {
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 32) & (keys.length - 1);
        while (last[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    /** The hashes of a word's beginnings; the last is that of the word. */
    static long[] prefixes(char[] word, int start, int end) {
        long[] prefix = new long[end - start + 1];
        for (int i = start; i < end; i++) {
            prefix[i - start + 1] = prefix[i - start] * PRIME + word[i];
        }
        return prefix;
    }

    /** The hash without a letter. */
    static long without(long[] prefix, int length, int i) {
        return prefix[i] * POWERS[length - i - 1] + slice(prefix, i + 1, length);
    }

    /** The hash without two letters, i before j. */
    static long without(long[] prefix, int length, int i, int j) {
        long first = prefix[i] * POWERS[j - i - 1] + slice(prefix, i + 1, j);
        return first * POWERS[length - j - 1] + slice(prefix, j + 1, length);
    }

    private static long slice(long[] prefix, int from, int to) {
        return prefix[to] - prefix[from] * POWERS[to - from];
    }

    private static long[] powers() {
        long[] powers = new long[Spelling.LONGEST + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * PRIME;
        }
        return powers;
    }
}
