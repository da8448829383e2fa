package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.survival.ConfidenceLimits;
import org.recoveryreport.domain.survival.KaplanMeier;

/**
 * What part of a group as used had recovered by a day, with the pointwise interval of its Kaplan-Meier curve. Null =
 * undefined: not followed so long, or an interval that ends where everybody has recovered.
 *
 * @param population whose episodes
 * @param combination the combination's label, or that of all together
 * @param day from onset
 * @param proportion in [0, 1]
 * @param lower lower end of its confidence interval
 * @param upper upper end of its confidence interval
 */
public record RecoveredBy(
        Population population,
        String combination,
        int day,
        @Nullable Double proportion,
        @Nullable Double lower,
        @Nullable Double upper)
        implements Serializable {
    /** The days on which every table says how many had recovered. */
    static final List<Integer> DAYS = List.of(7, 14, 28, 84);

    /**
     * One row for each of the {@link #DAYS}.
     *
     * @param rounding how far shares of so many episodes may be told
     */
    static List<RecoveredBy> of(
            Population population, String combination, KaplanMeier curve, long episodes, Rounding rounding) {
        List<RecoveredBy> rows = new ArrayList<>();
        for (int day : DAYS) {
            Double ill = curve.survivalAt(day);
            ConfidenceLimits limits = curve.confidenceAt(day);
            rows.add(new RecoveredBy(
                    population,
                    combination,
                    day,
                    rounding.recovered(ill, episodes),
                    rounding.lowerEnd(oneLess(limits.upper()), episodes),
                    rounding.upperEnd(oneLess(limits.lower()), episodes)));
        }
        return rows;
    }

    private static @Nullable Double oneLess(@Nullable Double proportion) {
        return proportion == null ? null : Double.valueOf(1 - proportion);
    }
}
