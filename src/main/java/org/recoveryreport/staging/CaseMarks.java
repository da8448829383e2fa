package org.recoveryreport.staging;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** A set of cases, as a bit each. */
final class CaseMarks {
    private final Map<Integer, BitSet> byPart = new HashMap<>();

    void add(int part, int item) {
        byPart.computeIfAbsent(part, any -> new BitSet()).set(item);
    }

    boolean has(int part, int item) {
        BitSet items = byPart.get(part);
        return items != null && items.get(item);
    }

    /** Whether a block may hold one of them. */
    boolean any(int part, int firstItem, int items) {
        BitSet marked = byPart.get(part);
        int next = marked == null ? -1 : marked.nextSetBit(firstItem);
        return next >= 0 && next < firstItem + items;
    }
}
