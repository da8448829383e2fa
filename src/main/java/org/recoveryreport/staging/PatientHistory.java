package org.recoveryreport.staging;

import java.util.List;
import org.recoveryreport.domain.episode.FollowUp;

/**
 * The accepted episodes of one patient on one time scale.
 *
 * @param number which patient this is in the order of reading, starting with 0
 * @param cases in the order of onset, on the same day in the order of the episode key
 */
public record PatientHistory(long number, List<Case> cases) {
    public PatientHistory {
        cases = List.copyOf(cases);
    }

    /**
     * One of the patient's episodes.
     *
     * @param part partition that staged it
     * @param seq its number there
     * @param onsetDay day of onset
     * @param followUp how it went on
     */
    public record Case(int part, long seq, int onsetDay, FollowUp followUp) {}
}
