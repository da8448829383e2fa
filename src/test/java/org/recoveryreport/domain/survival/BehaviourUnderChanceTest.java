package org.recoveryreport.domain.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What the intervals and tests promise, counted over simulated groups: 95 % of intervals hold the truth, 5 % of tests see a
 * difference where there is none. The limits are some four standard errors of the simulation away.
 */
class BehaviourUnderChanceTest {
    private static final int ROUNDS = 2_000;
    private static final double MEAN_DAYS = 60;

    @Test
    void intervalsOfTheMedianHoldTheTruth() {
        double truth = Math.floor(MEAN_DAYS * Math.log(2));
        for (ConfidenceType type : List.of(ConfidenceType.LOG_LOG, ConfidenceType.PLAIN)) {
            double held = share(1, random -> {
                Quantile median =
                        KaplanMeier.fit(group(random, 150), 0.95, type).quantile(0.5);
                return (median.lower() == null || median.lower() <= truth)
                        && (median.upper() == null || median.upper() >= truth);
            });
            assertThat(held).as("%s", type).isBetween(0.93, 0.97);
        }
    }

    @Test
    void intervalsOfTheRestrictedMeanHoldTheTruth() {
        double truth = 0;
        for (int day = 0; day < 84; day++) {
            truth += Math.exp(-(day + 1) / MEAN_DAYS);
        }
        double expected = truth;
        double held = share(2, random -> {
            RestrictedMean mean = KaplanMeier.fit(group(random, 150), 0.95, ConfidenceType.LOG)
                    .restrictedMean(84);
            return Math.abs(mean.mean() - expected) <= 1.96 * mean.standardError();
        });
        assertThat(held).isBetween(0.93, 0.97);
    }

    @Test
    void testsOfEqualGroupsRejectOneInTwenty() {
        assertThat(share(3, random -> {
                    LogRankTest test = LogRank.test(List.of(group(random, 80), group(random, 120), group(random, 40)));
                    return test.pValue() < 0.05;
                }))
                .isBetween(0.03, 0.07);
        assertThat(share(4, random -> {
                    RestrictedMeanDifference difference =
                            RestrictedMeanDifference.between(group(random, 80), group(random, 120), 84, 0.95);
                    return difference.pValue() < 0.05;
                }))
                .isBetween(0.03, 0.07);
    }

    /** The reason why groups as used are no headline: the same treatments, which do nothing, in three analyses. */
    @Test
    void treatmentsThatStartLateFoolOnlyTheComparisonAsUsed() {
        int rounds = 500;
        int landmark = 14;
        int[] rejected = new int[3];
        Random random = new Random(5);
        for (int round = 0; round < rounds; round++) {
            SurvivalCounts.Builder[] asUsed = {SurvivalCounts.builder(), SurvivalCounts.builder()};
            SurvivalCounts.Builder[] atLandmark = {SurvivalCounts.builder(), SurvivalCounts.builder()};
            ExposureCounts.Builder overTime = ExposureCounts.builder();
            for (int i = 0; i < 200; i++) {
                int day = days(random);
                int start = random.nextInt(40);
                asUsed[start < day ? 1 : 0].add(day, 1, 0);
                if (day > landmark) {
                    atLandmark[start <= landmark ? 1 : 0].add(day - landmark, 1, 0);
                }
                overTime.addSubject(day, true, start);
            }
            rejected[0] += rejects(asUsed) ? 1 : 0;
            rejected[1] += rejects(atLandmark) ? 1 : 0;
            CoxModel model = CoxModel.fit(List.of(overTime.build()), List.of(0), 0.95);
            rejected[2] += model.effects().get(0).pValue() < 0.05 ? 1 : 0;
        }
        assertThat(rejected[0] / (double) rounds).as("as used").isGreaterThan(0.99);
        assertThat(rejected[1] / (double) rounds).as("landmark").isBetween(0.015, 0.095);
        assertThat(rejected[2] / (double) rounds).as("over time").isBetween(0.015, 0.095);
    }

    /**
     * Two groups of 150, and a hazard ratio of 1.5: Schoenfeld's formula promises the log-rank test 89 %, the normal
     * distribution the difference in mean days 85 %.
     */
    @Test
    void aTreatmentThatWorksIsSeen() {
        double power = share(6, random -> {
            LogRankTest test =
                    LogRank.test(List.of(group(random, 150, MEAN_DAYS), group(random, 150, MEAN_DAYS / 1.5)));
            return test.pValue() < 0.05;
        });
        assertThat(power).as("log-rank").isBetween(0.86, 0.92);
        double fewerDays = share(7, random -> {
            RestrictedMeanDifference difference = RestrictedMeanDifference.between(
                    group(random, 150, MEAN_DAYS / 1.5), group(random, 150, MEAN_DAYS), 84, 0.95);
            return difference.upper() < 0;
        });
        assertThat(fewerDays).as("difference in mean days").isBetween(0.82, 0.88);
    }

    private static boolean rejects(SurvivalCounts.Builder[] groups) {
        return LogRank.test(List.of(groups[0].build(), groups[1].build())).pValue() < 0.05;
    }

    private static double share(int seed, Predicate<Random> round) {
        Random random = new Random(seed);
        int count = 0;
        for (int i = 0; i < ROUNDS; i++) {
            count += round.test(random) ? 1 : 0;
        }
        return count / (double) ROUNDS;
    }

    /** Exponential times in whole days, about a third of them censored. */
    private static SurvivalCounts group(Random random, int subjects) {
        return group(random, subjects, MEAN_DAYS);
    }

    private static SurvivalCounts group(Random random, int subjects, double meanDays) {
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        for (int i = 0; i < subjects; i++) {
            int day = days(random, meanDays);
            int end = 30 + random.nextInt(150);
            counts.add(Math.min(day, end), day <= end ? 1 : 0, day <= end ? 0 : 1);
        }
        return counts.build();
    }

    private static int days(Random random) {
        return days(random, MEAN_DAYS);
    }

    private static int days(Random random, double mean) {
        return (int) (-mean * Math.log(1 - random.nextDouble()));
    }
}
