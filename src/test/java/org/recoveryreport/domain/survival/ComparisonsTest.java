package org.recoveryreport.domain.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class ComparisonsTest {
    private static final Percentage AS_IN_R = withinPercentage(1e-7);

    @Test
    void aTestIsUndefinedWhereNothingCanBeCompared() {
        SurvivalCounts events = SurvivalCounts.builder().add(4, 2, 0).build();
        SurvivalCounts noEvent = SurvivalCounts.builder().add(9, 0, 3).build();
        SurvivalCounts gone = SurvivalCounts.builder().add(1, 0, 3).build();
        assertThat(LogRank.test(List.of())).isNull();
        assertThat(LogRank.stratified(List.of())).isNull();
        assertThat(LogRank.test(List.of(events))).as("one group").isNull();
        assertThat(LogRank.test(List.of(events, SurvivalCounts.EMPTY)))
                .as("nobody to compare with")
                .isNull();
        assertThat(LogRank.test(List.of(noEvent, noEvent))).as("no event").isNull();
        assertThat(LogRank.test(List.of(events, events))).as("all on one day").isNull();
        assertThat(LogRank.test(List.of(events, gone)))
                .as("never at risk together")
                .isNull();
        assertThat(LogRank.againstOthers(events, events)).as("no others").isNull();
        assertThat(LogRank.againstOthers(gone, gone.plus(events)))
                .as("never at risk together")
                .isNull();
        assertThat(LogRank.againstOthers(SurvivalCounts.EMPTY, events))
                .as("nobody")
                .isNull();
    }

    @Test
    void aGroupGoneBeforeTheFirstEventTakesNoDegreeOfFreedom() {
        SurvivalCounts gone = SurvivalCounts.builder().add(1, 0, 3).build();
        SurvivalCounts early = SurvivalCounts.builder().add(2, 3, 1).build();
        SurvivalCounts late = SurvivalCounts.builder().add(5, 3, 1).build();
        LogRankTest test = LogRank.test(List.of(early, gone, late));
        assertThat(test.groups()).isEqualTo(3);
        assertThat(test.degreesOfFreedom()).isEqualTo(1);
        assertThat(test.chiSquared())
                .isEqualTo(LogRank.test(List.of(early, late)).chiSquared());
    }

    @Test
    void strataThatShareNoGroupAreTestedSideBySide() {
        SurvivalCounts early = SurvivalCounts.builder().add(2, 3, 1).build();
        SurvivalCounts late = SurvivalCounts.builder().add(5, 3, 1).build();
        SurvivalCounts none = SurvivalCounts.EMPTY;
        LogRankTest both =
                LogRank.stratified(List.of(List.of(early, late, none, none), List.of(none, none, late, early)));
        LogRankTest one = LogRank.test(List.of(early, late));
        assertThat(both.degreesOfFreedom()).as("rank of a singular variance").isEqualTo(2);
        assertThat(both.chiSquared()).isCloseTo(2 * one.chiSquared(), within(1e-12));
    }

    @Test
    void twoGroupsGiveTheSameTestEitherWay() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            SurvivalCounts a = KaplanMeierTest.drawn(random, 1 + random.nextInt(100), 0.7);
            SurvivalCounts b = KaplanMeierTest.drawn(random, 1 + random.nextInt(100), 0.7);
            LogRankTest test = LogRank.test(List.of(a, b));
            LogRankTest against = LogRank.againstOthers(b, a.plus(b));
            if (test == null) {
                assertThat(against).isNull();
            } else {
                assertThat(against.chiSquared()).isCloseTo(test.chiSquared(), within(1e-9));
                assertThat(LogRank.test(List.of(b, a)).chiSquared()).isCloseTo(test.chiSquared(), within(1e-9));
            }
        }
    }

    @Test
    void aGroupOutsideTheWholeIsRefused() {
        SurvivalCounts small = SurvivalCounts.builder().add(2, 1, 0).build();
        SurvivalCounts large = SurvivalCounts.builder().add(2, 5, 0).build();
        assertThatIllegalArgumentException().isThrownBy(() -> LogRank.againstOthers(large, small));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LogRank.stratified(List.of(List.of(small), List.of(small, large))));
    }

    @Test
    void tinyPValuesKeepTheirDigits() {
        Map.of(
                        60.0, 9.48573757107385e-15,
                        700.0, 2.99022697512462e-154,
                        1370.0, 6.94293736464362e-300,
                        1389.0, 5.16130056377099e-304)
                .forEach((chiSquared, p) ->
                        assertThat(LogRankTest.of(2, chiSquared, 1).pValue()).isCloseTo(p, AS_IN_R));
        assertThat(LogRankTest.of(201, 1000, 200).pValue()).isCloseTo(1.50087941192509e-106, AS_IN_R);
        assertThat(LogRankTest.of(8001, 9000, 8000).pValue()).isCloseTo(1.43980288377092e-14, AS_IN_R);
        assertThat(LogRankTest.of(4, 0, 3).pValue()).isEqualTo(1);
    }

    @Test
    void tenThousandGroupsOverACenturyOfDaysTakeLittleTime() {
        Random random = new Random(12);
        List<SurvivalCounts> groups = new ArrayList<>();
        SurvivalCounts.Builder builder = SurvivalCounts.builder();
        for (int day = 0; day <= 36_525; day++) {
            builder.add(day, 1, 1);
        }
        for (int i = 0; i < 10_000; i++) {
            SurvivalCounts.Builder group = SurvivalCounts.builder();
            for (int k = 0; k < 20; k++) {
                group.add(random.nextInt(36_526), 1, 1);
            }
            groups.add(group.build());
            builder.add(groups.get(i));
        }
        SurvivalCounts all = builder.build();
        Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
            GroupAgainstOthers others = GroupAgainstOthers.in(all);
            assertThat(groups)
                    .allSatisfy(group -> assertThat(others.test(group)).isNotNull());
            assertThat(LogRank.test(groups).degreesOfFreedom()).isEqualTo(9_999);
        });
    }

    @Test
    void restrictedMeansDifferAsInR() {
        var aml = ReferenceLog.byCombination("aml", 0);
        RestrictedMeanDifference at30 = RestrictedMeanDifference.between(aml.get("cold"), aml.get("nsaid"), 30, 0.95);
        assertThat(at30.horizonDays()).isEqualTo(30);
        assertThat(at30.difference()).isCloseTo(4.90782828282828, AS_IN_R);
        assertThat(at30.standardError()).isCloseTo(3.8312902580974, AS_IN_R);
        assertThat(at30.lower()).isCloseTo(-2.60136263736175, AS_IN_R);
        assertThat(at30.upper()).isCloseTo(12.41701920201831, AS_IN_R);
        assertThat(at30.pValue()).isCloseTo(0.20019866605386, AS_IN_R);
        assertThat(RestrictedMeanDifference.between(aml.get("cold"), aml.get("nsaid"), 84, 0.95)
                        .pValue())
                .isCloseTo(0.099210858097352, AS_IN_R);
    }

    @Test
    void aDifferenceCountsToTheShorterFollowUp() {
        SurvivalCounts brief = SurvivalCounts.builder().add(10, 0, 5).build();
        SurvivalCounts full =
                SurvivalCounts.builder().add(5, 1, 0).add(80, 0, 1).build();
        RestrictedMeanDifference difference = RestrictedMeanDifference.between(full, brief, 84, 0.95);
        assertThat(difference.horizonDays()).isEqualTo(10);
        assertThat(difference.difference()).isEqualTo(-2.5);
        assertThat(RestrictedMeanDifference.between(brief, brief, 84, 0.95).pValue())
                .as("no event")
                .isNull();
        assertThat(RestrictedMeanDifference.between(brief, SurvivalCounts.EMPTY, 84, 0.95))
                .isNull();
    }

    @Test
    void holmKeepsTheOrderAndLeavesOutWhatWasNotTested() {
        assertThat(Holm.adjust(Arrays.asList(0.01, null, 0.04, 0.03, 0.005, 0.5, 1.0, null, 0.03, 0.0)))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-15 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(0.06, null, 0.15, 0.15, 0.035, 1.0, 1.0, null, 0.15, 0.0);
        assertThat(Holm.adjust(List.of())).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> Holm.adjust(List.of(1.5)));
    }

    @Test
    void wilsonIntervalsAreThoseOfPropTest() {
        assertWilson(WilsonInterval.of(0, 10, 0.95), 0, 0, 0.27753279986289);
        assertWilson(WilsonInterval.of(10, 10, 0.95), 1, 0.72246720013711, 1);
        assertWilson(WilsonInterval.of(1, 3, 0.9), 1 / 3.0, 0.078265726333728, 0.74646613171878);
        assertWilson(WilsonInterval.of(37, 91, 0.99), 37 / 91.0, 0.28473629188914, 0.54114563566112);
        assertWilson(WilsonInterval.of(5_000_000, 10_000_000, 0.95), 0.5, 0.49969010254337, 0.50030989745663);
        assertThat(WilsonInterval.of(0, 0, 0.95)).isNull();
        assertThatIllegalArgumentException().isThrownBy(() -> WilsonInterval.of(4, 3, 0.95));
    }

    private static void assertWilson(WilsonInterval interval, double rate, double lower, double upper) {
        assertThat(interval.rate()).isEqualTo(rate);
        assertThat(interval.lower()).isCloseTo(lower, within(1e-12));
        assertThat(interval.upper()).isCloseTo(upper, within(1e-12));
    }
}
