package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.disclosure.SmallCells;

/**
 * Every episode by the order in which its treatments began.
 *
 * @param names names the bits of a mask
 * @param orders the episodes
 */
public record StartOrders(TreatmentNames names, OrderCounts orders) implements StudyPart {
    private static final String ANOTHER = "another order";

    @Override
    public StartOrders audited() {
        return new StartOrders(names, OrderCounts.EMPTY);
    }

    /**
     * Divides the combinations that are shown as used, each by itself, into orders of k or more; the rest of a combination
     * stays together. So whatever can be worked out from these counts and those of the combinations is a sum of shown ones.
     */
    @Override
    public Pathways figures(StudySettings settings) {
        SmallCells smallCells = new SmallCells(settings.minCellCount());
        OrderCounts named = named();
        Map<Long, Long> sizes = new HashMap<>();
        for (int order = 0; order < named.size(); order++) {
            if (named.episodes(order) > 0) {
                sizes.merge(named.begun(order), named.episodes(order), Long::sum);
            }
        }
        SortedMap<String, Long> combinations = new TreeMap<>();
        Map<Long, String> labels = new HashMap<>();
        sizes.forEach((combination, episodes) -> {
            String label = names.combination(combination);
            labels.put(combination, label);
            combinations.put(label, episodes);
        });
        SortedMap<String, Long> shown = smallCells.rollUpSizes(combinations, TreatmentNames.OTHER);
        labels.values().retainAll(shown.keySet());
        Map<String, SortedMap<String, Long>> divided = new HashMap<>();
        for (int order = 0; order < named.size(); order++) {
            String label = labels.get(named.begun(order));
            long episodes = named.episodes(order);
            if (label != null && episodes > 0) {
                // those too rare to be shown, the most of very many, need no words
                divided.computeIfAbsent(label, any -> new TreeMap<>())
                        .merge(
                                episodes < settings.minCellCount() ? ANOTHER : inWords(named, order),
                                episodes,
                                Long::sum);
            }
        }
        List<Pathway> rows = new ArrayList<>();
        shown.forEach((combination, episodes) -> {
            SortedMap<String, Long> itsOrders = divided.get(combination);
            if (itsOrders == null) {
                rows.add(new Pathway(combination, List.of(), episodes));
            } else {
                rows.addAll(rows(combination, smallCells.rollUpSizes(itsOrders, ANOTHER)));
            }
        });
        return new Pathways(rows);
    }

    /** The orders in which what has a name of its own begins, a bit for each; a day on which only more of a family begins is none. */
    private OrderCounts named() {
        long[] oneForName = names.oneForName();
        return OrderCounts.builder()
                .add(orders, mask -> inNames(mask, oneForName))
                .build();
    }

    private String inWords(OrderCounts named, int order) {
        if (order == OrderCounts.NONE) {
            return "";
        }
        int before = named.before(order);
        String last = names.combination(named.begun(order) & ~named.begun(before));
        return before == OrderCounts.NONE ? last : inWords(named, before) + " > " + last;
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

    private static long inNames(long mask, long[] oneForName) {
        long named = 0;
        for (long rest = mask; rest != 0; rest &= rest - 1) {
            named |= oneForName[Long.numberOfTrailingZeros(rest)];
        }
        return named;
    }
}
