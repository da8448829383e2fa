package org.recoveryreport.publish.plot;

import org.jspecify.annotations.Nullable;

/**
 * An estimate and its interval.
 *
 * @param lower not above the upper end
 * @param upper not below the lower end
 */
public record Interval(double estimate, double lower, double upper) {
    /** Null where one of the three is. */
    public static @Nullable Interval of(@Nullable Double estimate, @Nullable Double lower, @Nullable Double upper) {
        return estimate == null || lower == null || upper == null ? null : new Interval(estimate, lower, upper);
    }
}
