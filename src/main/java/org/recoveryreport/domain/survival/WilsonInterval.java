package org.recoveryreport.domain.survival;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A proportion with Wilson's score interval, without continuity correction (1927, doi:10.1080/01621459.1927.10502953).
 *
 * @param rate in [0, 1]
 * @param lower lower end, in [0, rate]
 * @param upper upper end, in [rate, 1]
 */
public record WilsonInterval(double rate, double lower, double upper) implements Serializable {
    /**
     * The proportion of {@code successes} in {@code trials}; null without a trial.
     *
     * @param successes in [0, trials]
     * @param trials at least 0
     * @param confidence in (0, 1)
     */
    public static @Nullable WilsonInterval of(long successes, long trials, double confidence) {
        double z = ConfidenceLimits.normalQuantile(confidence);
        if (successes < 0 || successes > trials) {
            throw new IllegalArgumentException(successes + " successes in " + trials + " trials");
        }
        if (trials == 0) {
            return null;
        }
        double rate = successes / (double) trials;
        double failures = trials - successes;
        double denominator = trials + z * z;
        double centre = (successes + z * z / 2) / denominator;
        double reach = z / denominator * Math.sqrt(rate * failures + z * z / 4);
        // with no success, or no failure, that end is exact
        double lower = successes == 0 ? 0 : centre - reach;
        double upper = failures == 0 ? 1 : centre + reach;
        return new WilsonInterval(rate, lower, upper);
    }
}
