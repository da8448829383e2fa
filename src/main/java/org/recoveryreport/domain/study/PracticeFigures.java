package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code practice-checks.csv}: how many episodes keep to a practice check. Null = hidden; of the rate and its
 * interval also: undefined, for no episode could be assessed.
 *
 * @param population whose episodes
 * @param check name of the {@link org.recoveryreport.domain.practice.PracticeCheck}
 * @param eligible episodes that the check concerns
 * @param kept how many of them keep to it
 * @param notAssessable how many of them leave it open; the others depart from it
 * @param rate kept among those that could be assessed, in [0, 1]
 * @param rateLower lower end of its Wilson interval
 * @param rateUpper upper end of its Wilson interval
 */
public record PracticeFigures(
        Population population,
        String check,
        @Nullable Long eligible,
        @Nullable Long kept,
        @Nullable Long notAssessable,
        @Nullable Double rate,
        @Nullable Double rateLower,
        @Nullable Double rateUpper)
        implements Serializable {
    /** The same without telling how many of them kept to it. */
    PracticeFigures undivided() {
        return new PracticeFigures(population, check, eligible, null, null, null, null, null);
    }
}
