package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code landmark-by-combination.csv}: recovery after a landmark, by the treatments started by then, of the
 * episodes still going on after it. Null = undefined, not reached, or hidden. Times are days from the landmark.
 *
 * @param landmarkDays the landmark, in days from onset
 * @param combination the combination's label, {@code none}, or {@code other combinations}
 * @param episodes how many
 * @param recovered how many of them recovered; null = hidden
 * @param censored how many were still ill when last seen; null = hidden
 * @param medianDays Kaplan-Meier median
 * @param medianLower lower end of its confidence interval
 * @param medianUpper upper end of its confidence interval
 * @param rmstDays mean number of days ill from the landmark to the horizon
 * @param rmstSe its standard error
 * @param rmstHorizonDays the horizon it counts to: shorter than asked for where the follow-up is shorter
 * @param rmstDifference {@code rmstDays} less that of {@code none}; negative = fewer days ill than without treatment
 * @param rmstDifferenceLower lower end of its confidence interval
 * @param rmstDifferenceUpper upper end of its confidence interval
 * @param logrankP log-rank test of this combination against all others at this landmark
 * @param logrankPHolm the same adjusted for the number of combinations at this landmark
 */
public record LandmarkFigures(
        int landmarkDays,
        String combination,
        long episodes,
        @Nullable Long recovered,
        @Nullable Long censored,
        @Nullable Double medianDays,
        @Nullable Double medianLower,
        @Nullable Double medianUpper,
        @Nullable Double rmstDays,
        @Nullable Double rmstSe,
        @Nullable Integer rmstHorizonDays,
        @Nullable Double rmstDifference,
        @Nullable Double rmstDifferenceLower,
        @Nullable Double rmstDifferenceUpper,
        @Nullable Double logrankP,
        @Nullable Double logrankPHolm)
        implements Serializable {
    /** The same without telling how many of them recovered. */
    LandmarkFigures undivided() {
        return new LandmarkFigures(
                landmarkDays,
                combination,
                episodes,
                null,
                null,
                medianDays,
                medianLower,
                medianUpper,
                rmstDays,
                rmstSe,
                rmstHorizonDays,
                rmstDifference,
                rmstDifferenceLower,
                rmstDifferenceUpper,
                logrankP,
                logrankPHolm);
    }
}
