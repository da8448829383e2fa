package org.recoveryreport.intake;

/** The columns of an episode log that are read; every other column is ignored. */
public enum LogColumn {
    /** Pseudonym of the episode. */
    EPISODE_ID("episode_id", true),
    /** Pseudonym of the patient. */
    PATIENT_ID("patient_id", true),
    /** The day it began: a date, or a study day. */
    ONSET("onset", true),
    /** First day of recovery; blank = not recovered when last seen. */
    RECOVERED("recovered", true),
    /** Last contact; may be blank where {@link #RECOVERED} is given, and is not looked at then but for its sense. */
    LAST_SEEN("last_seen", false),
    /** Free text or a code; blank = none. */
    TREATMENT("treatment", true),
    /** First day of the treatment; blank = unknown. */
    STARTED("started", false),
    /** Last day of the treatment; blank = unknown. */
    ENDED("ended", false),
    /** Stratum. */
    AGE_BAND("age_band", false),
    /** Stratum. */
    SEX("sex", false),
    /** Pain at onset, 0 to 10. */
    SEVERITY("severity", false),
    /** Stratum. */
    SITE("site", false),
    /** Warning signs, separated by semicolons. */
    RED_FLAGS("red_flags", false);

    private final String label;
    private final boolean required;

    LogColumn(String label, boolean required) {
        this.label = label;
        this.required = required;
    }

    /** The name in the header of a log. */
    public String label() {
        return label;
    }

    /** Whether a log must have the column; its cells may be blank all the same. */
    public boolean required() {
        return required;
    }
}
