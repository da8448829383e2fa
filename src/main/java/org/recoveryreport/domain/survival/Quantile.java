package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.List;
import java.util.function.Function;
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

    static Quantile of(List<KaplanMeier.Step> steps, double proportion) {
        return new Quantile(
                crossing(steps, KaplanMeier.Step::survival, proportion),
                crossing(steps, KaplanMeier.Step::lower, proportion),
                crossing(steps, KaplanMeier.Step::upper, proportion));
    }

    /**
     * Where a curve, 1 at day 0, falls to {@code 1 - proportion}. If it is flat there, the middle between the start of
     * that plateau and the next fall, or the end of the follow-up. The ends of the band may rise again; the step that
     * comes closest to the level counts then, as in R.
     */
    private static @Nullable Double crossing(
            List<KaplanMeier.Step> steps, Function<KaplanMeier.Step, @Nullable Double> curve, double proportion) {
        Integer reached = null;
        Integer passed = null;
        double valueReached = Double.POSITIVE_INFINITY;
        double valuePassed = Double.POSITIVE_INFINITY;
        Double last = null;
        for (KaplanMeier.Step step : steps) {
            Double survival = curve.apply(step);
            last = survival;
            if (survival == null) {
                continue;
            }
            double fallen = 1 - survival;
            if (fallen + TOLERANCE >= proportion && fallen < valueReached) {
                reached = step.day();
                valueReached = fallen;
            }
            if (fallen - TOLERANCE >= proportion && fallen < valuePassed) {
                passed = step.day();
                valuePassed = fallen;
            }
        }
        if (reached == null) {
            return null;
        }
        if (passed == null && last != null && Math.abs(proportion - (1 - last)) < TOLERANCE) {
            passed = steps.get(steps.size() - 1).day();
        }
        return passed == null ? null : Double.valueOf((reached + (double) passed) / 2);
    }
}
