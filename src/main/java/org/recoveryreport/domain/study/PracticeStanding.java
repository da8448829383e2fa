package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.Comparator;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.practice.Verdict;

/**
 * What is known at a landmark of how an episode keeps to the practice checks.
 *
 * @param verdicts as of the landmark
 * @param recurrent whether it is a chronic case by recurrence, which its onset shows
 */
public record PracticeStanding(PracticeVerdicts verdicts, boolean recurrent)
        implements Comparable<PracticeStanding>, Serializable {
    private static final Comparator<PracticeStanding> ORDER = Comparator.comparingInt(
                    (PracticeStanding standing) -> standing.verdicts().code())
            .thenComparing(PracticeStanding::recurrent);

    /**
     * The verdict on a check.
     *
     * @param lastsLong whether a case that goes on after the landmark is chronic for that alone
     */
    Verdict verdict(PracticeCheck check, boolean lastsLong) {
        return verdicts.onCase(recurrent || lastsLong ? CaseClass.CHRONIC : CaseClass.UNDETERMINED)
                .verdict(check);
    }

    @Override
    public int compareTo(PracticeStanding other) {
        return ORDER.compare(this, other);
    }
}
