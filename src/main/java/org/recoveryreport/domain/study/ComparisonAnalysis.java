package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.SmallCells;
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
    private final SmallCells smallCells;

    public ComparisonAnalysis(StudySettings settings) {
        this.settings = settings;
        this.smallCells = new SmallCells(settings.minCellCount());
    }

    /** The figures of a comparison. Groups too small to be shown are rolled up first, so every figure is about what is shown. */
    public ComparisonFigures figures(Comparison comparison) {
        Map<String, SurvivalCounts> groups = shownGroups(comparison);
        Map<String, KaplanMeier> curves = new LinkedHashMap<>();
        groups.forEach((combination, counts) ->
                curves.put(combination, KaplanMeier.fit(counts, settings.confidence(), settings.confidenceType())));
        List<@Nullable Double> p = againstOthers(comparison, groups);
        List<@Nullable Double> pHolm = Holm.adjust(p);
        List<CombinationFigures> combinations = new ArrayList<>();
        List<LandmarkFigures> landmarks = new ArrayList<>();
        int i = 0;
        for (Map.Entry<String, SurvivalCounts> group : groups.entrySet()) {
            String label = group.getKey();
            KaplanMeier curve = curves.get(label);
            if (curve != null) {
                if (comparison.analysis() == Analysis.AS_USED) {
                    combinations.add(
                            asUsed(comparison.population(), label, group.getValue(), curve, p.get(i), pHolm.get(i)));
                } else {
                    KaplanMeier none = curves.get(TreatmentNames.NONE);
                    landmarks.add(atLandmark(
                            comparison.landmarkDays(), label, group.getValue(), curve, none, p.get(i), pHolm.get(i)));
                }
            }
            i++;
        }
        return new ComparisonFigures(
                combinations,
                landmarks,
                test(comparison, groups),
                steps(comparison, curves),
                together(comparison),
                flow(comparison),
                comparison.analysis() == Analysis.LANDMARK
                        ? PairwiseTests.of(comparison.landmarkDays(), groups)
                        : List.of(),
                followUp(comparison),
                recoveredBy(comparison, curves));
    }

    /** In the order of the labels, the rest last. */
    private Map<String, SurvivalCounts> shownGroups(Comparison comparison) {
        SortedMap<String, SurvivalCounts> shown = smallCells.rollUp(comparison.groups(), TreatmentNames.OTHER);
        Map<String, SurvivalCounts> ordered = new LinkedHashMap<>(shown);
        SurvivalCounts others = ordered.remove(TreatmentNames.OTHER);
        if (others != null) {
            ordered.put(TreatmentNames.OTHER, others);
        }
        return ordered;
    }

    private static List<@Nullable Double> againstOthers(Comparison comparison, Map<String, SurvivalCounts> groups) {
        GroupAgainstOthers test = GroupAgainstOthers.in(comparison.everybody());
        List<@Nullable Double> p = new ArrayList<>();
        for (SurvivalCounts group : groups.values()) {
            LogRankTest result = test.test(group);
            p.add(result == null ? null : Double.valueOf(result.pValue()));
        }
        return p;
    }

    private static OverallTest test(Comparison comparison, Map<String, SurvivalCounts> groups) {
        LogRankTest test = LogRank.test(List.copyOf(groups.values()));
        LogRankTest stratified = stratifiedTest(comparison, List.copyOf(groups.keySet()));
        return new OverallTest(
                comparison.analysis(),
                comparison.population(),
                comparison.landmarkDays(),
                groups.size(),
                test == null ? null : Double.valueOf(test.chiSquared()),
                test == null ? null : Integer.valueOf(test.degreesOfFreedom()),
                test == null ? null : Double.valueOf(test.pValue()),
                stratified == null ? null : Double.valueOf(stratified.chiSquared()),
                stratified == null ? null : Integer.valueOf(stratified.degreesOfFreedom()),
                stratified == null ? null : Double.valueOf(stratified.pValue()));
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

    private List<LandmarkFlow> flow(Comparison comparison) {
        if (comparison.analysis() == Analysis.AS_USED) {
            return List.of();
        }
        long compared = comparison.everybody().total();
        long recovered = comparison.leftOut().totalEvents();
        long censored = comparison.leftOut().totalCensored();
        return List.of(new LandmarkFlow(
                comparison.landmarkDays(),
                smallCells.shownBeside(compared, recovered + censored),
                smallCells.shownBeside(recovered, censored),
                smallCells.shownBeside(censored, recovered)));
    }

    private List<CombinationFigures> together(Comparison comparison) {
        SurvivalCounts everybody = comparison.everybody();
        if (!mayDescribeTogether(comparison)) {
            return List.of();
        }
        KaplanMeier curve = KaplanMeier.fit(everybody, settings.confidence(), settings.confidenceType());
        return List.of(asUsed(comparison.population(), TreatmentNames.ALL, everybody, curve, null, null));
    }

    private List<FollowUpFigures> followUp(Comparison comparison) {
        return mayDescribeTogether(comparison)
                ? List.of(new FollowUpAnalysis(settings).figures(comparison.population(), comparison.everybody()))
                : List.of();
    }

    private List<RecoveredBy> recoveredBy(Comparison comparison, Map<String, KaplanMeier> curves) {
        List<RecoveredBy> rows = new ArrayList<>();
        if (comparison.analysis() == Analysis.AS_USED) {
            Map<String, KaplanMeier> all = new LinkedHashMap<>(curves);
            if (mayDescribeTogether(comparison)) {
                all.put(
                        TreatmentNames.ALL,
                        KaplanMeier.fit(comparison.everybody(), settings.confidence(), settings.confidenceType()));
            }
            all.forEach((combination, curve) -> rows.addAll(
                    RecoveredBy.of(comparison.population(), combination, curve, settings.everyCountMayBeShown())));
        }
        return rows;
    }

    private boolean mayDescribeTogether(Comparison comparison) {
        long everybody = comparison.everybody().total();
        return comparison.analysis() == Analysis.AS_USED && everybody > 0 && smallCells.mayShow(everybody);
    }

    private CombinationFigures asUsed(
            Population population,
            String label,
            SurvivalCounts counts,
            KaplanMeier curve,
            @Nullable Double p,
            @Nullable Double pHolm) {
        Quantile median = curve.quantile(0.5);
        RestrictedMean mean = curve.restrictedMean(settings.horizonDays());
        return new CombinationFigures(
                population,
                label,
                counts.total(),
                smallCells.shownBeside(counts.totalEvents(), counts.totalCensored()),
                smallCells.shownBeside(counts.totalCensored(), counts.totalEvents()),
                median.estimate(),
                median.lower(),
                median.upper(),
                curve.quantile(0.25).estimate(),
                curve.quantile(0.75).estimate(),
                mean == null ? null : Double.valueOf(mean.mean()),
                mean == null ? null : Double.valueOf(mean.standardError()),
                mean == null ? null : Integer.valueOf(mean.horizonDays()),
                recoveredBy(curve, 7),
                recoveredBy(curve, 14),
                recoveredBy(curve, 28),
                recoveredBy(curve, 84),
                p,
                pHolm);
    }

    /** Means are taken to a horizon to which both the group and those without treatment are followed. */
    private LandmarkFigures atLandmark(
            int landmarkDays,
            String label,
            SurvivalCounts counts,
            KaplanMeier curve,
            @Nullable KaplanMeier none,
            @Nullable Double p,
            @Nullable Double pHolm) {
        Quantile median = curve.quantile(0.5);
        RestrictedMeanDifference difference = none == null || none == curve
                ? null
                : RestrictedMeanDifference.between(curve, none, settings.horizonDays(), settings.confidence());
        RestrictedMean mean =
                curve.restrictedMean(difference == null ? settings.horizonDays() : difference.horizonDays());
        return new LandmarkFigures(
                landmarkDays,
                label,
                counts.total(),
                smallCells.shownBeside(counts.totalEvents(), counts.totalCensored()),
                smallCells.shownBeside(counts.totalCensored(), counts.totalEvents()),
                median.estimate(),
                median.lower(),
                median.upper(),
                mean == null ? null : Double.valueOf(mean.mean()),
                mean == null ? null : Double.valueOf(mean.standardError()),
                mean == null ? null : Integer.valueOf(mean.horizonDays()),
                difference == null ? null : Double.valueOf(difference.difference()),
                difference == null ? null : Double.valueOf(difference.lower()),
                difference == null ? null : Double.valueOf(difference.upper()),
                p,
                pHolm);
    }

    private static @Nullable Double recoveredBy(KaplanMeier curve, int day) {
        Double notRecovered = curve.survivalAt(day);
        return notRecovered == null ? null : Double.valueOf(1 - notRecovered);
    }

    private List<CurveStep> steps(Comparison comparison, Map<String, KaplanMeier> curves) {
        List<CurveStep> steps = new ArrayList<>();
        curves.forEach((combination, curve) -> {
            for (KaplanMeier.Step step : smallCells.coarsen(curve.steps())) {
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
