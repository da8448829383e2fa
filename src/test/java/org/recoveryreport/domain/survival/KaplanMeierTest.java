package org.recoveryreport.domain.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    private static final Offset<Double> ROUNDING = within(1e-12);

    @Test
    void aTieCountsEventsBeforeCensorings() {
        KaplanMeier curve = fit(SurvivalCounts.builder().add(3, 1, 3).add(9, 1, 0));
        assertThat(curve.steps()).extracting(KaplanMeier.Step::atRisk).containsExactly(5L, 1L);
        assertThat(curve.survivalAt(3)).isEqualTo(0.8);
    }

    @Test
    void nothingIsSaidBeyondTheLastFollowUpUnlessAllHadTheEvent() {
        KaplanMeier open = fit(SurvivalCounts.builder().add(3, 1, 0).add(10, 0, 1));
        assertThat(open.survivalAt(10)).isEqualTo(0.5);
        assertThat(open.survivalAt(11)).isNull();
        assertThat(open.confidenceAt(11)).isEqualTo(ConfidenceLimits.UNDEFINED);
        assertThat(open.restrictedMean(84)).isEqualTo(new RestrictedMean(10, 6.5, Math.sqrt(3.5 * 3.5 / 2)));

        KaplanMeier closed = fit(SurvivalCounts.builder().add(3, 1, 0).add(10, 1, 0));
        assertThat(closed.survivalAt(11)).isZero();
        assertThat(closed.restrictedMean(84).horizonDays()).isEqualTo(84);
        assertThat(closed.restrictedMean(84).mean()).isEqualTo(6.5);
    }

    @Test
    void beforeTheFirstDayNobodyHadTheEvent() {
        KaplanMeier curve = fit(SurvivalCounts.builder().add(3, 1, 0).add(10, 0, 1));
        assertThat(curve.survivalAt(2)).isEqualTo(1);
        assertThat(curve.confidenceAt(2)).isEqualTo(new ConfidenceLimits(1.0, 1.0));
        assertThat(curve.restrictedMean(2)).isEqualTo(new RestrictedMean(2, 2, 0));
    }

    @Test
    void dayZeroCounts() {
        KaplanMeier curve = fit(SurvivalCounts.builder().add(0, 2, 1).add(4, 1, 0));
        assertThat(curve.survivalAt(0)).isEqualTo(0.5);
        assertThat(curve.quantile(0.5).estimate()).isEqualTo(2);
        assertThat(curve.restrictedMean(0)).isEqualTo(new RestrictedMean(0, 0, 0));
    }

    @Test
    void aCurveFlatAtTheLevelGivesTheMiddleOfThePlateau() {
        SurvivalCounts.Builder four =
                SurvivalCounts.builder().add(1, 1, 0).add(3, 1, 0).add(5, 1, 0).add(8, 1, 0);
        assertThat(fit(four).quantile(0.25).estimate()).isEqualTo(2);
        assertThat(fit(four).quantile(0.5).estimate()).isEqualTo(4);
        assertThat(fit(four).quantile(0.75).estimate()).isEqualTo(6.5);
        assertThat(fit(four).quantile(0.6).estimate()).isEqualTo(5);
    }

    @Test
    void aPlateauThatLastsToTheEndEndsWithTheFollowUp() {
        KaplanMeier curve = fit(
                SurvivalCounts.builder().add(1, 1, 0).add(3, 1, 0).add(9, 0, 1).add(11, 0, 1));
        assertThat(curve.quantile(0.5).estimate()).isEqualTo(7);
        assertThat(curve.quantile(0.51).estimate()).isNull();
    }

    @Test
    void theCurveOfNobodyIsUndefinedEverywhere() {
        KaplanMeier curve = KaplanMeier.fit(SurvivalCounts.EMPTY, 0.95, ConfidenceType.LOG);
        assertThat(curve.steps()).isEmpty();
        assertThat(curve.lastDay()).isNull();
        assertThat(curve.survivalAt(0)).isNull();
        assertThat(curve.confidenceAt(0)).isEqualTo(ConfidenceLimits.UNDEFINED);
        assertThat(curve.quantile(0.5)).isEqualTo(new Quantile(null, null, null));
        assertThat(curve.restrictedMean(84)).isNull();
    }

    @Test
    void theMedianFollowUpIsThatOfTheReverseCurve() {
        SurvivalCounts.Builder lung = SurvivalCounts.builder();
        ReferenceLog.subjects("lung")
                .forEach(subject -> lung.add(subject.day(), subject.event() ? 1 : 0, subject.event() ? 0 : 1));
        assertThat(KaplanMeier.fit(lung.build().reversed(), 0.95, ConfidenceType.LOG_LOG)
                        .quantile(0.5))
                .isEqualTo(new Quantile(588.0, 511.0, 821.0));
    }

    @Test
    void withoutCensoringTheCurveIsTheShareStillWithoutTheEvent() {
        Random random = new Random(4);
        for (int round = 0; round < 50; round++) {
            SurvivalCounts counts = drawn(random, 1 + random.nextInt(300), 1.1);
            KaplanMeier curve = KaplanMeier.fit(counts, 0.95, ConfidenceType.PLAIN);
            for (KaplanMeier.Step step : curve.steps()) {
                double share = (step.atRisk() - step.events()) / (double) counts.total();
                assertThat(step.survival()).isCloseTo(share, ROUNDING);
            }
            double mean = 0;
            for (int i = 0; i < counts.size(); i++) {
                mean += counts.day(i) * (double) counts.events(i) / counts.total();
            }
            assertThat(curve.restrictedMean(1_000).mean()).isCloseTo(mean, within(1e-9));
        }
    }

    @Test
    void theRestrictedMeanIsTheAreaUnderTheCurve() {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            KaplanMeier curve = KaplanMeier.fit(drawn(random, 40, 0.6), 0.95, ConfidenceType.LOG);
            RestrictedMean mean = curve.restrictedMean(50);
            double area = 0;
            for (int day = 0; day < mean.horizonDays(); day++) {
                area += curve.survivalAt(day);
            }
            assertThat(mean.mean()).isCloseTo(area, within(1e-9));
        }
    }

    @Test
    void partsMergedInAnyOrderEqualTheWhole() {
        Random random = new Random(6);
        SurvivalCounts first = drawn(random, 50, 0.7);
        SurvivalCounts second = drawn(random, 80, 0.5);
        SurvivalCounts third = drawn(random, 1, 0.5);
        SurvivalCounts whole = first.plus(second).plus(third);
        assertThat(third.plus(first).plus(second)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(whole.total()).isEqualTo(131);
        assertThat(whole.reversed().reversed()).isEqualTo(whole);
        assertThat(KaplanMeier.fit(third.plus(second).plus(first), 0.9, ConfidenceType.LOG)
                        .steps())
                .isEqualTo(KaplanMeier.fit(whole, 0.9, ConfidenceType.LOG).steps());
    }

    @Test
    void impossibleQuestionsAreRefused() {
        KaplanMeier curve = fit(SurvivalCounts.builder().add(1, 1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.quantile(0));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.survivalAt(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> curve.restrictedMean(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KaplanMeier.fit(SurvivalCounts.EMPTY, 1, ConfidenceType.LOG));
    }

    /** Geometric-like times; each an event with the given probability. */
    static SurvivalCounts drawn(Random random, int subjects, double eventProbability) {
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        for (int i = 0; i < subjects; i++) {
            int day = (int) (-20 * Math.log(random.nextDouble()));
            boolean event = random.nextDouble() < eventProbability;
            counts.add(day, event ? 1 : 0, event ? 0 : 1);
        }
        return counts.build();
    }

    private static KaplanMeier fit(SurvivalCounts.Builder counts) {
        return KaplanMeier.fit(counts.build(), 0.95, ConfidenceType.LOG_LOG);
    }
}
