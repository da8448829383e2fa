package org.recoveryreport.domain.tagging;

import java.util.Arrays;

/** Sequences of words, of which the longest that begins at a token is found in one walk. */
final class PhraseTrie {
    static final int NONE = -1;
    static final int ROOT = 0;

    private long[] keys = new long[1 << 15];
    private int[] children = new int[1 << 15];
    private int[] entries = new int[1 << 14];
    private int edges;
    private int nodes = 1;

    PhraseTrie() {
        Arrays.fill(keys, NONE);
        Arrays.fill(entries, NONE);
    }

    /** Adds a sequence unless it is there. */
    void add(int[] words, int entry) {
        int node = ROOT;
        for (int word : words) {
            int next = child(node, word);
            node = next == NONE ? addChild(node, word) : next;
        }
        if (entries[node] == NONE) {
            entries[node] = entry;
        }
    }

    /** The longest sequence that begins at a token, as its entry and its last token; or {@link #NONE}. */
    long longestAt(Tokens tokens, int from) {
        return longestAfter(ROOT, tokens, from);
    }

    /** The longest sequence whose first words lead to a node and whose others begin at a token; the node's own is none. */
    long longestAfter(int start, Tokens tokens, int from) {
        int node = start;
        long longest = NONE;
        for (int i = from; i < tokens.count && tokens.word[i] != Tokens.UNKNOWN; i++) {
            node = child(node, tokens.word[i]);
            if (node == NONE) {
                break;
            }
            if (entries[node] != NONE) {
                longest = found(entries[node], i);
            }
        }
        return longest;
    }

    /** The entry that a word leads to from a node, or {@link #NONE}. */
    int entryAfter(int node, int word) {
        int next = child(node, word);
        return next == NONE ? NONE : entries[next];
    }

    /** The entry that ends at a node, or {@link #NONE}. */
    int entryAt(int node) {
        return entries[node];
    }

    static long found(int entry, int last) {
        return (long) entry << 32 | last;
    }

    static int entry(long found) {
        return (int) (found >>> 32);
    }

    static int last(long found) {
        return (int) found;
    }

    /** Where a word leads from a node, or {@link #NONE}. */
    int child(int node, int word) {
        long key = (long) node << 32 | word;
        int slot = slot(key);
        while (keys[slot] != NONE) {
            if (keys[slot] == key) {
                return children[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    private int addChild(int node, int word) {
        if (++edges * 3 > keys.length) {
            grow();
        }
        if (nodes == entries.length) {
            entries = Arrays.copyOf(entries, nodes * 2);
            Arrays.fill(entries, nodes, entries.length, NONE);
        }
        put((long) node << 32 | word, nodes);
        return nodes++;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[keys.length];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private void put(long key, int child) {
        int slot = slot(key);
        while (keys[slot] != NONE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = child;
    }

    private int slot(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
    }
}
