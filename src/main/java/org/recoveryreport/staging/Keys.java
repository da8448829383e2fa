package org.recoveryreport.staging;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Collects entries of one width that begin with a pseudonym and an item, and writes them bucket by bucket. */
final class Keys {
    private final ByteSink inOrder = new ByteSink();
    private final ByteSink inBuckets = new ByteSink();
    private final int[] ends = new int[Pseudonym.BUCKETS];
    private int[] buckets = new int[0];
    private int width;
    private int size;

    /** Begins anew. */
    void clear(int entryBytes, int most) {
        inOrder.clear();
        inBuckets.clear();
        Arrays.fill(ends, 0);
        width = entryBytes;
        size = 0;
        if (buckets.length < most) {
            buckets = new int[most];
        }
    }

    /** Begins an entry with both halves of a pseudonym. */
    void add(long high, long low, int item) {
        inOrder.fixed(high);
        inOrder.fixed(low);
        inOrder.four(item);
        int bucket = Pseudonym.bucket(high);
        buckets[size++] = bucket;
        ends[bucket] += width;
    }

    /** Goes on with the entry. */
    void add(int value) {
        inOrder.four(value);
    }

    /** Puts the entries into their buckets, those of a bucket in the order of adding. */
    void end() {
        int end = 0;
        int[] next = new int[Pseudonym.BUCKETS];
        for (int bucket = 0; bucket < Pseudonym.BUCKETS; bucket++) {
            next[bucket] = end;
            end += ends[bucket];
            ends[bucket] = end;
        }
        inBuckets.room(end);
        for (int i = 0; i < size; i++) {
            int bucket = buckets[i];
            inBuckets.copy(next[bucket], inOrder, i * width, width);
            next[bucket] += width;
        }
    }

    /** Where each bucket ends in the {@link #buffer}. */
    void writeEnds(ByteSink sink) {
        for (int end : ends) {
            sink.four(end);
        }
    }

    ByteBuffer buffer() {
        return inBuckets.buffer();
    }
}
