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
    private final SurvivalCounts counts;

    /** By distinct day, as everything below: estimated proportion without the event after it. */
    private final double[] survival;

    /** Standard error of its logarithm. */
    private final double[] errors;

    private final double z;

    /** What is known of the order of things where the counts are but one of the ways they may have come; null = all. */
    private final @Nullable Envelope envelope;

    private final Band band;

    private KaplanMeier(
            SurvivalCounts counts,
            double[] survival,
            double[] errors,
            double z,
            ConfidenceType type,
            @Nullable Envelope envelope) {
        this.counts = counts;
        this.survival = survival;
        this.errors = errors;
        this.z = z;
        this.envelope = envelope;
        band = envelope == null ? ownBand(type) : envelope.band(z, type);
    }

    private Band ownBand(ConfidenceType type) {
        Band.Builder ends = new Band.Builder(survival.length);
        double[] lower = new double[1];
        double[] upper = new double[1];
        for (int i = 0; i < survival.length; i++) {
            if (i == 0 || counts.events(i) > 0) {
                type.band(survival[i], errors[i], z, lower, upper, 0);
            }
            ends.add(counts.day(i), lower[0], upper[0]);
        }
        return ends.build();
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
        return fit(counts, null, confidence, type);
    }

    /**
     * Estimates a curve of which it is not known what happened when.
     *
     * @param counts one of the ways in which it may have
     * @param envelope of all of them, from which the band is
     * @param confidence level of the band, in (0, 1)
     */
    public static KaplanMeier fit(
            SurvivalCounts counts, @Nullable Envelope envelope, double confidence, ConfidenceType type) {
        double[] survival = new double[counts.size()];
        double[] errors = new double[counts.size()];
        long atRisk = counts.total();
        double proportion = 1;
        double greenwood = 0;
        for (int i = 0; i < survival.length; i++) {
            long events = counts.events(i);
            if (events > 0) {
                proportion *= (atRisk - events) / (double) atRisk;
                greenwood += greenwoodTerm(atRisk, events);
            }
            survival[i] = proportion;
            errors[i] = Math.sqrt(greenwood);
            atRisk -= events + counts.censored(i);
        }
        return new KaplanMeier(counts, survival, errors, ConfidenceLimits.normalQuantile(confidence), type, envelope);
    }

    /** The same curve with its band on another scale. */
    public KaplanMeier withBand(ConfidenceType type) {
        return new KaplanMeier(counts, survival, errors, z, type, envelope);
    }

    /** One per distinct day, ascending. Unmodifiable. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(counts.size());
        long atRisk = counts.total();
        for (int i = 0; i < counts.size(); i++) {
            ConfidenceLimits limits = band.at(counts.day(i));
            steps.add(new Step(
                    counts.day(i),
                    atRisk,
                    counts.events(i),
                    counts.censored(i),
                    survival[i],
                    limits.lower(),
                    limits.upper()));
            atRisk -= counts.events(i) + counts.censored(i);
        }
        return List.copyOf(steps);
    }

    /** The last day on which anybody was observed; null = nobody was. */
    public @Nullable Integer lastDay() {
        return isOfNobody() ? null : Integer.valueOf(counts.day(counts.size() - 1));
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
        return band.quantile(Quantile.crossing(counts::day, survival, p), p);
    }

    /**
     * Estimated proportion without the event after a day; null = undefined, because the follow-up ended before that day
     * with the curve above zero.
     *
     * @param day at least 0
     */
    public @Nullable Double survivalAt(int day) {
        int at = placeOf(day);
        if (at < 0) {
            return isOfNobody() ? null : Double.valueOf(1);
        }
        return isDefinedOn(day) ? Double.valueOf(survival[at]) : null;
    }

    /**
     * The confidence interval of {@link #survivalAt}; 1 to 1 before the first day on which anything happened, undefined
     * where the curve is, and where it is zero.
     *
     * @param day at least 0
     */
    public ConfidenceLimits confidenceAt(int day) {
        return isDefinedOn(day) ? band.at(day) : ConfidenceLimits.UNDEFINED;
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
        if (isOfNobody()) {
            return null;
        }
        return RestrictedMean.below(
                counts, survival, isDefinedOn(horizonDays) ? horizonDays : counts.day(counts.size() - 1));
    }

    /** A day's part in the variance of log S, infinite when nobody is left. */
    static double greenwoodTerm(long atRisk, long events) {
        return events / ((double) atRisk * (atRisk - events));
    }

    private boolean isOfNobody() {
        return counts.size() == 0;
    }

    private boolean isDefinedOn(int day) {
        int last = counts.size() - 1;
        return last >= 0 && (day <= counts.day(last) || survival[last] == 0);
    }

    /** Position of the last distinct day on or before a day; -1 = there is none. */
    private int placeOf(int day) {
        if (day < 0) {
            throw new IllegalArgumentException("a day is at least 0, not " + day);
        }
        int low = 0;
        int high = counts.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (counts.day(middle) <= day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
