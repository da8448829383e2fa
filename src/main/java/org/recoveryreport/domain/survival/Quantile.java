package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The day by which a given proportion has had the event, and the limits that come from inverting the confidence band
 * (Brookmeyer and Crowley 1982, doi:10.2307/2530286). Null = not reached within the follow-up.
 *
 * @param estimate a day, or the midpoint between two
 * @param lower where the lower end of the band crosses
 * @param upper where the upper end of the band crosses
 */
public record Quantile(
        @Nullable Double estimate,
        @Nullable Double lower,
        @Nullable Double upper) implements Serializable {
    /** Curves this close to the level are flat at it: a product of fractions seldom hits one half to the last bit. */
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

    /**
     * Where a curve, 1 at day 0, falls to {@code 1 - proportion}. If it is flat there, the middle between the start of
     * that plateau and the next fall, or the end of the follow-up. The ends of the band may rise again; the step that
     * comes closest to the level counts then, as in R.
     *
     * @param days of the steps, ascending
     * @param curve by step; not a number = undefined
     */
    static @Nullable Double crossing(IntUnaryOperator days, double[] curve, double proportion) {
        int reached = -1;
        int passed = -1;
        double valueReached = Double.POSITIVE_INFINITY;
        double valuePassed = Double.POSITIVE_INFINITY;
        for (int i = 0; i < curve.length; i++) {
            // what is undefined has fallen nowhere
            double fallen = 1 - curve[i];
            if (fallen + TOLERANCE >= proportion && fallen < valueReached) {
                reached = days.applyAsInt(i);
                valueReached = fallen;
            }
            if (fallen - TOLERANCE >= proportion && fallen < valuePassed) {
                passed = days.applyAsInt(i);
                valuePassed = fallen;
            }
        }
        if (reached < 0) {
            return null;
        }
        int last = curve.length - 1;
        if (passed < 0 && Math.abs(proportion - (1 - curve[last])) < TOLERANCE) {
            passed = days.applyAsInt(last);
        }
        return passed < 0 ? null : Double.valueOf((reached + (double) passed) / 2);
    }
}
