package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.recoveryreport.domain.disclosure.SmallCells;

/**
 * Every episode by the order in which its treatments began.
 *
 * @param names names the bits of a mask
 * @param orders how many episodes, by the treatments begun by each day on which one begins, the first day first
 */
public record StartOrders(TreatmentNames names, Map<List<Long>, Long> orders) implements StudyPart {
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
        long[] oneForName = names.oneForName();
        Map<Long, Long> sizes = new HashMap<>();
        orders.forEach((begun, episodes) -> sizes.merge(combination(begun, oneForName), episodes, Long::sum));
        SortedMap<String, Long> combinations = new TreeMap<>();
        Map<Long, String> labels = new HashMap<>();
        sizes.forEach((combination, episodes) -> {
            String label = names.combination(combination);
            labels.put(combination, label);
            combinations.put(label, episodes);
        });
        SortedMap<String, Long> shown = smallCells.rollUpSizes(combinations, TreatmentNames.OTHER);
        labels.values().retainAll(shown.keySet());
        Map<String, Map<List<Long>, Long>> divided = new HashMap<>();
        orders.forEach((begun, episodes) -> {
            String label = labels.get(combination(begun, oneForName));
            if (label != null) {
                divided.computeIfAbsent(label, any -> new HashMap<>())
                        .merge(steps(begun, oneForName), episodes, Long::sum);
            }
        });
        List<Pathway> rows = new ArrayList<>();
        shown.forEach((combination, episodes) -> {
            Map<List<Long>, Long> itsOrders = divided.get(combination);
            if (itsOrders == null) {
                rows.add(new Pathway(combination, List.of(), episodes));
            } else {
                rows.addAll(
                        rows(combination, smallCells.rollUpSizes(texts(itsOrders, settings.minCellCount()), ANOTHER)));
            }
        });
        return new Pathways(rows);
    }

    /** The orders in words. Those too rare to be shown, the most of very many, need none: they are another order. */
    private SortedMap<String, Long> texts(Map<List<Long>, Long> sizes, int minCellCount) {
        SortedMap<String, Long> texts = new TreeMap<>();
        sizes.forEach((steps, episodes) -> texts.merge(
                episodes < minCellCount
                        ? ANOTHER
                        : steps.stream().map(names::combination).collect(Collectors.joining(" > ")),
                episodes,
                Long::sum));
        return texts;
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

    private static List<Pathway> rows(String combination, SortedMap<String, Long> orders) {
        return orders.entrySet().stream()
                .map(order -> new Pathway(
                        combination,
                        order.getKey().isEmpty() || order.getKey().equals(ANOTHER)
                                ? List.of()
                                : List.of(order.getKey().split(" > ", -1)),
                        order.getValue()))
                .sorted(Comparator.comparing((Pathway row) -> row.steps().isEmpty())
                        .thenComparing(
                                Comparator.comparingLong(Pathway::episodes).reversed())
                        .thenComparing(row -> String.join(" > ", row.steps())))
                .toList();
    }

    /** What begins on each day, a bit for each name; a day on which only more of a family begins is none. */
    private static List<Long> steps(List<Long> begun, long[] oneForName) {
        List<Long> steps = new ArrayList<>(begun.size());
        long before = 0;
        for (long now : begun) {
            long named = inNames(now, oneForName);
            long fresh = named & ~before;
            if (fresh != 0) {
                steps.add(fresh);
            }
            before = named;
        }
        return List.copyOf(steps);
    }

    /** All that has begun on the last day, likewise. */
    private static long combination(List<Long> begun, long[] oneForName) {
        return begun.isEmpty() ? 0 : inNames(begun.get(begun.size() - 1), oneForName);
    }

    private static long inNames(long mask, long[] oneForName) {
        long named = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            named |= oneForName[Long.numberOfTrailingZeros(rest)];
        }
        return named;
    }
}
