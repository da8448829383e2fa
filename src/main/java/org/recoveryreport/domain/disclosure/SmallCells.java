package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
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
    /** Whether a k protects any count: one of 0 or 1 protects none. */
    public static boolean areProtected(int minCellCount) {
        return minCellCount > 1;
    }

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
        SortedMap<String, Long> sizes = new TreeMap<>();
        groups.forEach((label, counts) -> sizes.put(label, counts.total()));
        SortedMap<String, SurvivalCounts> shown = new TreeMap<>(groups);
        SurvivalCounts.Builder others = SurvivalCounts.builder();
        for (String label : rare(sizes)) {
            SurvivalCounts counts = shown.remove(label);
            if (counts != null) {
                others.add(counts);
            }
        }
        SurvivalCounts rest = others.build();
        if (rest.total() > 0 && mayShow(rest.total())) {
            shown.put(otherLabel, rest);
        }
        return shown;
    }

    /** The same where nothing is known of groups but how many they are. */
    public SortedMap<String, Long> rollUpSizes(SortedMap<String, Long> sizes, String otherLabel) {
        SortedMap<String, Long> shown = new TreeMap<>(sizes);
        long rest = 0;
        for (String label : rare(sizes)) {
            rest += sizes.getOrDefault(label, 0L);
            shown.remove(label);
        }
        if (rest > 0 && mayShow(rest)) {
            shown.put(otherLabel, rest);
        }
        return shown;
    }

    private List<String> rare(SortedMap<String, Long> sizes) {
        List<Map.Entry<String, Long>> bySize = new ArrayList<>(sizes.entrySet());
        // equal ones stay in the order of their labels
        bySize.sort(Map.Entry.comparingByValue());
        List<String> rare = new ArrayList<>();
        long rolledUp = 0;
        for (Map.Entry<String, Long> group : bySize) {
            if (!mayShow(group.getValue()) || !mayShow(rolledUp)) {
                rare.add(group.getKey());
                rolledUp += group.getValue();
            }
        }
        return rare;
    }
}
