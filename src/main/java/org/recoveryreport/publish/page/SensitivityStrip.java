package org.recoveryreport.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.SensitivityFigures;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.publish.PageNumber;

/**
 * The differences from no treatment at every landmark beside each other, for one grouping.
 *
 * @param grouping in words
 * @param id of the table on the page
 * @param landmarks the columns, in days
 * @param horizonDays how many days after a landmark are counted at most
 * @param rows those found at most landmarks first, of these by name
 */
record SensitivityStrip(String grouping, String id, List<Integer> landmarks, int horizonDays, List<Row> rows) {
    private static final int ON_PAGE = 20;

    /**
     * A combination.
     *
     * @param changes whether its difference changes sign with the landmark
     * @param grouping whether it has another sign by the other grouping, in words; blank where nothing can be compared
     * @param scale whether its median is apart from that without treatment on some scales only
     */
    record Row(String combination, List<Cell> cells, boolean changes, String grouping, boolean scale) {}

    /**
     * A difference.
     *
     * @param within how many days it counts, in words; null = up to the horizon asked for
     * @param clear whether its interval does not hold 0
     */
    record Cell(String difference, @Nullable String within, boolean clear) {}

    static List<SensitivityStrip> of(StudyResult result) {
        List<SensitivityStrip> strips = new ArrayList<>();
        for (CombineBy combineBy : CombineBy.values()) {
            SensitivityStrip strip = of(result, combineBy);
            if (!strip.rows().isEmpty()) {
                strips.add(strip);
            }
        }
        return strips;
    }

    private static SensitivityStrip of(StudyResult result, CombineBy combineBy) {
        Map<String, List<SensitivityFigures>> byCombination = new LinkedHashMap<>();
        for (SensitivityFigures row : result.supplement().sensitivity()) {
            if (row.combineBy() == combineBy) {
                byCombination
                        .computeIfAbsent(row.combination(), combination -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Integer> landmarks = result.settings().landmarks();
        int horizonDays = result.settings().horizonDays();
        String name = combineBy.name().toLowerCase(Locale.ROOT);
        return new SensitivityStrip(
                switch (combineBy) {
                    case TAG -> "single treatments";
                    case FAMILY -> "families of treatments";
                },
                "sensitivity-" + name,
                landmarks,
                horizonDays,
                byCombination.entrySet().stream()
                        .sorted(Map.Entry.<String, List<SensitivityFigures>>comparingByValue(
                                        (a, b) -> Integer.compare(b.size(), a.size()))
                                .thenComparing(Map.Entry.comparingByKey()))
                        .limit(ON_PAGE)
                        .map(entry -> row(entry.getKey(), entry.getValue(), landmarks, horizonDays))
                        .toList());
    }

    private static Row row(
            String combination, List<SensitivityFigures> figures, List<Integer> landmarks, int horizonDays) {
        List<Cell> cells = landmarks.stream()
                .map(landmark -> figures.stream()
                        .filter(row -> row.landmarkDays() == landmark)
                        .findFirst()
                        .map(row -> new Cell(
                                PageNumber.difference(row.difference()),
                                ComparisonTable.within(row.horizonDays(), horizonDays),
                                row.lower() > 0 || row.upper() < 0))
                        .orElse(new Cell("\u2013", null, false)))
                .toList();
        return new Row(
                combination,
                cells,
                figures.get(0).changesSign(),
                grouping(figures),
                figures.stream().anyMatch(SensitivityFigures::changesByScale));
    }

    private static String grouping(List<SensitivityFigures> figures) {
        if (figures.stream().allMatch(row -> row.changesByGrouping() == null)) {
            return "not comparable";
        }
        return figures.stream().anyMatch(row -> Boolean.TRUE.equals(row.changesByGrouping())) ? "changes sign" : "";
    }
}
