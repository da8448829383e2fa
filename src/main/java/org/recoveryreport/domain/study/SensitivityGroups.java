package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Pace;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.Quantile;
import org.recoveryreport.domain.survival.RestrictedMeanDifference;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The groups of every landmark, by tags and by families.
 *
 * @param groups by grouping, then landmark, then label; days from the landmark
 * @param familiesOf for each combination of tags the combination of their families
 */
public record SensitivityGroups(
        SortedMap<CombineBy, SortedMap<Integer, SortedMap<String, SurvivalCounts>>> groups,
        SortedMap<String, String> familiesOf)
        implements StudyPart {
    public SensitivityGroups {
        groups = Collections.unmodifiableSortedMap(new TreeMap<>(groups));
        familiesOf = Collections.unmodifiableSortedMap(new TreeMap<>(familiesOf));
    }

    /** The groups of a landmark by one grouping, by label. */
    SortedMap<String, SurvivalCounts> groups(CombineBy combineBy, int landmarkDays) {
        return groups.getOrDefault(combineBy, Collections.emptySortedMap())
                .getOrDefault(landmarkDays, Collections.emptySortedMap());
    }

    @Override
    public SensitivityGroups audited() {
        return new SensitivityGroups(Collections.emptySortedMap(), Collections.emptySortedMap());
    }

    @Override
    public Sensitivity figures(StudySettings settings) {
        return figures(settings, Release.of(List.of(this), settings));
    }

    @Override
    public Sensitivity figures(StudySettings settings, Release release) {
        List<SensitivityFigures> all = new ArrayList<>();
        groups.forEach((combineBy, landmarks) -> landmarks.forEach(
                (landmark, byLabel) -> all.addAll(figures(combineBy, landmark, byLabel, settings, release))));
        Map<Object, Set<Double>> overLandmarks = signs(all, SensitivityGroups::combination);
        Map<Object, Set<Double>> byGrouping = signs(all, row -> treatments(row, row.combineBy()));
        List<SensitivityFigures> figures = all.stream()
                .map(row -> row.withChanges(
                        overLandmarks.getOrDefault(combination(row), Set.of()).containsAll(List.of(-1.0, 1.0)),
                        changesByGrouping(row, byGrouping)))
                .toList();
        return new Sensitivity(figures, settings.everyCountMayBeShown() ? counts() : List.of());
    }

    /** By tags, from which follow those by families. */
    private List<DayCount> counts() {
        List<DayCount> counts = new ArrayList<>();
        groups.getOrDefault(CombineBy.TAG, Collections.emptySortedMap())
                .forEach((landmark, byLabel) -> byLabel.forEach((label, group) -> counts.addAll(
                        DayCount.of("sensitivity", landmark, familiesOf.getOrDefault(label, label), label, group))));
        return counts;
    }

    private static Map<Object, Set<Double>> signs(
            List<SensitivityFigures> rows, Function<SensitivityFigures, Object> key) {
        Map<Object, Set<Double>> signs = new HashMap<>();
        rows.forEach(row ->
                signs.computeIfAbsent(key.apply(row), any -> new HashSet<>()).add(sign(row)));
        return signs;
    }

    /** Nearer to zero than rounding can tell, a difference has no sign. */
    private static double sign(SensitivityFigures row) {
        return Math.abs(row.difference()) < 1e-9 ? 0 : Math.signum(row.difference());
    }

    private static Object combination(SensitivityFigures row) {
        return List.of(row.combineBy(), row.combination());
    }

    /** What combinations of tags have in common with that of their families. */
    private Object treatments(SensitivityFigures row, CombineBy combineBy) {
        String families =
                switch (row.combineBy()) {
                    case TAG -> familiesOf.getOrDefault(row.combination(), "");
                    case FAMILY -> row.combination();
                };
        return List.of(combineBy, row.landmarkDays(), families);
    }

    private @Nullable Boolean changesByGrouping(SensitivityFigures row, Map<Object, Set<Double>> byGrouping) {
        CombineBy other =
                switch (row.combineBy()) {
                    case TAG -> CombineBy.FAMILY;
                    case FAMILY -> CombineBy.TAG;
                };
        Set<Double> signs = byGrouping.get(treatments(row, other));
        double opposite = -sign(row);
        return signs == null ? null : Boolean.valueOf(opposite != 0 && signs.contains(opposite));
    }

    private static List<SensitivityFigures> figures(
            CombineBy combineBy,
            int landmark,
            SortedMap<String, SurvivalCounts> byLabel,
            StudySettings settings,
            Release release) {
        SortedMap<String, SurvivalCounts> shown =
                new SmallCells(settings.minCellCount()).rollUp(byLabel, TreatmentNames.OTHER);
        List<SensitivityFigures> figures = new ArrayList<>();
        SurvivalCounts none = shown.get(TreatmentNames.NONE);
        if (none == null) {
            return figures;
        }
        Pace pace = release.pace(Population.ALL, landmark);
        KaplanMeier missing = release.curve(none, landmark, pace, settings);
        Map<ConfidenceType, Quantile> missingMedians = medians(missing);
        Double missingMedian = missing.quantile(0.5).estimate();
        for (Map.Entry<String, SurvivalCounts> group : shown.entrySet()) {
            if (group.getKey().equals(TreatmentNames.NONE) || group.getKey().equals(TreatmentNames.OTHER)) {
                continue;
            }
            KaplanMeier having = release.curve(group.getValue(), landmark, pace, settings);
            @Nullable
            RestrictedMeanDifference difference =
                    RestrictedMeanDifference.between(having, missing, settings.horizonDays(), settings.confidence());
            long smaller = Math.min(
                    told(combineBy, landmark, group.getKey(), group.getValue(), settings, release),
                    told(combineBy, landmark, TreatmentNames.NONE, none, settings, release));
            if (difference != null) {
                Map<ConfidenceType, Quantile> medians = medians(having);
                figures.add(new SensitivityFigures(
                        combineBy,
                        landmark,
                        group.getKey(),
                        having.quantile(0.5).estimate(),
                        missingMedian,
                        difference.horizonDays(),
                        Objects.requireNonNull(release.rounding().mean(difference.difference(), smaller)),
                        Objects.requireNonNull(release.rounding().mean(difference.lower(), smaller)),
                        Objects.requireNonNull(release.rounding().mean(difference.upper(), smaller)),
                        medians.entrySet().stream()
                                .map(median -> MedianIntervals.of(
                                        median.getKey(),
                                        median.getValue(),
                                        Objects.requireNonNull(missingMedians.get(median.getKey()))))
                                .toList(),
                        false,
                        null));
            }
        }
        return figures;
    }

    /** The episodes of a group as far as they are told; those of the other grouping stand in no table. */
    private static long told(
            CombineBy combineBy,
            int landmark,
            String label,
            SurvivalCounts group,
            StudySettings settings,
            Release release) {
        boolean isShown = combineBy == settings.combineBy()
                && release.shows(StudyCells.atLandmark(landmark, label, StudyCells.EPISODES));
        return isShown ? group.total() : release.atLeast(group.total());
    }

    /** The median with its interval on every scale. */
    private static Map<ConfidenceType, Quantile> medians(KaplanMeier curve) {
        Map<ConfidenceType, Quantile> medians = new EnumMap<>(ConfidenceType.class);
        for (ConfidenceType type : ConfidenceType.values()) {
            medians.put(type, curve.withBand(type).quantile(0.5));
        }
        return medians;
    }
}
