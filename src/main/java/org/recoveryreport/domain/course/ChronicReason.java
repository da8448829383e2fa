package org.recoveryreport.domain.course;

/** Why a case is chronic. */
public enum ChronicReason {
    /** It was not over by the chronic limit. */
    DURATION,
    /** It is one of too many onsets of the patient within the window. */
    RECURRENCE
}
