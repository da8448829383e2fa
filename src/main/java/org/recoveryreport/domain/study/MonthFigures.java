package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code recovery-by-month.csv}: recovery of the episodes that began in one month. Null = undefined, not reached, or
 * hidden.
 *
 * @param month such as {@code 2026-02}
 * @param episodes how many began in it
 * @param recovered how many of them recovered
 * @param medianDays Kaplan-Meier median recovery time, days from onset
 * @param medianLower lower end of its confidence interval
 * @param medianUpper upper end of its confidence interval
 * @param recoveredBy28 estimated proportion recovered by day 28
 * @param mature false where too many were not followed for 28 days, so that the figures will still change
 */
public record MonthFigures(
        String month,
        long episodes,
        @Nullable Long recovered,
        @Nullable Double medianDays,
        @Nullable Double medianLower,
        @Nullable Double medianUpper,
        @Nullable Double recoveredBy28,
        boolean mature)
        implements Serializable {
    /** The days for which a mature month was followed. */
    public static final int FOLLOWED_DAYS = 28;

    /** Largest share of a mature month's episodes last seen, still going on, before that. */
    public static final double LARGEST_SHARE_LOST = 0.1;

    /** The same without telling how many of them recovered. */
    MonthFigures undivided() {
        return new MonthFigures(month, episodes, null, medianDays, medianLower, medianUpper, recoveredBy28, mature);
    }
}
