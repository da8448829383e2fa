package org.recoveryreport.domain.disclosure;

import java.util.Arrays;

/** What is hidden with what, from one count to others. */
final class Links {
    private int[] firsts = new int[0];
    private int[] to = new int[64];
    private int[] next = new int[64];
    private int size;

    void add(int from, int other) {
        if (from >= firsts.length) {
            int known = firsts.length;
            firsts = Arrays.copyOf(firsts, Math.max(64, 2 * from));
            Arrays.fill(firsts, known, firsts.length, -1);
        }
        if (size == to.length) {
            to = Arrays.copyOf(to, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
        }
        to[size] = other;
        next[size] = firsts[from];
        firsts[from] = size++;
    }

    /** The first link of a count; negative = none. */
    int first(int from) {
        return from < firsts.length ? firsts[from] : -1;
    }

    /** The next one; negative = none. */
    int next(int link) {
        return next[link];
    }

    int to(int link) {
        return to[link];
    }
}
