package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.Pathway;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.plot.SankeyPlot;

/**
 * The orders in which treatments began, as a picture of the first three and a table.
 *
 * @param svg the picture; empty where there is nothing to show
 * @param rows the most frequent first
 * @param leftOut how many rows are in {@code report.json} only; null = none
 */
record PathwayFigure(String svg, List<Row> rows, @Nullable String leftOut) {
    private static final int ON_PAGE = 60;
    private static final int NODES = 9;
    private static final String ANY_ORDER = "several, any order";
    private static final String OTHERS = "others";
    private static final List<String> COLUMNS = List.of("first", "then", "after that");

    record Row(String colour, String combination, String order, String episodes) {}

    static PathwayFigure of(StudyResult result, Palette palette) {
        List<Pathway> pathways = result.supplement().pathways().stream()
                .sorted(Comparator.comparingLong(Pathway::episodes).reversed())
                .toList();
        return new PathwayFigure(
                pathways.isEmpty() ? "" : plot(pathways, palette).svg(),
                pathways.stream()
                        .limit(ON_PAGE)
                        .map(row -> new Row(
                                palette.colourOf(row.combination()),
                                row.combination(),
                                row.steps().isEmpty() ? order(row) : String.join(", then ", row.steps()),
                                PageNumber.count(row.episodes())))
                        .toList(),
                pathways.size() <= ON_PAGE ? null : PageNumber.count((long) pathways.size() - ON_PAGE));
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static String order(Pathway row) {
        return row.combination().equals(TreatmentNames.NONE) ? "\u2013" : "any order";
    }

    private static SankeyPlot plot(List<Pathway> pathways, Palette palette) {
        int longest = pathways.stream()
                .mapToInt(pathway -> steps(pathway).size())
                .max()
                .orElse(1);
        List<String> columns = COLUMNS.subList(0, Math.min(longest, COLUMNS.size()));
        List<Set<String>> named = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            named.add(named(pathways, column));
        }
        Map<List<String>, Long> flows = new LinkedHashMap<>();
        for (Pathway pathway : pathways) {
            List<String> steps = new ArrayList<>();
            for (String step : steps(pathway)) {
                if (steps.size() < columns.size()) {
                    steps.add(named.get(steps.size()).contains(step) ? step : OTHERS);
                }
            }
            flows.merge(steps, pathway.episodes(), Long::sum);
        }
        return new SankeyPlot(
                "pathways-picture",
                "Which treatment began first, which next",
                "The counts stand in the table below.",
                columns,
                flows.entrySet().stream()
                        .map(flow -> new SankeyPlot.Flow(flow.getKey(), flow.getValue()))
                        .toList(),
                palette::colourOf);
    }

    private static List<String> steps(Pathway pathway) {
        return !pathway.steps().isEmpty()
                ? pathway.steps()
                : List.of(pathway.combination().equals(TreatmentNames.NONE) ? TreatmentNames.NONE : ANY_ORDER);
    }

    /** The largest of a column; sums of counts that are shown may be shown. */
    private static Set<String> named(List<Pathway> pathways, int column) {
        Map<String, Long> sizes = new TreeMap<>();
        for (Pathway pathway : pathways) {
            if (steps(pathway).size() > column) {
                sizes.merge(steps(pathway).get(column), pathway.episodes(), Long::sum);
            }
        }
        return sizes.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(NODES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
