package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.CurveBlocks;
import org.recoveryreport.domain.disclosure.Pace;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.survival.GroupAgainstOthers;
import org.recoveryreport.domain.survival.Holm;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.LogRank;
import org.recoveryreport.domain.survival.LogRankTest;
import org.recoveryreport.domain.survival.Quantile;
import org.recoveryreport.domain.survival.RestrictedMean;
import org.recoveryreport.domain.survival.RestrictedMeanDifference;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** Turns the groups of a comparison into figures that may be shown. */
public final class ComparisonAnalysis {
    private final StudySettings settings;
    private final Release release;
    private final Rounding rounding;

    public ComparisonAnalysis(StudySettings settings, Release release) {
        this.settings = settings;
        this.release = release;
        this.rounding = release.rounding();
    }

    /** The figures of a comparison. Groups that may not be shown are rolled up first, so every figure is about what is shown. */
    public ComparisonFigures figures(Comparison comparison) {
        SurvivalCounts everybody = comparison.everybody();
        KaplanMeier together = mayDescribeTogether(comparison, everybody)
                ? release.curve(everybody, 0, pace(comparison), settings)
                : null;
        Map<String, SurvivalCounts> groups = shownGroups(comparison);
        Set<String> divided = divided(comparison, groups.keySet());
        Map<String, CurveBlocks> blocks = new LinkedHashMap<>();
        Map<String, KaplanMeier> curves = new LinkedHashMap<>();
        groups.forEach((combination, counts) -> {
            if (release.protects()) {
                blocks.put(combination, settings.curveBlocks(counts, comparison.landmarkDays()));
            }
            curves.put(combination, release.curve(blocks.get(combination), counts, pace(comparison), settings));
        });
        List<@Nullable Double> p = againstOthers(everybody, groups);
        List<@Nullable Double> pHolm = rounding.multiples(Holm.adjust(p));
        List<CombinationFigures> combinations = new ArrayList<>();
        List<LandmarkFigures> landmarks = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, SurvivalCounts> group : groups.entrySet()) {
            String label = group.getKey();
            KaplanMeier curve = curves.get(label);
            if (curve != null) {
                if (comparison.analysis() == Analysis.AS_USED) {
                    combinations.add(asUsed(
                            comparison.population(),
                            label,
                            group.getValue(),
                            divided.contains(label),
                            curve,
                            p.get(i),
                            pHolm.get(i)));
                } else {
                    landmarks.add(atLandmark(
                            comparison.landmarkDays(),
                            label,
                            group.getValue(),
                            divided.contains(label),
                            curve,
                            curves.get(TreatmentNames.NONE),
                            groups.getOrDefault(TreatmentNames.NONE, SurvivalCounts.EMPTY)
                                    .total(),
                            p.get(i),
                            pHolm.get(i)));
                }
            }
            i++;
        }
        return new ComparisonFigures(
                combinations,
                landmarks,
                test(comparison, groups),
                publishesCurves(comparison) ? steps(comparison, curves, blocks) : List.of(),
                together == null ? List.of() : List.of(together(comparison, everybody, together)),
                flow(comparison, everybody),
                comparison.analysis() == Analysis.LANDMARK
                        ? PairwiseTests.of(comparison.landmarkDays(), groups, release)
                        : List.of(),
                together == null ? List.of() : List.of(followUp(comparison, everybody, together)),
                recoveredBy(comparison, groups, curves, everybody, together));
    }

    /** In the order of the labels, the rest last, unless that is small: then there is nothing beside it. */
    private Map<String, SurvivalCounts> shownGroups(Comparison comparison) {
        Map<String, SurvivalCounts> shown = new LinkedHashMap<>();
        SurvivalCounts.Builder rest = SurvivalCounts.builder();
        comparison.groups().forEach((label, counts) -> {
            if (release.shows(cell(comparison, label, StudyCells.EPISODES))) {
                shown.put(label, counts);
            } else {
                rest.add(counts);
            }
        });
        SurvivalCounts others = rest.build();
        if (others.total() > 0 && others.total() >= settings.minCellCount() && showsTotal(comparison)) {
            shown.put(TreatmentNames.OTHER, others);
        }
        return shown;
    }

    private boolean showsTotal(Comparison comparison) {
        return release.shows(cell(comparison, TreatmentNames.ALL, StudyCells.EPISODES));
    }

    private static Cell cell(Comparison comparison, String row, String column) {
        return comparison.analysis() == Analysis.AS_USED
                ? StudyCells.asUsed(comparison.population(), row, column)
                : StudyCells.atLandmark(comparison.landmarkDays(), row, column);
    }

    /** The groups of which it is shown how many recovered. The rest is the total less the others. */
    private Set<String> divided(Comparison comparison, Set<String> groups) {
        Set<String> divided = new LinkedHashSet<>(groups);
        divided.removeIf(label -> !isDivided(comparison, label));
        if (groups.contains(TreatmentNames.OTHER)) {
            boolean alone = release.shows(cell(comparison, TreatmentNames.OTHER, StudyCells.EPISODES))
                    && isDivided(comparison, TreatmentNames.OTHER);
            if (alone || (divided.size() == groups.size() - 1 && isDivided(comparison, TreatmentNames.ALL))) {
                divided.add(TreatmentNames.OTHER);
            }
        }
        return divided;
    }

    /** Of cases that have all recovered, or none, the division is known with their number. */
    private boolean isDivided(Comparison comparison, String label) {
        return switch (comparison.population()) {
            case ALL, CHRONIC, ACUTE, SUBACUTE -> release.shows(cell(comparison, label, StudyCells.RECOVERED));
            case UNDETERMINED -> release.shows(cell(comparison, label, StudyCells.CENSORED));
        };
    }

    /** The curves of all cases less those of a class, or a stratum, would be curves of the others. */
    private boolean publishesCurves(Comparison comparison) {
        return !release.protects() || (release.isOfWhole() && comparison.population() == Population.ALL);
    }

    private List<@Nullable Double> againstOthers(SurvivalCounts everybody, Map<String, SurvivalCounts> groups) {
        GroupAgainstOthers test = GroupAgainstOthers.in(everybody);
        List<@Nullable Double> p = new ArrayList<>();
        for (SurvivalCounts group : groups.values()) {
            LogRankTest result = release.showsTest(everybody) ? test.test(group) : null;
            p.add(result == null ? null : rounding.test(result.pValue()));
        }
        return p;
    }

    private OverallTest test(Comparison comparison, Map<String, SurvivalCounts> groups) {
        boolean isShown = release.showsTest(comparison.everybody());
        LogRankTest test = isShown ? LogRank.test(List.copyOf(groups.values())) : null;
        LogRankTest stratified = isShown ? stratifiedTest(comparison, List.copyOf(groups.keySet())) : null;
        return new OverallTest(
                comparison.analysis(),
                comparison.population(),
                comparison.landmarkDays(),
                groups.size(),
                test == null ? null : rounding.test(test.chiSquared()),
                test == null ? null : Integer.valueOf(test.degreesOfFreedom()),
                test == null ? null : rounding.test(test.pValue()),
                stratified == null ? null : rounding.test(stratified.chiSquared()),
                stratified == null ? null : Integer.valueOf(stratified.degreesOfFreedom()),
                stratified == null ? null : rounding.test(stratified.pValue()));
    }

    /** Compares the shown groups within strata; what is rolled up is so in every stratum. */
    private static @Nullable LogRankTest stratifiedTest(Comparison comparison, List<String> shown) {
        List<List<SurvivalCounts>> strata = new ArrayList<>();
        for (Map<String, SurvivalCounts> stratum : comparison.strata()) {
            Map<String, SurvivalCounts.Builder> groups = new LinkedHashMap<>();
            shown.forEach(label -> groups.put(label, SurvivalCounts.builder()));
            stratum.forEach((label, counts) -> {
                SurvivalCounts.Builder group = groups.get(shown.contains(label) ? label : TreatmentNames.OTHER);
                if (group != null) {
                    group.add(counts);
                }
            });
            strata.add(
                    groups.values().stream().map(SurvivalCounts.Builder::build).toList());
        }
        return strata.isEmpty() ? null : LogRank.stratified(strata);
    }

    private List<LandmarkFlow> flow(Comparison comparison, SurvivalCounts everybody) {
        if (comparison.analysis() == Analysis.AS_USED) {
            return List.of();
        }
        int landmark = comparison.landmarkDays();
        boolean recovered = release.shows(StudyCells.before(landmark, StudyCells.RECOVERED));
        boolean censored = release.shows(StudyCells.before(landmark, StudyCells.CENSORED));
        return List.of(new LandmarkFlow(
                landmark,
                showsTotal(comparison) ? (Long) everybody.total() : null,
                recovered ? (Long) comparison.leftOut().totalEvents() : null,
                censored ? (Long) comparison.leftOut().totalCensored() : null));
    }

    private CombinationFigures together(Comparison comparison, SurvivalCounts everybody, KaplanMeier curve) {
        return asUsed(
                comparison.population(),
                TreatmentNames.ALL,
                everybody,
                isDivided(comparison, TreatmentNames.ALL),
                curve,
                null,
                null);
    }

    private FollowUpFigures followUp(Comparison comparison, SurvivalCounts everybody, KaplanMeier curve) {
        return new FollowUpAnalysis(settings, rounding)
                .figures(
                        comparison.population(),
                        curve,
                        release.curve(everybody.reversed(), 0, Pace.EVEN, settings),
                        everybody.total());
    }

    private List<RecoveredBy> recoveredBy(
            Comparison comparison,
            Map<String, SurvivalCounts> groups,
            Map<String, KaplanMeier> curves,
            SurvivalCounts everybody,
            @Nullable KaplanMeier together) {
        List<RecoveredBy> rows = new ArrayList<>();
        if (comparison.analysis() == Analysis.AS_USED) {
            curves.forEach((combination, curve) -> rows.addAll(RecoveredBy.of(
                    comparison.population(),
                    combination,
                    curve,
                    groups.getOrDefault(combination, SurvivalCounts.EMPTY).total(),
                    rounding)));
            if (together != null) {
                rows.addAll(RecoveredBy.of(
                        comparison.population(), TreatmentNames.ALL, together, everybody.total(), rounding));
            }
        }
        return rows;
    }

    private Pace pace(Comparison comparison) {
        return release.pace(comparison.population(), comparison.landmarkDays());
    }

    private boolean mayDescribeTogether(Comparison comparison, SurvivalCounts everybody) {
        return comparison.analysis() == Analysis.AS_USED && everybody.total() > 0 && showsTotal(comparison);
    }

    private CombinationFigures asUsed(
            Population population,
            String label,
            SurvivalCounts counts,
            boolean divided,
            KaplanMeier curve,
            @Nullable Double p,
            @Nullable Double pHolm) {
        Quantile median = curve.quantile(0.5);
        RestrictedMean mean = curve.restrictedMean(settings.horizonDays());
        return new CombinationFigures(
                population,
                label,
                counts.total(),
                divided ? (Long) counts.totalEvents() : null,
                divided ? (Long) counts.totalCensored() : null,
                median.estimate(),
                median.lower(),
                median.upper(),
                curve.quantile(0.25).estimate(),
                curve.quantile(0.75).estimate(),
                mean == null ? null : rounding.mean(mean.mean(), counts.total()),
                mean == null ? null : rounding.mean(mean.standardError(), counts.total()),
                mean == null ? null : Integer.valueOf(mean.horizonDays()),
                recoveredBy(curve, 7, counts.total()),
                recoveredBy(curve, 14, counts.total()),
                recoveredBy(curve, 28, counts.total()),
                recoveredBy(curve, 84, counts.total()),
                p,
                pHolm);
    }

    /** Means are taken to a horizon to which both the group and those without treatment are followed. */
    private LandmarkFigures atLandmark(
            int landmarkDays,
            String label,
            SurvivalCounts counts,
            boolean divided,
            KaplanMeier curve,
            @Nullable KaplanMeier none,
            long withNone,
            @Nullable Double p,
            @Nullable Double pHolm) {
        Quantile median = curve.quantile(0.5);
        RestrictedMeanDifference difference = none == null || none == curve
                ? null
                : RestrictedMeanDifference.between(curve, none, settings.horizonDays(), settings.confidence());
        RestrictedMean mean =
                curve.restrictedMean(difference == null ? settings.horizonDays() : difference.horizonDays());
        long smaller = Math.min(counts.total(), withNone);
        return new LandmarkFigures(
                landmarkDays,
                label,
                counts.total(),
                divided ? (Long) counts.totalEvents() : null,
                divided ? (Long) counts.totalCensored() : null,
                median.estimate(),
                median.lower(),
                median.upper(),
                mean == null ? null : rounding.mean(mean.mean(), counts.total()),
                mean == null ? null : rounding.mean(mean.standardError(), counts.total()),
                mean == null ? null : Integer.valueOf(mean.horizonDays()),
                difference == null ? null : rounding.mean(difference.difference(), smaller),
                difference == null ? null : rounding.mean(difference.lower(), smaller),
                difference == null ? null : rounding.mean(difference.upper(), smaller),
                p,
                pHolm);
    }

    private @Nullable Double recoveredBy(KaplanMeier curve, int day, long episodes) {
        return rounding.recovered(curve.survivalAt(day), episodes);
    }

    private List<CurveStep> steps(
            Comparison comparison, Map<String, KaplanMeier> curves, Map<String, CurveBlocks> blocks) {
        List<CurveStep> steps = new ArrayList<>();
        curves.forEach((combination, curve) -> {
            CurveBlocks ofCurve = blocks.get(combination);
            List<KaplanMeier.Step> shown = ofCurve == null
                    ? curve.steps()
                    : release.showsCurve(comparison.landmarkDays(), combination, ofCurve)
                            ? ofCurve.steps(curve)
                            : List.of();
            for (KaplanMeier.Step step : shown) {
                steps.add(new CurveStep(
                        comparison.analysis(),
                        comparison.population(),
                        comparison.landmarkDays(),
                        combination,
                        step.day(),
                        step.atRisk(),
                        step.events(),
                        step.censored(),
                        step.survival(),
                        step.lower(),
                        step.upper()));
            }
        });
        return steps;
    }
}
