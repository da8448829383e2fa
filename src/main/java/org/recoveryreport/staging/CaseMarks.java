package org.recoveryreport.staging;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of cases, as a bit each. */
final class CaseMarks {
    private static final BitSet NONE = new BitSet(0);

    private final Map<Integer, BitSet> byPart = new HashMap<>();

    void add(int part, int item) {
        byPart.computeIfAbsent(part, any -> new BitSet()).set(item);
    }

    boolean has(int part, int item) {
        return !byPart.isEmpty() && of(part).get(item);
    }

    /** Those of a partition, by their number; not to be changed. */
    BitSet of(int part) {
        return byPart.getOrDefault(part, NONE);
    }

    /** Whether a block may hold one of them. */
    boolean any(int part, int firstItem, int items) {
        int next = of(part).nextSetBit(firstItem);
        return next >= 0 && next < firstItem + items;
    }
}
