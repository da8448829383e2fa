package org.recoveryreport.domain.course;

import java.io.Serializable;
import java.util.Set;
import org.recoveryreport.domain.episode.FollowUp;

/**
 * Classifies the episodes of one patient after the other. Not thread-safe: it remembers the patient's recent onsets.
 *
 * <p>Call {@link #nextPatient()} before each patient, then {@link #classify} for each of the patient's episodes in the
 * order of onset, on the same day in the order of the episode key.
 */
public final class CourseClassifier implements Serializable {
    private static final Set<ChronicReason> BY_DURATION = Set.of(ChronicReason.DURATION);
    private static final Set<ChronicReason> BY_RECURRENCE = Set.of(ChronicReason.RECURRENCE);
    private static final Set<ChronicReason> BOTH = Set.of(ChronicReason.DURATION, ChronicReason.RECURRENCE);

    private final CourseRules rules;
    /** The latest onsets of the patient, a ring; the oldest that matters is {@code recurrentOnsets - 1} onsets back. */
    private final int[] onsets;

    private long seen;

    public CourseClassifier(CourseRules rules) {
        this.rules = rules;
        this.onsets = new int[rules.recurrentOnsets() - 1];
    }

    /** Forgets the onsets of the patient before. */
    public void nextPatient() {
        seen = 0;
    }

    /**
     * Classifies the patient's next episode.
     *
     * @param onsetDay day of onset on one time scale, not before that of the call before
     * @param followUp how the episode went on
     */
    public Course classify(int onsetDay, FollowUp followUp) {
        boolean recurrent = isRecurrent(onsetDay);
        onsets[(int) (seen % onsets.length)] = onsetDay;
        seen++;
        Set<ChronicReason> reasons = reasons(lastedLongerThan(rules.chronicAfterDays(), followUp), recurrent);
        return new Course(classOf(reasons, followUp), reasons);
    }

    private static Set<ChronicReason> reasons(boolean lasts, boolean recurrent) {
        if (lasts) {
            return recurrent ? BOTH : BY_DURATION;
        }
        return recurrent ? BY_RECURRENCE : Set.of();
    }

    private CaseClass classOf(Set<ChronicReason> reasons, FollowUp followUp) {
        if (!reasons.isEmpty()) {
            return CaseClass.CHRONIC;
        }
        if (!followUp.recovered()) {
            return CaseClass.UNDETERMINED;
        }
        Integer subacuteAfterDays = rules.subacuteAfterDays();
        return subacuteAfterDays != null && lastedLongerThan(subacuteAfterDays, followUp)
                ? CaseClass.SUBACUTE
                : CaseClass.ACUTE;
    }

    /** Recovery on the limit's very day is within it; somebody still ill on that day recovers after it. */
    private static boolean lastedLongerThan(int days, FollowUp followUp) {
        return followUp.recovered() ? followUp.days() > days : followUp.days() >= days;
    }

    /** The window of n days holds the day of onset and the n - 1 days before it. */
    private boolean isRecurrent(int onsetDay) {
        if (seen < onsets.length) {
            return false;
        }
        long oldest = onsets[(int) (seen % onsets.length)];
        if (onsetDay < onsets[(int) ((seen - 1) % onsets.length)]) {
            throw new IllegalArgumentException("episodes of a patient come in the order of onset");
        }
        return onsetDay - oldest < rules.recurrenceWindowDays();
    }
}
