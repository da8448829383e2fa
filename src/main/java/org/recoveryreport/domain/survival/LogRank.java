package org.recoveryreport.domain.survival;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The log-rank test (Peto and Peto 1972, doi:10.2307/2344317): compares the events of each group with those expected if
 * every day's events fell on those at risk by lot. Variance of the hypergeometric distribution, so ties are exact. Equal
 * to R's {@code survdiff}.
 */
public final class LogRank {
    private final double[] excess;
    private final double[][] variance;

    private LogRank(int groups) {
        excess = new double[groups];
        variance = new double[groups][];
        for (int i = 0; i < groups; i++) {
            variance[i] = new double[i + 1];
        }
    }

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
        if (strata.isEmpty()) {
            return null;
        }
        int groups = strata.get(0).size();
        LogRank sums = new LogRank(groups);
        for (List<SurvivalCounts> stratum : strata) {
            if (stratum.size() != groups) {
                throw new IllegalArgumentException("strata of " + groups + " and of " + stratum.size() + " groups");
            }
            sums.add(stratum);
        }
        int inhabited = (int) IntStream.range(0, groups)
                .filter(i -> strata.stream().anyMatch(stratum -> stratum.get(i).size() > 0))
                .count();
        return sums.result(inhabited);
    }

    /** Compares a group with all others, see {@link GroupAgainstOthers}. */
    public static @Nullable LogRankTest againstOthers(SurvivalCounts group, SurvivalCounts all) {
        return GroupAgainstOthers.in(all).test(group);
    }

    private void add(List<SurvivalCounts> groups) {
        SurvivalCounts.Builder builder = SurvivalCounts.builder();
        groups.forEach(builder::add);
        SurvivalCounts all = builder.build();
        long[] atRisk = groups.stream().mapToLong(SurvivalCounts::total).toArray();
        int[] next = new int[groups.size()];
        long allAtRisk = all.total();
        for (int day = 0; day < all.size(); day++) {
            if (all.events(day) > 0) {
                addDay(atRisk, allAtRisk, all.events(day));
            }
            for (int i = 0; i < atRisk.length; i++) {
                SurvivalCounts group = groups.get(i);
                if (next[i] < group.size() && group.day(next[i]) == all.day(day)) {
                    excess[i] += group.events(next[i]);
                    atRisk[i] -= group.events(next[i]) + group.censored(next[i]);
                    next[i]++;
                }
            }
            allAtRisk -= all.events(day) + all.censored(day);
        }
    }

    private void addDay(long[] atRisk, long allAtRisk, long events) {
        double all = allAtRisk;
        double spread = allAtRisk == 1 ? 0 : events * ((all - events) / (all - 1));
        for (int i = 0; i < atRisk.length; i++) {
            if (atRisk[i] > 0) {
                double share = atRisk[i] / all;
                excess[i] -= events * share;
                for (int j = 0; j < i; j++) {
                    variance[i][j] -= spread * share * (atRisk[j] / all);
                }
                variance[i][i] += spread * share * ((allAtRisk - atRisk[i]) / all);
            }
        }
    }

    /** Of groups that share days, one depends on the rest: the largest, as it comes last. */
    private @Nullable LogRankTest result(int groups) {
        int[] order = IntStream.range(0, excess.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> variance[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] sortedExcess = new double[order.length];
        double[][] sortedVariance = new double[order.length][];
        for (int i = 0; i < order.length; i++) {
            sortedExcess[i] = excess[order[i]];
            sortedVariance[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                sortedVariance[i][j] = variance[Math.max(order[i], order[j])][Math.min(order[i], order[j])];
            }
        }
        Cholesky decomposed = Cholesky.of(sortedVariance);
        int rank = decomposed.rank();
        return rank == 0 ? null : LogRankTest.of(groups, Math.max(0, decomposed.quadratic(sortedExcess)), rank);
    }
}
