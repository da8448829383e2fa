package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Kaplan-Meier curve of a group (1958, doi:10.1080/01621459.1958.10501452): the estimated proportion without the
 * event after each day. On one day, events come before censorings. The pointwise confidence band uses Greenwood's error.
 * Equal to R's {@code survfit}, {@code quantile} and {@code summary(times)}. Immutable.
 *
 * <p>The curve of nobody has no step; everything asked of it is undefined. Without any event it stays at 1, and no quantile is
 * reached. Where everybody has the event on one day it falls to 0 there: that day is every quantile, without a band. One
 * subject makes such a curve. Whoever has the event on day 0 counts, so that the curve may begin below 1. Where the last one
 * observed is censored, nothing is said beyond that day.
 */
public final class KaplanMeier implements Serializable {
    private final List<Step> steps;

    private KaplanMeier(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /**
     * A day on which somebody had the event or was censored.
     *
     * @param day at least 0
     * @param atRisk still without the event and under observation just before
     * @param events on that day
     * @param censored on that day
     * @param survival estimated proportion without the event after that day, in [0, 1]
     * @param lower lower end of its confidence interval; null where undefined: once the curve is at 0, and for
     *     {@link ConfidenceType#LOG_LOG} before the first event
     * @param upper upper end, null likewise
     */
    public record Step(
            int day,
            long atRisk,
            long events,
            long censored,
            double survival,
            @Nullable Double lower,
            @Nullable Double upper)
            implements Serializable {}

    /**
     * Estimates the curve.
     *
     * @param confidence level of the band, in (0, 1)
     */
    public static KaplanMeier fit(SurvivalCounts counts, double confidence, ConfidenceType type) {
        double z = ConfidenceLimits.normalQuantile(confidence);
        List<Step> steps = new ArrayList<>(counts.size());
        long atRisk = counts.total();
        double survival = 1;
        double greenwood = 0;
        for (int i = 0; i < counts.size(); i++) {
            long events = counts.events(i);
            long censored = counts.censored(i);
            if (events > 0) {
                survival *= (atRisk - events) / (double) atRisk;
                greenwood += greenwoodTerm(atRisk, events);
            }
            ConfidenceLimits limits = type.limits(survival, Math.sqrt(greenwood), z);
            steps.add(new Step(counts.day(i), atRisk, events, censored, survival, limits.lower(), limits.upper()));
            atRisk -= events + censored;
        }
        return new KaplanMeier(steps);
    }

    /**
     * The reverse curve, of the time to being lost to observation, whose median is the median follow-up (Schemper and
     * Smith 1996, doi:10.1016/0197-2456(96)00075-X).
     */
    public static KaplanMeier ofFollowUp(SurvivalCounts counts, double confidence, ConfidenceType type) {
        return fit(counts.reversed(), confidence, type);
    }

    /** One per distinct day, ascending. Unmodifiable. */
    public List<Step> steps() {
        return steps;
    }

    /** The last day on which anybody was observed; null = nobody was. */
    public @Nullable Integer lastDay() {
        return steps.isEmpty()
                ? null
                : Integer.valueOf(steps.get(steps.size() - 1).day());
    }

    /**
     * The day by which a proportion of the group has had the event: 0.5 gives the median. A curve that is flat at the
     * level gives the middle of the plateau, which ends with the follow-up at the latest.
     *
     * @param p in (0, 1]
     */
    public Quantile quantile(double p) {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException("a quantile lies above 0 and not above 1, not at " + p);
        }
        return Quantile.of(steps, p);
    }

    /**
     * Estimated proportion without the event after a day; null = undefined, because the follow-up ended before that day
     * with the curve above zero.
     *
     * @param day at least 0
     */
    public @Nullable Double survivalAt(int day) {
        Step step = stepAt(day);
        if (step == null) {
            return steps.isEmpty() ? null : Double.valueOf(1);
        }
        return isDefinedOn(day) ? Double.valueOf(step.survival()) : null;
    }

    /**
     * The confidence interval of {@link #survivalAt}; 1 to 1 before the first day on which anything happened, undefined
     * where the curve is, and where it is zero.
     *
     * @param day at least 0
     */
    public ConfidenceLimits confidenceAt(int day) {
        Step step = stepAt(day);
        if (step == null) {
            return steps.isEmpty() ? ConfidenceLimits.UNDEFINED : new ConfidenceLimits(1.0, 1.0);
        }
        return isDefinedOn(day) ? new ConfidenceLimits(step.lower(), step.upper()) : ConfidenceLimits.UNDEFINED;
    }

    /**
     * Mean number of days without the event up to a horizon, which is shortened to the last follow-up where the curve is
     * above zero there; null for the curve of nobody.
     *
     * @param horizonDays at least 0
     */
    public @Nullable RestrictedMean restrictedMean(int horizonDays) {
        if (horizonDays < 0) {
            throw new IllegalArgumentException("a horizon is at least 0 days, not " + horizonDays);
        }
        if (steps.isEmpty()) {
            return null;
        }
        int last = steps.get(steps.size() - 1).day();
        return RestrictedMean.below(steps, isDefinedOn(horizonDays) ? horizonDays : last);
    }

    /** A day's part in the variance of log S, infinite when nobody is left. */
    static double greenwoodTerm(long atRisk, long events) {
        return events / ((double) atRisk * (atRisk - events));
    }

    private boolean isDefinedOn(int day) {
        Step last = steps.get(steps.size() - 1);
        return day <= last.day() || last.survival() == 0;
    }

    /** The last step on or before a day. */
    private @Nullable Step stepAt(int day) {
        if (day < 0) {
            throw new IllegalArgumentException("a day is at least 0, not " + day);
        }
        int low = 0;
        int high = steps.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps.get(middle).day() <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low == 0 ? null : steps.get(low - 1);
    }
}
