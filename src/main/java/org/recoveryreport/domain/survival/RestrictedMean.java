package org.recoveryreport.domain.survival;

import java.io.Serializable;

/**
 * Mean number of days without the event up to a horizon: the area under the Kaplan-Meier curve, with Greenwood's error as
 * in Royston and Parmar 2013, doi:10.1186/1471-2288-13-152: the root of the sum over event days of
 * {@code area beyond the day² · events / (atRisk · (atRisk − events))}.
 *
 * @param horizonDays the horizon counted to: earlier than asked for where the follow-up ends before it with the curve
 *     above zero
 * @param mean in days, in [0, horizonDays]
 * @param standardError at least 0
 */
public record RestrictedMean(int horizonDays, double mean, double standardError) implements Serializable {
    /**
     * The area under a curve that is defined up to the horizon, summed from there back to day 0.
     *
     * @param survival the curve, by distinct day
     */
    static RestrictedMean below(SurvivalCounts counts, double[] survival, int horizonDays) {
        double area = 0;
        double variance = 0;
        int end = horizonDays;
        long atRisk = 0;
        for (int i = counts.size() - 1; i >= 0; i--) {
            int day = counts.day(i);
            long events = counts.events(i);
            atRisk += events + counts.censored(i);
            if (day >= horizonDays) {
                continue;
            }
            area += survival[i] * (end - day);
            end = day;
            // where the last ones at risk have the event, no area lies beyond
            if (events < atRisk) {
                variance += area * area * KaplanMeier.greenwoodTerm(atRisk, events);
            }
        }
        return new RestrictedMean(horizonDays, area + end, Math.sqrt(variance));
    }
}
