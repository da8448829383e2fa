package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code recovery-by-combination.csv}: recovery of the episodes with one combination of treatments as used. Null
 * = undefined, not reached, or hidden. Times are days from onset, proportions lie in [0, 1].
 *
 * @param population whose episodes
 * @param combination the combination's label, {@code none}, or {@code other combinations}
 * @param episodes how many
 * @param recovered how many of them recovered; null = hidden
 * @param censored how many were still ill when last seen; null = hidden
 * @param medianDays Kaplan-Meier median recovery time
 * @param medianLower lower end of its confidence interval
 * @param medianUpper upper end of its confidence interval
 * @param q1Days day by which a quarter had recovered
 * @param q3Days day by which three quarters had recovered
 * @param rmstDays mean number of days ill up to the horizon
 * @param rmstSe its standard error
 * @param rmstHorizonDays the horizon it counts to: shorter than asked for where the follow-up is shorter
 * @param recoveredBy7 estimated proportion recovered by day 7
 * @param recoveredBy14 by day 14
 * @param recoveredBy28 by day 28
 * @param recoveredBy84 by day 84
 * @param logrankP log-rank test of this combination against all other episodes of the population
 * @param logrankPHolm the same adjusted for the number of combinations of the population
 */
public record CombinationFigures(
        Population population,
        String combination,
        long episodes,
        @Nullable Long recovered,
        @Nullable Long censored,
        @Nullable Double medianDays,
        @Nullable Double medianLower,
        @Nullable Double medianUpper,
        @Nullable Double q1Days,
        @Nullable Double q3Days,
        @Nullable Double rmstDays,
        @Nullable Double rmstSe,
        @Nullable Integer rmstHorizonDays,
        @Nullable Double recoveredBy7,
        @Nullable Double recoveredBy14,
        @Nullable Double recoveredBy28,
        @Nullable Double recoveredBy84,
        @Nullable Double logrankP,
        @Nullable Double logrankPHolm)
        implements Serializable {
    /** The same without telling how many of them recovered. */
    CombinationFigures undivided() {
        return new CombinationFigures(
                population,
                combination,
                episodes,
                null,
                null,
                medianDays,
                medianLower,
                medianUpper,
                q1Days,
                q3Days,
                rmstDays,
                rmstSe,
                rmstHorizonDays,
                recoveredBy7,
                recoveredBy14,
                recoveredBy28,
                recoveredBy84,
                logrankP,
                logrankPHolm);
    }
}
