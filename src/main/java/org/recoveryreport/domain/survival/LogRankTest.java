package org.recoveryreport.domain.survival;

import java.io.Serializable;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * Result of a log-rank test of the hypothesis that all groups have the event at the same rate at all times.
 *
 * @param groups how many groups have anybody in them
 * @param chiSquared the statistic, at least 0
 * @param degreesOfFreedom at least 1
 * @param pValue probability of a statistic at least as large under the hypothesis, in [0, 1]
 */
public record LogRankTest(int groups, double chiSquared, int degreesOfFreedom, double pValue) implements Serializable {
    static LogRankTest of(int groups, double chiSquared, int degreesOfFreedom) {
        double p = ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquared);
        return new LogRankTest(groups, chiSquared, degreesOfFreedom, p);
    }
}
