package org.recoveryreport.domain.disclosure;

/**
 * The values that a hidden count can have, as far as a reader can tell.
 *
 * @param lower the smallest
 * @param upper the largest
 */
public record Range(long lower, long upper) {
    /** How far apart they are. */
    public long width() {
        return upper - lower;
    }
}
