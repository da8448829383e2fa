package org.recoveryreport.selftest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.CoxModel;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.LogRank;
import org.recoveryreport.domain.survival.LogRankTest;
import org.recoveryreport.domain.survival.ProportionalHazards;
import org.recoveryreport.domain.survival.RestrictedMean;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** A published data set and what can be computed of it, with 95 % confidence. */
final class PublishedData {
    private static final double CONFIDENCE = 0.95;

    private final Map<String, SurvivalCounts> groups;
    private final @Nullable LogRankTest logRank;
    private final CoxModel cox;

    private PublishedData(Map<String, SurvivalCounts> groups, ExposureCounts exposures, int covariates) {
        this.groups = groups;
        logRank = LogRank.test(List.copyOf(groups.values()));
        cox = CoxModel.fit(
                List.of(exposures), IntStream.range(0, covariates).boxed().toList(), CONFIDENCE);
    }

    /** Without exposures of their own, the groups are: the first is not exposed, each other has its covariate. */
    static PublishedData of(List<Map<String, String>> countRows, List<Map<String, String>> exposureRows) {
        Map<String, SurvivalCounts.Builder> builders = new LinkedHashMap<>();
        for (Map<String, String> row : countRows) {
            builders.computeIfAbsent(Resource.cell(row, "group"), name -> SurvivalCounts.builder())
                    .add(
                            Resource.integer(row, "day"),
                            Resource.integer(row, "events"),
                            Resource.integer(row, "censored"));
        }
        Map<String, SurvivalCounts> groups = new LinkedHashMap<>();
        builders.forEach((name, builder) -> groups.put(name, builder.build()));

        ExposureCounts.Builder exposures = ExposureCounts.builder();
        long patterns = 0;
        for (Map<String, String> row : exposureRows) {
            exposures.add(
                    Resource.integer(row, "from"),
                    Resource.integer(row, "through"),
                    Resource.integer(row, "pattern"),
                    Resource.integer(row, "subjects"),
                    Resource.integer(row, "events"));
            patterns |= Resource.integer(row, "pattern");
        }
        if (exposureRows.isEmpty()) {
            List<SurvivalCounts> inOrder = new ArrayList<>(groups.values());
            for (int g = 0; g < inOrder.size(); g++) {
                SurvivalCounts group = inOrder.get(g);
                long pattern = g == 0 ? 0 : 1L << (g - 1);
                for (int i = 0; i < group.size(); i++) {
                    exposures.add(0, group.day(i), pattern, group.events(i) + group.censored(i), group.events(i));
                }
                patterns |= pattern;
            }
        }
        return new PublishedData(groups, exposures.build(), Long.bitCount(patterns));
    }

    /** The figure a row of expectations is about; null = undefined. */
    @Nullable
    Double figure(Map<String, String> row) {
        String argument = Resource.cell(row, "argument");
        return switch (Resource.cell(row, "statistic")) {
            case "quantile" -> curve(row).quantile(Double.parseDouble(argument)).estimate();
            case "median_lower" -> curve(row).quantile(0.5).lower();
            case "median_upper" -> curve(row).quantile(0.5).upper();
            case "survival" -> curve(row).survivalAt(Integer.parseInt(argument));
            case "survival_lower" ->
                curve(row).confidenceAt(Integer.parseInt(argument)).lower();
            case "survival_upper" ->
                curve(row).confidenceAt(Integer.parseInt(argument)).upper();
            case "restricted_mean" -> restrictedMean(row, RestrictedMean::mean);
            case "restricted_mean_error" -> restrictedMean(row, RestrictedMean::standardError);
            case "logrank_chi_squared" -> logRank == null ? null : Double.valueOf(logRank.chiSquared());
            case "logrank_p" -> logRank == null ? null : Double.valueOf(logRank.pValue());
            case "hazard_ratio" -> effect(argument).hazardRatio();
            case "hazard_ratio_lower" -> effect(argument).lower();
            case "hazard_ratio_upper" -> effect(argument).upper();
            case "log_likelihood" -> cox.logLikelihood();
            case "proportional_hazards_p" -> {
                ProportionalHazards test = cox.proportionalHazards();
                yield test == null ? null : Double.valueOf(test.pValue());
            }
            default -> throw new IllegalStateException("an unknown statistic");
        };
    }

    private CoxModel.Effect effect(String covariate) {
        return cox.effects().get(Integer.parseInt(covariate));
    }

    private KaplanMeier curve(Map<String, String> row) {
        String label = Resource.cell(row, "type");
        for (ConfidenceType type : ConfidenceType.values()) {
            if (type.label().equals(label)) {
                SurvivalCounts group = groups.getOrDefault(Resource.cell(row, "group"), SurvivalCounts.EMPTY);
                return KaplanMeier.fit(group, CONFIDENCE, type);
            }
        }
        throw new IllegalStateException("an unknown confidence type");
    }

    private @Nullable Double restrictedMean(Map<String, String> row, Function<RestrictedMean, Double> part) {
        RestrictedMean mean = curve(row).restrictedMean(Resource.integer(row, "argument"));
        return mean == null ? null : part.apply(mean);
    }
}
