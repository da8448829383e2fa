package org.recoveryreport.staging;

/**
 * The 128 bits that stand for a pseudonym: MurmurHash3 (Austin Appleby; x64, 128 bits, seed 0) of its UTF-16 code units, the
 * lower byte first. Among a thousand million pseudonyms two share them with a probability below 10 to the -20th, so equal bits
 * are taken as the same pseudonym. One object takes one after the other, so that none is left behind by millions.
 */
final class Pseudonym {
    private static final int BUCKET_BITS = 6;

    /** Pseudonyms fall into so many buckets of about equal size. */
    static final int BUCKETS = 1 << BUCKET_BITS;

    private static final long C1 = 0x87c37b91114253d5L;
    private static final long C2 = 0x4cf5ad432745937fL;
    private static final int UNITS_OF_A_HALF = Long.SIZE / Character.SIZE;

    private long high;
    private long low;

    /** Takes the place of the one before. */
    void take(String value) {
        high = 0;
        low = 0;
        int at = 0;
        for (; at + 2 * UNITS_OF_A_HALF <= value.length(); at += 2 * UNITS_OF_A_HALF) {
            high ^= mixedFirst(units(value, at));
            high = (Long.rotateLeft(high, 27) + low) * 5 + 0x52dce729;
            low ^= mixedSecond(units(value, at + UNITS_OF_A_HALF));
            low = (Long.rotateLeft(low, 31) + high) * 5 + 0x38495ab5;
        }
        high ^= mixedFirst(units(value, at));
        low ^= mixedSecond(units(value, at + UNITS_OF_A_HALF));
        long bytes = (long) Character.BYTES * value.length();
        high ^= bytes;
        low ^= bytes;
        high += low;
        low += high;
        high = finished(high);
        low = finished(low);
        high += low;
        low += high;
    }

    /** Its upper half. */
    long high() {
        return high;
    }

    /** Its lower half. */
    long low() {
        return low;
    }

    /** Where a pseudonym belongs. */
    static int bucket(long high) {
        return (int) (high >>> (Long.SIZE - BUCKET_BITS));
    }

    /** Four code units from a position on; behind the end, zeros. */
    private static long units(String value, int from) {
        long units = 0;
        int end = Math.min(value.length(), from + UNITS_OF_A_HALF);
        for (int i = from; i < end; i++) {
            units |= (long) value.charAt(i) << (Character.SIZE * (i - from));
        }
        return units;
    }

    private static long mixedFirst(long units) {
        return Long.rotateLeft(units * C1, 31) * C2;
    }

    private static long mixedSecond(long units) {
        return Long.rotateLeft(units * C2, 33) * C1;
    }

    private static long finished(long half) {
        long h = (half ^ (half >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
