package org.recoveryreport.attack;

/**
 * A small count that a report gives away.
 *
 * @param how by what means
 * @param kind what sort of count it is, such as {@code recovered of a combination}
 * @param count which count
 * @param range what is known of it
 */
record Leak(How how, String kind, String count, String range) {
    /** By what means a count is had. */
    enum How {
        /** It stands there. */
        SHOWN,
        /** It follows from what stands there that the count is small. */
        DERIVED,
        /** It is hidden, and yet known to less than k. */
        NARROW,
        /** A figure that is no function of published counts, or has more digits than it should. */
        PRECISE
    }

    @Override
    public String toString() {
        return how + " " + kind + ": " + count + " " + range;
    }
}
