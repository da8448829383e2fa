package org.recoveryreport.staging;

import java.util.List;
import org.recoveryreport.domain.course.Course;

/**
 * What the history of a patient says of the episodes.
 *
 * @param number which patient this is in the order of reading
 * @param recurrent the episodes that are recurrent, often none
 */
public record ClassifiedPatient(long number, List<Recurrence> recurrent) {
    public ClassifiedPatient {
        recurrent = List.copyOf(recurrent);
    }

    /**
     * A recurrent episode.
     *
     * @param staged the episode
     * @param course its class and reasons
     */
    public record Recurrence(PatientHistory.Case staged, Course course) {}
}
