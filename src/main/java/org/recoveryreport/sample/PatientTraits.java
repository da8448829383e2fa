package org.recoveryreport.sample;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Characteristics;

/** Draws who somebody is; of all this only the severity changes treatment and recovery. */
final class PatientTraits {
    static final List<String> SITES = List.of("north", "south", "harbour", "hill");
    /** Proportion of a characteristic's values that are left blank. */
    static final double BLANK = 0.04;
    /** Proportion of episodes with a red flag. */
    static final double RED_FLAG = 0.025;

    private static final List<String> AGE_BANDS =
            List.of("18-29", "30-39", "30-39", "40-49", "40-49", "40-49", "50-59", "50-59", "60-69", "70+");
    private static final List<String> RED_FLAGS = List.of(
            "numbness in legs",
            "weakness in legs",
            "fever",
            "unexplained weight loss",
            "severe injury",
            "loss of bladder control",
            "no better after a week of home care");

    /**
     * What stays the same from episode to episode.
     *
     * @param ageBand null = left blank
     * @param sex null = left blank
     * @param site where the patient is treated
     */
    record Patient(@Nullable String ageBand, @Nullable String sex, String site) {}

    static Patient patient(Dice dice) {
        return new Patient(
                dice.chance(BLANK) ? null : AGE_BANDS.get(dice.below(AGE_BANDS.size())),
                dice.chance(BLANK) ? null : dice.chance(0.54) ? "F" : "M",
                SITES.get(dice.below(SITES.size())));
    }

    /** Pain at onset, 1 to 9, mean 5, in the shape of two dice. */
    static int severity(Dice dice) {
        return 1 + dice.below(5) + dice.below(5);
    }

    static Characteristics asWritten(Patient patient, int severity, Dice dice) {
        return new Characteristics(
                patient.ageBand(),
                patient.sex(),
                dice.chance(BLANK) ? null : (Integer) severity,
                patient.site(),
                dice.chance(RED_FLAG) ? redFlags(dice) : List.of());
    }

    private static List<String> redFlags(Dice dice) {
        int first = dice.below(RED_FLAGS.size());
        int second = dice.below(4 * RED_FLAGS.size());
        return second < RED_FLAGS.size() && second != first
                ? List.of(RED_FLAGS.get(first), RED_FLAGS.get(second))
                : List.of(RED_FLAGS.get(first));
    }
}
