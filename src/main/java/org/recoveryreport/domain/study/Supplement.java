package org.recoveryreport.domain.study;

import java.io.Serializable;

/**
 * What the report says beyond the comparison of combinations.
 *
 * @param treatmentModel all treatments in one model
 * @param practice how care compares with the guides
 */
public record Supplement(TreatmentModel treatmentModel, PracticeRows practice) implements Serializable {
    /** Nothing beyond it. */
    public static final Supplement NONE = new Supplement(TreatmentModel.NONE, PracticeRows.NONE);
}
