package org.recoveryreport.domain.course;

/** The course of a case. It uses how the episode ended, so it describes; it must not define groups to compare. */
public enum CaseClass {
    /** Recovered soon enough, and not recurrent. */
    ACUTE,
    /** Between acute and chronic; only where the clinic splits it off. */
    SUBACUTE,
    /** Lasted longer than the limit, or recurs frequently. */
    CHRONIC,
    /** Still ill when last seen, before the limit, and not recurrent: saying acute would be a guess. */
    UNDETERMINED
}
