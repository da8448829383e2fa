package org.recoveryreport.intake;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Finds the hashes that were added more than once. */
final class RepeatedIds {
    private long[] hashes = new long[1024];
    private int size;

    void add(long hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        hashes[size++] = hash;
    }

    Set<Long> repeated() {
        Arrays.sort(hashes, 0, size);
        Set<Long> repeated = new HashSet<>();
        for (int i = 1; i < size; i++) {
            if (hashes[i] == hashes[i - 1]) {
                repeated.add(hashes[i]);
            }
        }
        return repeated;
    }
}
