package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.BitSet;

/**
 * What was decided to be shown of a study.
 *
 * @param level how much of strata was left out, from 0 = nothing
 * @param shown the counts that are shown, by their order among those decided over
 */
public record Decision(int level, BitSet shown) implements Serializable {
    /** Where everything may be shown. */
    static final Decision NONE = new Decision(0, new BitSet());

    public Decision {
        shown = (BitSet) shown.clone();
    }

    @Override
    public BitSet shown() {
        return (BitSet) shown.clone();
    }
}
