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
 */
public record OverallTest(
        Analysis analysis,
        Population population,
        int landmarkDays,
        int groups,
        @Nullable Double chiSquared,
        @Nullable Integer degreesOfFreedom,
        @Nullable Double pValue)
        implements Serializable {}
