package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.survival.KaplanMeier;
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

    /** The count, or null where it may not be shown. */
    public @Nullable Long shown(long count) {
        return mayShow(count) ? Long.valueOf(count) : null;
    }

    /** The count, or null where it, or one that together with it makes a known total, may not be shown. */
    public @Nullable Long shownBeside(long count, long other) {
        return mayShow(other) ? shown(count) : null;
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

    /**
     * The steps of a curve that may be shown. Days are taken together until k have had the event; those censored are counted
     * at the first step at which k of them have come together, and until then as if still at risk. A step that would leave
     * 1 to k-1 at risk is not shown, nor what comes after the last one shown.
     *
     * @param steps of the full curve
     * @return steps whose counts are those since the step before
     */
    public List<KaplanMeier.Step> coarsen(List<KaplanMeier.Step> steps) {
        if (minCellCount <= 1 || steps.isEmpty()) {
            return steps;
        }
        List<KaplanMeier.Step> coarse = new ArrayList<>();
        long atRisk = steps.get(0).atRisk();
        long events = 0;
        long censored = 0;
        for (KaplanMeier.Step step : steps) {
            events += step.events();
            censored += step.censored();
            long censoredShown = mayShow(censored) ? censored : 0;
            long left = atRisk - events - censoredShown;
            if (events >= minCellCount && mayShow(left)) {
                coarse.add(new KaplanMeier.Step(
                        step.day(), atRisk, events, censoredShown, step.survival(), step.lower(), step.upper()));
                atRisk = left;
                events = 0;
                censored -= censoredShown;
            }
        }
        return coarse;
    }
}
