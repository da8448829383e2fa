package org.recoveryreport.staging;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.Onset;

/**
 * What a patient's history is made of.
 *
 * @param part the partition that staged it
 * @param item its number there
 */
record PatientCase(Pseudonym patient, Onset onset, String episodeId, int part, int item, FollowUp followUp) {
    /** By patient and time scale, then by onset, on the same day the smaller episode id first, as bytes in UTF-8. */
    static final Comparator<PatientCase> ORDER = Comparator.comparing(PatientCase::patient)
            .thenComparing(one -> one.onset().scale())
            .thenComparingInt(one -> one.onset().day())
            .thenComparing(PatientCase::episodeId, PatientCase::compareBytes);

    boolean isOfSameHistory(PatientCase other) {
        return patient.equals(other.patient) && onset.scale() == other.onset.scale();
    }

    private static int compareBytes(String one, String other) {
        return Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
