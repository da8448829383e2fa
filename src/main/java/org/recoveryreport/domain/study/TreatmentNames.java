package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Names the treatments behind the bits of a mask, and so the combinations.
 *
 * @param names name of each bit; where several bits share a name (tags of one family) they make one treatment
 */
public record TreatmentNames(List<String> names) implements Serializable {
    /** The combination of no treatment. */
    public static final String NONE = "none";
    /** What combinations too rare to be shown are rolled up into. */
    public static final String OTHER = "other combinations";
    /** Label of the figures of all combinations together. */
    public static final String ALL = "all";
    /** Bits that fit a mask without touching its sign. */
    public static final int MOST = 62;

    public TreatmentNames {
        names = List.copyOf(names);
        if (names.size() > MOST) {
            throw new IllegalArgumentException("a study can tell " + MOST + " treatments apart, not " + names.size());
        }
    }

    /** The combination's label: the names, sorted, joined with {@code " + "}; {@value #NONE} where there are none. */
    public String combination(long mask) {
        if (mask == 0) {
            return NONE;
        }
        TreeSet<String> used = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) {
            if ((mask & (1L << i)) != 0) {
                used.add(names.get(i));
            }
        }
        return String.join(" + ", new ArrayList<>(used));
    }

    /** By bit, the first bit of the same name as a mask. */
    long[] oneForName() {
        long[] masks = new long[names.size()];
        for (int i = 0; i < masks.length; i++) {
            masks[i] = 1L << names.indexOf(names.get(i));
        }
        return masks;
    }
}
