package org.recoveryreport.sample;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a treatment is used, and what it truly does.
 *
 * @param tag the treatment
 * @param share of episodes of severity {@value CourseModel#TYPICAL_SEVERITY} in which it would be used if they lasted
 *     long enough, [0, 1]
 * @param severitySlope by how much, relative to {@code share}, a point of severity changes that: the sicker get other
 *     treatments, which confounds a comparison
 * @param atOnce proportion of its uses that start on the day of onset
 * @param meanDelayDays mean start of the other uses, in days after onset, exponential
 * @param hazardRatio its true effect: by this the daily hazard of recovery is multiplied from the day after the start on
 *     (on the day of onset at once); above 1 = sooner recovery, 1 = no effect
 */
public record TreatmentHabit(
        String tag, double share, double severitySlope, double atOnce, double meanDelayDays, double hazardRatio) {
    /** All treatments a sample log knows. Most do nothing, so that a report has something to find and much not to. */
    public static final List<TreatmentHabit> ALL = List.of(
            new TreatmentHabit("nsaid", 0.38, 0.04, 0.60, 5, 1.25),
            new TreatmentHabit("physical-therapy", 0.30, 0.06, 0.00, 18, 1.30),
            new TreatmentHabit("cold", 0.24, 0.00, 0.80, 3, 1),
            new TreatmentHabit("rest", 0.20, 0.08, 0.70, 4, 0.85),
            new TreatmentHabit("heat", 0.20, 0.00, 0.30, 6, 1),
            new TreatmentHabit("paracetamol", 0.18, 0.00, 0.60, 4, 1),
            new TreatmentHabit("massage", 0.16, 0.00, 0.02, 16, 1),
            new TreatmentHabit("muscle-relaxant", 0.11, 0.12, 0.15, 9, 1),
            new TreatmentHabit("gentle-movement", 0.10, -0.08, 0.15, 7, 1.20),
            new TreatmentHabit("stretching", 0.09, -0.06, 0.05, 12, 1),
            new TreatmentHabit("topical", 0.08, 0.00, 0.40, 6, 1),
            new TreatmentHabit("spinal-manipulation", 0.07, 0.00, 0.05, 14, 1),
            new TreatmentHabit("core-strengthening", 0.05, 0.00, 0.00, 28, 1),
            new TreatmentHabit("opioid", 0.05, 0.20, 0.10, 12, 1),
            new TreatmentHabit("acupuncture", 0.04, 0.00, 0.00, 24, 1),
            new TreatmentHabit("yoga-pilates", 0.03, -0.05, 0.00, 28, 1),
            new TreatmentHabit("posture-ergonomics", 0.03, 0.00, 0.05, 18, 1),
            new TreatmentHabit("stress-management", 0.02, 0.00, 0.00, 20, 1),
            new TreatmentHabit("hydration", 0.02, 0.00, 0.50, 5, 1),
            new TreatmentHabit("cupping", 0.01, 0.00, 0.00, 24, 1));

    /** A bit that stands for a treatment in a set of them: sets are formed for every row, and must be cheap. */
    static int bit(String tag) {
        for (int i = 0; i < ALL.size(); i++) {
            if (ALL.get(i).tag().equals(tag)) {
                return 1 << i;
            }
        }
        throw new IllegalArgumentException("no treatment " + tag);
    }

    /** The treatments of a set of bits. */
    static SortedSet<String> tags(int bits) {
        SortedSet<String> tags = new TreeSet<>();
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            tags.add(ALL.get(Integer.numberOfTrailingZeros(rest)).tag());
        }
        return tags;
    }
}
