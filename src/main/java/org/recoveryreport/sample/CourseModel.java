package org.recoveryreport.sample;

import java.util.List;
import org.recoveryreport.domain.episode.FollowUp;

/**
 * How long an episode lasts: each day, who is still ill recovers with a hazard that depends on the day, and is multiplied
 * for each point of severity above the typical and for each treatment that acts by then. So hazards are proportional: a
 * Cox model with time-dependent treatments, stratified by severity, estimates the stated ratios.
 */
public final class CourseModel {
    /** Severity at which neither recovery nor treatment is changed. */
    public static final int TYPICAL_SEVERITY = 5;

    /** The daily hazard of recovery is multiplied by this for each point of severity above the typical. */
    public static final double HAZARD_RATIO_PER_SEVERITY_POINT = 0.90;

    /**
     * Daily hazard of recovery, untreated, of typical severity. One in two is ill for more than two weeks, one in nine for
     * more than twelve.
     */
    public static final List<Period> PERIODS = List.of(
            new Period(0, 0.03),
            new Period(3, 0.055),
            new Period(14, 0.035),
            new Period(28, 0.018),
            new Period(84, 0.006));

    private static final int HIGHEST_SEVERITY = 10;

    private final boolean treatmentsWork;
    private final double[] dailyHazard = new double[SampleSettings.LAST_DAY + 1];
    private final double[] severityRatio = new double[HIGHEST_SEVERITY + 1];

    /**
     * A stretch of days of equal hazard.
     *
     * @param fromDay its first day; it ends where the next begins
     * @param dailyHazard cumulative hazard of one day
     */
    public record Period(int fromDay, double dailyHazard) {}

    CourseModel(boolean treatmentsWork) {
        this.treatmentsWork = treatmentsWork;
        for (Period period : PERIODS) {
            for (int day = period.fromDay(); day < dailyHazard.length; day++) {
                dailyHazard[day] = period.dailyHazard();
            }
        }
        for (int severity = 0; severity < severityRatio.length; severity++) {
            severityRatio[severity] = StrictMath.pow(HAZARD_RATIO_PER_SEVERITY_POINT, severity - TYPICAL_SEVERITY);
        }
    }

    /**
     * Follows an episode until recovery or the last day.
     *
     * @param endurance cumulative hazard at which it is over; exponential with mean 1
     * @param severity 0 to 10
     * @param uses by start
     * @param lastDay days from onset until the episode is last seen
     */
    FollowUp follow(double endurance, int severity, List<PlannedUse> uses, int lastDay) {
        double ratio = severityRatio[severity];
        double hazard = 0;
        int acting = 0;
        int next = 0;
        for (int day = 0; day <= lastDay; day++) {
            while (next < uses.size() && uses.get(next).actsFromDay() <= day) {
                int bits = uses.get(next).phrase().tagBits() & ~acting;
                ratio *= effectOf(bits);
                acting |= bits;
                next++;
            }
            hazard += ratio * dailyHazard[day];
            if (hazard >= endurance) {
                return new FollowUp(day, true);
            }
        }
        return new FollowUp(lastDay, false);
    }

    private double effectOf(int tagBits) {
        double effect = 1;
        if (treatmentsWork) {
            for (int bits = tagBits; bits != 0; bits &= bits - 1) {
                effect *= TreatmentHabit.ALL
                        .get(Integer.numberOfTrailingZeros(bits))
                        .hazardRatio();
            }
        }
        return effect;
    }
}
