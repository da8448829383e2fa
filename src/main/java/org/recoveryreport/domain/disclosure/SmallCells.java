package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The protection of small counts.
 *
 * @param minCellCount k: the smallest count that may be shown, besides zero; 0 = every count may
 */
public record SmallCells(int minCellCount) {
    /** Whether a count may be shown. */
    public boolean mayShow(long count) {
        return count == 0 || count >= minCellCount;
    }

    /**
     * Rolls groups of fewer than k up into one. If that is still small, the next smallest groups follow (of equal ones the
     * first by label) until it is not; if nothing is left beside it, it stands for everybody, and where even everybody is
     * fewer than k nothing can be shown.
     *
     * @param groups counts by label
     * @param otherLabel label of the group of the rest
     * @return the groups that can be shown, in the order of the labels with the rest at the end of the map's own order
     */
    public SortedMap<String, SurvivalCounts> rollUp(SortedMap<String, SurvivalCounts> groups, String otherLabel) {
        List<Map.Entry<String, SurvivalCounts>> bySize = new ArrayList<>(groups.entrySet());
        bySize.sort(Comparator.comparingLong((Map.Entry<String, SurvivalCounts> group) ->
                        group.getValue().total())
                .thenComparing(Map.Entry::getKey));
        SortedMap<String, SurvivalCounts> shown = new TreeMap<>();
        SurvivalCounts.Builder others = SurvivalCounts.builder();
        long rolledUp = 0;
        for (Map.Entry<String, SurvivalCounts> group : bySize) {
            long total = group.getValue().total();
            if (mayShow(total) && mayShow(rolledUp)) {
                shown.put(group.getKey(), group.getValue());
            } else {
                others.add(group.getValue());
                rolledUp += total;
            }
        }
        if (rolledUp > 0 && mayShow(rolledUp)) {
            shown.put(otherLabel, others.build());
        }
        return shown;
    }
}
