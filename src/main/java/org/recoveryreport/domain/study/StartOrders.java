package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Every episode by the order in which its treatments began.
 *
 * @param names names the bits of a mask
 * @param orders by the treatments begun by each day on which one begins, the first day first; days from onset
 */
public record StartOrders(TreatmentNames names, Map<List<Long>, SurvivalCounts> orders) implements StudyPart {
    private static final String ANOTHER = "another order";

    @Override
    public StartOrders audited() {
        return new StartOrders(names, Map.of());
    }

    /**
     * Divides the combinations that are shown as used, each by itself, into orders of k or more; the rest of a combination
     * stays together. So whatever can be worked out from these counts and those of the combinations is a sum of shown ones.
     */
    @Override
    public Pathways figures(StudySettings settings) {
        SmallCells smallCells = new SmallCells(settings.minCellCount());
        SortedMap<String, SortedMap<String, SurvivalCounts>> byCombination = new TreeMap<>();
        SortedMap<String, SurvivalCounts> combinations = new TreeMap<>();
        orders.forEach((begun, counts) -> {
            String combination = names.combination(begun.isEmpty() ? 0 : begun.get(begun.size() - 1));
            combinations.merge(combination, counts, SurvivalCounts::plus);
            byCombination
                    .computeIfAbsent(combination, any -> new TreeMap<>())
                    .merge(String.join(" > ", steps(begun)), counts, SurvivalCounts::plus);
        });
        List<Pathway> rows = new ArrayList<>();
        smallCells.rollUp(combinations, TreatmentNames.OTHER).forEach((combination, counts) -> {
            SortedMap<String, SurvivalCounts> orders = byCombination.get(combination);
            if (orders == null) {
                rows.add(new Pathway(combination, List.of(), counts.total()));
            } else {
                rows.addAll(divided(combination, smallCells.rollUp(orders, ANOTHER)));
            }
        });
        return new Pathways(rows);
    }

    /** Where a combination may not be shown it is part of the rest, which then is none of one's own either. */
    @Override
    public Pathways figures(StudySettings settings, Release release) {
        List<Pathway> rows = figures(settings).rows();
        List<Pathway> shown = rows.stream()
                .filter(row -> row.combination().equals(TreatmentNames.OTHER)
                        || release.shows(StudyCells.asUsed(Population.ALL, row.combination(), StudyCells.EPISODES)))
                .toList();
        return new Pathways(
                shown.size() == rows.size()
                        ? rows
                        : shown.stream()
                                .filter(row -> !row.combination().equals(TreatmentNames.OTHER))
                                .toList());
    }

    private static List<Pathway> divided(String combination, SortedMap<String, SurvivalCounts> orders) {
        return orders.entrySet().stream()
                .map(order -> new Pathway(
                        combination,
                        order.getKey().isEmpty() || order.getKey().equals(ANOTHER)
                                ? List.of()
                                : List.of(order.getKey().split(" > ", -1)),
                        order.getValue().total()))
                .sorted(Comparator.comparing((Pathway row) -> row.steps().isEmpty())
                        .thenComparing(
                                Comparator.comparingLong(Pathway::episodes).reversed())
                        .thenComparing(row -> String.join(" > ", row.steps())))
                .toList();
    }

    /** What begins on each day; a day on which only more of a family begins is none. */
    private List<String> steps(List<Long> begun) {
        List<String> steps = new ArrayList<>();
        long before = 0;
        for (long now : begun) {
            long fresh = names.newIn(now, before);
            if (fresh != 0) {
                steps.add(names.combination(fresh));
            }
            before = now;
        }
        return steps;
    }
}
