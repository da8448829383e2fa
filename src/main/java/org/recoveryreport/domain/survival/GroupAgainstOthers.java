package org.recoveryreport.domain.survival;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Log-rank tests of one group after another, each against all others of the same whole. What depends on the whole is
 * worked out once. Immutable.
 */
public final class GroupAgainstOthers {
    private final int[] days;
    private final double[] atRisk;
    private final double[] perHead;
    private final double[] spread;

    private GroupAgainstOthers(SurvivalCounts all) {
        int[] eventful =
                IntStream.range(0, all.size()).filter(i -> all.events(i) > 0).toArray();
        days = new int[eventful.length];
        atRisk = new double[eventful.length];
        perHead = new double[eventful.length];
        spread = new double[eventful.length];
        long left = all.total();
        int next = 0;
        for (int i = 0; i < all.size(); i++) {
            if (all.events(i) > 0) {
                double events = all.events(i);
                days[next] = all.day(i);
                atRisk[next] = left;
                perHead[next] = events / left;
                spread[next] = left == 1 ? 0 : events * ((left - events) / (left - 1)) / ((double) left * left);
                next++;
            }
            left -= all.events(i) + all.censored(i);
        }
    }

    /** Prepares the tests of the groups of a whole. */
    public static GroupAgainstOthers in(SurvivalCounts all) {
        return new GroupAgainstOthers(all);
    }

    /**
     * Compares a group with the rest of the whole.
     *
     * @param group part of the whole
     * @return null where the test is undefined, as in {@link LogRank#test}
     */
    public @Nullable LogRankTest test(SurvivalCounts group) {
        double expected = 0;
        double variance = 0;
        double left = group.total();
        int next = 0;
        for (int i = 0; i < group.size(); i++) {
            for (; next < days.length && days[next] <= group.day(i); next++) {
                double others = atRisk[next] - left;
                if (others < 0) {
                    throw new IllegalArgumentException("the group is not part of the whole");
                }
                expected += left * perHead[next];
                variance += spread[next] * left * others;
            }
            left -= group.events(i) + group.censored(i);
        }
        if (!(variance > 0)) {
            return null;
        }
        double excess = group.totalEvents() - expected;
        return LogRankTest.of(2, excess * excess / variance, 1);
    }
}
