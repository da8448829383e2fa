package org.recoveryreport.domain.survival;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How many days longer one group goes without the event than another, up to a horizon common to both, with a normal
 * interval and test (Uno et al. 2014, doi:10.1200/JCO.2014.55.2208).
 *
 * @param horizonDays the horizon counted to: shortened where either group is not followed as long
 * @param difference mean of the group less that of the reference, in days; negative = the event comes earlier
 * @param standardError at least 0
 * @param lower lower end of the confidence interval
 * @param upper upper end of the confidence interval
 * @param pValue two-sided, of no difference; null when the standard error is 0
 */
public record RestrictedMeanDifference(
        int horizonDays,
        double difference,
        double standardError,
        double lower,
        double upper,
        @Nullable Double pValue) implements Serializable {
    /**
     * Compares two groups; null when either is empty.
     *
     * @param horizonDays at least 0
     * @param confidence in (0, 1)
     */
    public static @Nullable RestrictedMeanDifference between(
            KaplanMeier group, KaplanMeier reference, int horizonDays, double confidence) {
        double z = ConfidenceLimits.normalQuantile(confidence);
        RestrictedMean mean = group.restrictedMean(horizonDays);
        RestrictedMean referenceMean = reference.restrictedMean(horizonDays);
        if (mean == null || referenceMean == null) {
            return null;
        }
        if (mean.horizonDays() != referenceMean.horizonDays()) {
            int common = Math.min(mean.horizonDays(), referenceMean.horizonDays());
            return between(group, reference, common, confidence);
        }
        double difference = mean.mean() - referenceMean.mean();
        double error = Math.hypot(mean.standardError(), referenceMean.standardError());
        return new RestrictedMeanDifference(
                mean.horizonDays(),
                difference,
                error,
                difference - z * error,
                difference + z * error,
                error == 0 ? null : Double.valueOf(ConfidenceLimits.twoSidedP(difference / error)));
    }

    /** As {@link #between(KaplanMeier, KaplanMeier, int, double)}, from the groups' counts. */
    public static @Nullable RestrictedMeanDifference between(
            SurvivalCounts group, SurvivalCounts reference, int horizonDays, double confidence) {
        return between(
                KaplanMeier.fit(group, confidence, ConfidenceType.PLAIN),
                KaplanMeier.fit(reference, confidence, ConfidenceType.PLAIN),
                horizonDays,
                confidence);
    }
}
