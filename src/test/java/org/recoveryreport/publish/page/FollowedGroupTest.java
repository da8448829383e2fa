package org.recoveryreport.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.publish.PageNumber;

class FollowedGroupTest {
    private final FollowedGroup group =
            new FollowedGroup("cold", 100, List.of(step(7, 100, 20L, 5L, 0.8), step(14, 75, 25L, 0L, 0.5)), 11);

    @Test
    void beforeTheFirstStepEverybodyIsIllAndAtRisk() {
        assertThat(group.stillIllText(0)).isEqualTo("100%");
        assertThat(group.atRiskText(0)).isEqualTo("100");
        assertThat(group.recoveredText(0)).isEqualTo("0");
    }

    @Test
    void onTheDayOfAStepWhoRecoversIsStillAtRiskAndHasRecoveredByItsEnd() {
        assertThat(group.atRiskText(7)).isEqualTo("100");
        assertThat(group.recoveredText(7)).isEqualTo("20");
        assertThat(group.censoredText(7)).isEqualTo("5");
        assertThat(group.atRiskText(8)).isEqualTo("75");
        assertThat(group.stillIllText(7)).isEqualTo("80% (10% to 90%)");
    }

    @Test
    void behindTheLastStepNothingIsClaimed() {
        assertThat(group.stillIllText(15)).isEqualTo("–");
        assertThat(group.atRiskText(15)).isEqualTo("–");
        assertThat(group.recoveredText(15)).isEqualTo("–");
    }

    @Test
    void whoWereLastSeenStillIllAreNotKnownToBeSoAfterwards() {
        FollowedGroup ended =
                new FollowedGroup("cold", 55, List.of(step(21, 55, 20L, 0L, 0.667), step(28, 35, 15L, 20L, 0.333)), 0);
        assertThat(ended.recoveredByText(28)).isEqualTo("67%");
        assertThat(ended.stillIllText(28)).isEqualTo("33% (10% to 90%)");
        assertThat(ended.recoveredByText(29)).isEqualTo("–");
        assertThat(ended.stillIllText(29)).isEqualTo("–");
        assertThat(ended.atRiskText(29)).isEqualTo("–");
        assertThat(ended.recoveredText(29)).isEqualTo("–");
        assertThat(ended.censoredText(29)).isEqualTo("–");
    }

    @Test
    void whenNobodyIsLeftIllThatIsKnownForEver() {
        FollowedGroup ended = new FollowedGroup("cold", 25, List.of(step(7, 25, 20L, 5L, 0.0)), 11);
        assertThat(ended.atRiskText(84)).isEqualTo("0");
        assertThat(ended.recoveredText(84)).isEqualTo("20");
    }

    @Test
    void aHiddenCountLeavesItsSumsOpen() {
        FollowedGroup hidden =
                new FollowedGroup("cold", 100, List.of(step(7, 100, 20L, null, 0.8), step(14, 75, 25L, 0L, 0.5)), 11);
        assertThat(hidden.recoveredText(14)).isEqualTo("45");
        assertThat(hidden.censoredText(14)).isEqualTo("–");
        assertThat(hidden.atRiskText(14)).isEqualTo("–");
    }

    @Test
    void betweenStepsThatWaitForOthersTheShareRecoveredIsARange() {
        // if the five are lost before the first recovers; and then ten of those left before the next
        assertThat(group.recoveredByText(0)).isEqualTo("0%");
        assertThat(group.recoveredByText(1)).isEqualTo("0% to 21%");
        assertThat(group.recoveredByText(7)).isEqualTo("20% to 21%");
        assertThat(group.recoveredByText(10)).isEqualTo("20% to 51%");
        assertThat(group.recoveredByText(14)).isEqualTo("47% to 51%");
        assertThat(group.recoveredByText(15)).isEqualTo("–");
    }

    @Test
    void betweenStepsThatWaitForOthersTheShareStillIllIsARangeToo() {
        assertThat(group.stillIllText(1)).isEqualTo("80% to 100% (10% to 100%)");
        assertThat(group.stillIllText(13)).isEqualTo("50% to 80% (10% to 90%)");
        assertThat(group.stillIllText(14)).isEqualTo("50% (10% to 90%)");
    }

    @Test
    void ofAHiddenCurveTheShareRecoveredIsHidden() {
        FollowedGroup hidden = new FollowedGroup("cold", 753, List.of(), 11);
        assertThat(hidden.recoveredByText(28)).isEqualTo(PageNumber.HIDDEN);
    }

    @Test
    void whereEveryStepIsShownNothingHappensBetweenTwo() {
        FollowedGroup exact = new FollowedGroup(group.combination(), group.episodes(), group.steps(), 0);
        assertThat(exact.recoveredByText(0)).isEqualTo("0%");
        assertThat(exact.recoveredByText(10)).isEqualTo("20%");
        assertThat(exact.stillIllText(13)).isEqualTo("80% (10% to 90%)");
    }

    @Test
    void theAxisHasFewRoundTicksUpToTheHorizon() {
        assertThat(CurveFigure.ticks(84)).containsExactly(0, 14, 28, 42, 56, 70, 84);
        assertThat(CurveFigure.ticks(100)).containsExactly(0, 21, 42, 63, 84, 105);
        assertThat(CurveFigure.ticks(5)).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(CurveFigure.ticks(1)).containsExactly(0, 1);
    }

    private static CurveStep step(int day, long atRisk, Long recovered, Long censored, double ill) {
        return new CurveStep(
                Analysis.LANDMARK, Population.ALL, 14, "cold", day, atRisk, recovered, censored, ill, 0.1, 0.9);
    }
}
