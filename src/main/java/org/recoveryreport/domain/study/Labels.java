package org.recoveryreport.domain.study;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** The labels of combinations, each made once: a long log has very many, and every table names them. */
final class Labels {
    private final TreatmentNames names;
    private final Map<Long, String> byMask = new HashMap<>();

    Labels(TreatmentNames names) {
        this.names = names;
    }

    /** As {@link TreatmentNames#combination}. */
    String of(long mask) {
        return byMask.computeIfAbsent(mask, names::combination);
    }

    /** Counts by mask as counts by label. Masks of one label, such as tags of one family, make one group. */
    SortedMap<String, SurvivalCounts> groups(Map<Long, SurvivalCounts> counts) {
        SortedMap<String, SurvivalCounts> groups = new TreeMap<>();
        counts.forEach((mask, ofMask) -> groups.merge(of(mask), ofMask, SurvivalCounts::plus));
        return groups;
    }
}
