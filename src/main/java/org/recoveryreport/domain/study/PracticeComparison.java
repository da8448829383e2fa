package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code practice-by-landmark.csv}: recovery after a landmark where care had kept to a practice check by then, and
 * where it had not. Null = undefined, not reached, or hidden. Times are days from the landmark.
 *
 * @param landmarkDays the landmark, in days from onset
 * @param check name of the {@link org.recoveryreport.domain.practice.PracticeCheck}
 * @param kept episodes that had kept to it
 * @param notKept episodes that had departed from it
 * @param notAssessable episodes that it concerns, but of which this was not known at the landmark
 * @param keptMedianDays Kaplan-Meier median of those that kept to it
 * @param keptMedianLower lower end of its confidence interval
 * @param keptMedianUpper upper end of its confidence interval
 * @param notKeptMedianDays Kaplan-Meier median of those that departed from it
 * @param notKeptMedianLower lower end of its confidence interval
 * @param notKeptMedianUpper upper end of its confidence interval
 * @param keptMedianTold whether {@code keptMedianDays} would be given had it been reached; a curve that leaves out the last
 *     recoveries cannot tell
 * @param notKeptMedianTold the same of {@code notKeptMedianDays}
 * @param rmstHorizonDays the horizon that days ill are counted to, shortened to the follow-up where needed
 * @param rmstDifference mean days ill where kept less those where not; negative = fewer days ill where kept
 * @param rmstDifferenceLower lower end of its confidence interval
 * @param rmstDifferenceUpper upper end of its confidence interval
 * @param logrankP log-rank test of the two
 * @param logrankPHolm the same adjusted for the number of checks at this landmark
 */
public record PracticeComparison(
        int landmarkDays,
        String check,
        @Nullable Long kept,
        @Nullable Long notKept,
        @Nullable Long notAssessable,
        @Nullable Double keptMedianDays,
        @Nullable Double keptMedianLower,
        @Nullable Double keptMedianUpper,
        @Nullable Double notKeptMedianDays,
        @Nullable Double notKeptMedianLower,
        @Nullable Double notKeptMedianUpper,
        @Nullable Boolean keptMedianTold,
        @Nullable Boolean notKeptMedianTold,
        @Nullable Integer rmstHorizonDays,
        @Nullable Double rmstDifference,
        @Nullable Double rmstDifferenceLower,
        @Nullable Double rmstDifferenceUpper,
        @Nullable Double logrankP,
        @Nullable Double logrankPHolm)
        implements Serializable {
    /** A row of which nothing is shown. */
    static PracticeComparison hidden(int landmarkDays, String check) {
        return new PracticeComparison(
                landmarkDays,
                check,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
