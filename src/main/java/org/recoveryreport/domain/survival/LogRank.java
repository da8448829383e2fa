package org.recoveryreport.domain.survival;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The log-rank test (Peto and Peto 1972, doi:10.2307/2344317): compares the events of each group with those expected if
 * every day's events fell on those at risk by lot. Variance of the hypergeometric distribution, so ties are exact. Equal
 * to R's {@code survdiff}. The cost grows with the counts, not with the square of the number of groups.
 */
public final class LogRank {
    /** The statistic is found once what is left of the excess events is this small against what there was. */
    private static final double RESIDUAL = 1e-26;

    private LogRank() {}

    /**
     * Compares groups. A group that is never at risk when an event happens tells nothing and takes no degree of freedom.
     *
     * @return null where the test is undefined: no event, or never two groups at risk on a day when some, but not all, of
     *     those at risk have the event
     */
    public static @Nullable LogRankTest test(List<SurvivalCounts> groups) {
        return stratified(List.of(groups));
    }

    /**
     * Compares groups within strata: the same groups, in the same order, in each stratum, where a group may be empty.
     *
     * @return null where the test is undefined in every stratum
     */
    public static @Nullable LogRankTest stratified(List<List<SurvivalCounts>> strata) {
        int groups = strata.isEmpty() ? 0 : strata.get(0).size();
        for (List<SurvivalCounts> stratum : strata) {
            if (stratum.size() != groups) {
                throw new IllegalArgumentException("strata of " + groups + " and of " + stratum.size() + " groups");
            }
        }
        List<LogRankStratum> parts = strata.stream().map(LogRankStratum::new).toList();
        int degreesOfFreedom = degreesOfFreedom(parts, groups);
        if (degreesOfFreedom == 0) {
            return null;
        }
        int inhabited = (int) IntStream.range(0, groups)
                .filter(i -> strata.stream().anyMatch(stratum -> stratum.get(i).size() > 0))
                .count();
        return LogRankTest.of(inhabited, chiSquared(parts, groups), degreesOfFreedom);
    }

    /** Compares a group with all others, see {@link GroupAgainstOthers}. */
    public static @Nullable LogRankTest againstOthers(SurvivalCounts group, SurvivalCounts all) {
        return GroupAgainstOthers.in(all).test(group);
    }

    /**
     * The rank of the covariance: the number of groups, less one for each set of groups that no stratum compares with
     * others.
     */
    private static int degreesOfFreedom(List<LogRankStratum> strata, int groups) {
        // each group leads to another one of its set, and so to one that leads to itself
        int[] next = IntStream.range(0, groups).toArray();
        int rank = 0;
        for (LogRankStratum stratum : strata) {
            int[] compared =
                    IntStream.range(0, groups).filter(stratum::compares).toArray();
            for (int i = 1; i < compared.length; i++) {
                int joining = end(next, compared[i]);
                int joined = end(next, compared[0]);
                if (joining != joined) {
                    rank++;
                    next[joining] = joined;
                }
            }
        }
        return rank;
    }

    private static int end(int[] next, int group) {
        int at = group;
        while (next[at] != at) {
            next[at] = next[next[at]];
            at = next[at];
        }
        return at;
    }

    /**
     * Excess events times the inverse covariance times excess events, by conjugate gradients (Hestenes and Stiefel 1952,
     * doi:10.6028/jres.049.044) in units of each group's own variance. They stay where the covariance is not singular.
     */
    private static double chiSquared(List<LogRankStratum> strata, int groups) {
        double[] scale = new double[groups];
        double[] residual = new double[groups];
        for (LogRankStratum stratum : strata) {
            stratum.addScale(scale);
            stratum.addExcess(residual);
        }
        double[] scaled = over(residual, scale);
        double[] direction = scaled;
        double size = dot(residual, scaled);
        double enough = RESIDUAL * size;
        double chiSquared = 0;
        for (int i = 0; size > enough && i < 20 * groups + 100; i++) {
            double[] product = new double[groups];
            for (LogRankStratum stratum : strata) {
                stratum.addProduct(direction, product);
            }
            double curvature = dot(direction, product);
            if (!(curvature > 0)) {
                break;
            }
            double step = size / curvature;
            chiSquared += step * size;
            residual = plus(residual, -step, product);
            scaled = over(residual, scale);
            double nextSize = dot(residual, scaled);
            direction = plus(scaled, nextSize / size, direction);
            size = nextSize;
        }
        return chiSquared;
    }

    private static double[] over(double[] vector, double[] scale) {
        double[] quotient = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            quotient[i] = scale[i] > 0 ? vector[i] / scale[i] : 0;
        }
        return quotient;
    }

    private static double[] plus(double[] vector, double factor, double[] other) {
        double[] sum = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            sum[i] = vector[i] + factor * other[i];
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
