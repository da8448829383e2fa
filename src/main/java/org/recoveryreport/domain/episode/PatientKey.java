package org.recoveryreport.domain.episode;

import java.io.Serializable;

/**
 * Pseudonym of a patient, used only to see recurrence; it appears in no file of a report and in no message.
 *
 * @param value never blank
 */
public record PatientKey(String value) implements Serializable {
    public PatientKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a patient key cannot be blank");
        }
    }

    /** Says that there is a key, not which: an accidental log line must not identify anyone. */
    @Override
    public String toString() {
        return "PatientKey[…]";
    }
}
