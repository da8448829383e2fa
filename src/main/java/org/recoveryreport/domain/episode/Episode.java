package org.recoveryreport.domain.episode;

import java.io.Serializable;
import java.util.List;

/**
 * One back-spasm episode of one patient, as the log tells it.
 *
 * @param key pseudonym of the episode
 * @param patient pseudonym of the patient
 * @param onset the day it began
 * @param followUp how long it was followed, and whether it ended in recovery
 * @param treatments in the order of the log; only those that began by the last day of follow-up
 * @param startedAfterEnd how many entries began only after the last day of follow-up and are therefore no part of the
 *     episode
 * @param characteristics strata and safety facts
 */
public record Episode(
        EpisodeKey key,
        PatientKey patient,
        Onset onset,
        FollowUp followUp,
        List<TreatmentEntry> treatments,
        int startedAfterEnd,
        Characteristics characteristics)
        implements Serializable {
    public Episode {
        treatments = List.copyOf(treatments);
        for (TreatmentEntry entry : treatments) {
            if (entry.countsFromDay() > followUp.days()) {
                throw new IllegalArgumentException("a treatment begun on day " + entry.startDay()
                        + " is no part of an episode of " + followUp.days() + " days");
            }
        }
        if (startedAfterEnd < 0) {
            throw new IllegalArgumentException("a count cannot be " + startedAfterEnd);
        }
    }
}
