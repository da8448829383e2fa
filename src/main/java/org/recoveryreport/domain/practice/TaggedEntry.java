package org.recoveryreport.domain.practice;

import java.io.Serializable;
import org.recoveryreport.domain.episode.TreatmentEntry;
import org.recoveryreport.domain.tagging.Tag;

/**
 * An entry of an episode and what its text says.
 *
 * @param entry when
 * @param reading what
 */
public record TaggedEntry(TreatmentEntry entry, TreatmentReading reading) implements Serializable {
    /** Whether the entry's start is not known. */
    boolean startUnknown() {
        return entry.startDay() == null;
    }

    /** Whether a treatment of the entry earned a tag. */
    boolean has(Tag tag) {
        for (Mention mention : reading.mentions()) {
            if (mention.has(tag)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a treatment of the entry makes a check concern the episode. */
    boolean concerns(PracticeCheck check) {
        return reading.concerns(check);
    }
}
