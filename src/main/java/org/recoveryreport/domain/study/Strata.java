package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** Which strata are shown, and what each is made of. */
final class Strata {
    /** The stratum of the episodes without a value. */
    static final String NOT_GIVEN = "not given";
    /** What strata too small to be shown are rolled up into. */
    static final String OTHER = "other strata";

    private Strata() {}

    /**
     * Counts by name of the stratum, several where small strata are rolled up into one: in the order of the values, those
     * without one and the rest at the end. Where the rest is too small to be shown it is left out.
     *
     * @param byValue the episodes by value; under the empty text those without one
     */
    static Map<String, List<StudyCounts>> of(
            SortedMap<String, StudyCounts> byValue, StratifyBy stratifyBy, int minCellCount) {
        SortedMap<String, SurvivalCounts> everybody = new TreeMap<>();
        byValue.forEach((value, counts) -> everybody.merge(name(value), counts.everybody(), SurvivalCounts::plus));
        SortedMap<String, SurvivalCounts> shown = new SmallCells(minCellCount).rollUp(everybody, OTHER);
        SortedMap<String, List<StudyCounts>> strata = new TreeMap<>(stratifyBy.order());
        byValue.forEach((value, counts) -> {
            String stratum = shown.containsKey(name(value)) ? name(value) : OTHER;
            if (shown.containsKey(stratum)) {
                strata.computeIfAbsent(stratum, any -> new ArrayList<>()).add(counts);
            }
        });
        Map<String, List<StudyCounts>> ordered = new LinkedHashMap<>(strata);
        for (String last : List.of(NOT_GIVEN, OTHER)) {
            List<StudyCounts> counts = ordered.remove(last);
            if (counts != null) {
                ordered.put(last, counts);
            }
        }
        return ordered;
    }

    private static String name(String value) {
        return value.isEmpty() ? NOT_GIVEN : value;
    }
}
