package org.recoveryreport.domain.course;

import java.io.Serializable;
import java.util.Set;

/**
 * The class of a case and its reasons.
 *
 * @param caseClass the class
 * @param reasons not empty exactly when chronic
 */
public record Course(CaseClass caseClass, Set<ChronicReason> reasons) implements Serializable {
    public Course {
        reasons = Set.copyOf(reasons);
        if ((caseClass == CaseClass.CHRONIC) == reasons.isEmpty()) {
            throw new IllegalArgumentException(caseClass + " with reasons " + reasons);
        }
    }
}
