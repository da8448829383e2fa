package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    /** How finely an interval may tell of small counts. */
    private static final double PERCENT = 100;

    /**
     * One row for each of the {@link #DAYS}.
     *
     * @param exact whether the ends of the interval may be told exactly; else they are whole percent, rounded outwards
     */
    static List<RecoveredBy> of(Population population, String combination, KaplanMeier curve, boolean exact) {
        List<RecoveredBy> rows = new ArrayList<>();
        for (int day : DAYS) {
            Double ill = curve.survivalAt(day);
            ConfidenceLimits limits = curve.confidenceAt(day);
            Double lower = oneLess(limits.upper());
            Double upper = oneLess(limits.lower());
            rows.add(new RecoveredBy(
                    population,
                    combination,
                    day,
                    oneLess(ill),
                    exact || lower == null ? lower : Double.valueOf(Math.floor(lower * PERCENT) / PERCENT),
                    exact || upper == null ? upper : Double.valueOf(Math.ceil(upper * PERCENT) / PERCENT)));
        }
        return rows;
    }

    private static @Nullable Double oneLess(@Nullable Double proportion) {
        return proportion == null ? null : Double.valueOf(1 - proportion);
    }
}
