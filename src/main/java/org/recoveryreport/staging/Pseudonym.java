package org.recoveryreport.staging;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * A pseudonym as 128 bits that stand for it (MurmurHash3 by Austin Appleby, x64, 128 bits). Among a thousand million
 * pseudonyms two share them with a probability below 10 to the -20th, so equal bits are taken as the same pseudonym.
 */
record Pseudonym(long high, long low) implements Comparable<Pseudonym> {
    private static final int BUCKET_BITS = 6;

    /** Pseudonyms fall into so many buckets of about equal size. */
    static final int BUCKETS = 1 << BUCKET_BITS;

    static Pseudonym of(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        long[] hash = MurmurHash3.hash128x64(utf8, 0, utf8.length, 0);
        return new Pseudonym(hash[0], hash[1]);
    }

    int bucket() {
        return (int) (high >>> (Long.SIZE - BUCKET_BITS));
    }

    @Override
    public int compareTo(Pseudonym other) {
        int byHigh = Long.compare(high, other.high);
        return byHigh != 0 ? byHigh : Long.compare(low, other.low);
    }
}
