package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code tests.csv}: the log-rank test whether all shown combinations recover alike.
 *
 * @param analysis how the groups were formed
 * @param population whose episodes
 * @param landmarkDays the landmark; 0 = as used
 * @param groups how many combinations are compared
 * @param chiSquared the statistic; null with fewer than two groups, or without a recovery
 * @param degreesOfFreedom null likewise
 * @param pValue null likewise
 * @param stratifiedChiSquared the statistic when like is compared with like, within strata; null without strata
 * @param stratifiedDegreesOfFreedom null likewise
 * @param stratifiedPValue null likewise
 */
public record OverallTest(
        Analysis analysis,
        Population population,
        int landmarkDays,
        int groups,
        @Nullable Double chiSquared,
        @Nullable Integer degreesOfFreedom,
        @Nullable Double pValue,
        @Nullable Double stratifiedChiSquared,
        @Nullable Integer stratifiedDegreesOfFreedom,
        @Nullable Double stratifiedPValue)
        implements Serializable {
    /** A test without strata. */
    public OverallTest(
            Analysis analysis,
            Population population,
            int landmarkDays,
            int groups,
            @Nullable Double chiSquared,
            @Nullable Integer degreesOfFreedom,
            @Nullable Double pValue) {
        this(analysis, population, landmarkDays, groups, chiSquared, degreesOfFreedom, pValue, null, null, null);
    }
}
