package org.recoveryreport.domain.survival;

import java.io.Serializable;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The ends of a confidence interval; an end is null where it is undefined.
 *
 * @param lower the lower end
 * @param upper the upper end
 */
public record ConfidenceLimits(
        @Nullable Double lower, @Nullable Double upper) implements Serializable {
    /** No limits can be given. */
    public static final ConfidenceLimits UNDEFINED = new ConfidenceLimits(null, null);

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    /** Ends of which not a number = undefined. */
    static ConfidenceLimits of(double lower, double upper) {
        return new ConfidenceLimits(
                Double.isNaN(lower) ? null : Double.valueOf(lower), Double.isNaN(upper) ? null : Double.valueOf(upper));
    }

    /**
     * How many standard errors a two-sided normal interval reaches to either side.
     *
     * @throws IllegalArgumentException unless the confidence level lies in (0, 1)
     */
    static double normalQuantile(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1, not at " + confidence);
        }
        return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
    }

    /** Probability of a standard normal value at least as far from 0 as {@code z}. */
    static double twoSidedP(double z) {
        return Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    }
}
