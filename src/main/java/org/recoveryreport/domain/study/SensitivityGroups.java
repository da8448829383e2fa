package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.RestrictedMeanDifference;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The groups of every landmark, by tags and by families. The scale of the intervals of curves is no choice here: a restricted
 * mean does not depend on it.
 *
 * @param groups by grouping, then landmark, then label; days from the landmark
 */
public record SensitivityGroups(SortedMap<CombineBy, SortedMap<Integer, SortedMap<String, SurvivalCounts>>> groups)
        implements StudyPart {
    public SensitivityGroups {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
    }

    @Override
    public Sensitivity figures(StudySettings settings) {
        List<SensitivityFigures> all = new ArrayList<>();
        groups.forEach((combineBy, landmarks) -> {
            List<SensitivityFigures> figures = new ArrayList<>();
            landmarks.forEach((landmark, byLabel) -> figures.addAll(figures(combineBy, landmark, byLabel, settings)));
            all.addAll(withChangesMarked(figures));
        });
        return new Sensitivity(all);
    }

    private static List<SensitivityFigures> figures(
            CombineBy combineBy, int landmark, SortedMap<String, SurvivalCounts> byLabel, StudySettings settings) {
        SortedMap<String, SurvivalCounts> shown =
                new SmallCells(settings.minCellCount()).rollUp(byLabel, TreatmentNames.OTHER);
        List<SensitivityFigures> figures = new ArrayList<>();
        SurvivalCounts none = shown.get(TreatmentNames.NONE);
        if (none == null) {
            return figures;
        }
        for (Map.Entry<String, SurvivalCounts> group : shown.entrySet()) {
            @Nullable
            RestrictedMeanDifference difference = RestrictedMeanDifference.between(
                    group.getValue(), none, settings.horizonDays(), settings.confidence());
            boolean combination = !group.getKey().equals(TreatmentNames.NONE)
                    && !group.getKey().equals(TreatmentNames.OTHER);
            if (combination && difference != null) {
                figures.add(new SensitivityFigures(
                        combineBy,
                        landmark,
                        group.getKey(),
                        difference.horizonDays(),
                        difference.difference(),
                        difference.lower(),
                        difference.upper(),
                        false));
            }
        }
        return figures;
    }

    private static List<SensitivityFigures> withChangesMarked(List<SensitivityFigures> figures) {
        Set<String> fewer = new HashSet<>();
        Set<String> more = new HashSet<>();
        for (SensitivityFigures row : figures) {
            if (row.difference() < 0) {
                fewer.add(row.combination());
            } else if (row.difference() > 0) {
                more.add(row.combination());
            }
        }
        return figures.stream()
                .map(row -> new SensitivityFigures(
                        row.combineBy(),
                        row.landmarkDays(),
                        row.combination(),
                        row.horizonDays(),
                        row.difference(),
                        row.lower(),
                        row.upper(),
                        fewer.contains(row.combination()) && more.contains(row.combination())))
                .toList();
    }
}
