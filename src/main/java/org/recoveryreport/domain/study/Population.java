package org.recoveryreport.domain.study;

import org.recoveryreport.domain.course.CaseClass;

/** Whose episodes a table is about: all, or those of one case class. */
public enum Population {
    /** Every accepted episode. */
    ALL,
    /** {@link CaseClass#ACUTE}. */
    ACUTE,
    /** {@link CaseClass#SUBACUTE}. */
    SUBACUTE,
    /** {@link CaseClass#CHRONIC}. */
    CHRONIC,
    /** {@link CaseClass#UNDETERMINED}. */
    UNDETERMINED;

    /** The episodes of one class. */
    public static Population of(CaseClass caseClass) {
        return switch (caseClass) {
            case ACUTE -> ACUTE;
            case SUBACUTE -> SUBACUTE;
            case CHRONIC -> CHRONIC;
            case UNDETERMINED -> UNDETERMINED;
        };
    }
}
