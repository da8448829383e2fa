package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.BitSet;

/**
 * What was decided to be shown of a study.
 *
 * @param ofStrata what of strata was decided over; nothing else of them is shown
 * @param shown the counts that are shown, by their order among those decided over
 */
public record Decision(OfStrata ofStrata, BitSet shown) implements Serializable {
    /** Where everything may be shown. */
    static final Decision NONE = new Decision(OfStrata.EVERYTHING, new BitSet());

    public Decision {
        shown = (BitSet) shown.clone();
    }

    @Override
    public BitSet shown() {
        return (BitSet) shown.clone();
    }
}
