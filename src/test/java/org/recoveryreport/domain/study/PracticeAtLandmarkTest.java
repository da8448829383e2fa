package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.Verdicts;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.Holm;
import org.recoveryreport.domain.survival.LogRank;
import org.recoveryreport.domain.survival.RestrictedMeanDifference;
import org.recoveryreport.domain.survival.SurvivalCounts;

class PracticeAtLandmarkTest {
    private static final SurvivalCounts SOON =
            SurvivalCounts.builder().add(3, 20, 1).add(9, 15, 4).build();
    private static final SurvivalCounts LATE =
            SurvivalCounts.builder().add(6, 10, 2).add(30, 9, 12).build();

    private final Map<PracticeStanding, SurvivalCounts> groups = new TreeMap<>();

    @Test
    void thoseThatKeptToACheckAreSetBesideThoseThatDidNot() {
        groups.put(standing("-k-?------"), SOON);
        groups.put(standing("-bk-------"), LATE);
        groups.put(standing("--b-------"), SOON);
        PracticeComparison cold = row(PracticeCheck.COLD_FIRST, 14, 0);
        assertThat(cold.kept()).isEqualTo(SOON.total());
        assertThat(cold.notKept()).isEqualTo(LATE.total());
        assertThat(cold.notAssessable()).isZero();
        // half had recovered by day 3, and the next one on day 9
        assertThat(cold.keptMedianDays()).isEqualTo(6.0);
        RestrictedMeanDifference difference =
                Objects.requireNonNull(RestrictedMeanDifference.between(SOON, LATE, 84, 0.95));
        assertThat(cold.rmstDifference()).isEqualTo(difference.difference()).isNegative();
        assertThat(cold.rmstDifferenceUpper()).isEqualTo(difference.upper());
        assertThat(cold.rmstHorizonDays()).isEqualTo(difference.horizonDays());
        double p = Objects.requireNonNull(LogRank.test(List.of(SOON, LATE))).pValue();
        assertThat(cold.logrankP()).isEqualTo(p);
        PracticeComparison heat = row(PracticeCheck.HEAT_NOT_BEFORE, 14, 0);
        assertThat(List.of(cold.logrankPHolm(), heat.logrankPHolm()))
                .isEqualTo(Holm.adjust(List.of(p, heat.logrankP())));
        assertThat(row(PracticeCheck.SESSION_LENGTH, 14, 0).notAssessable()).isEqualTo(SOON.total());
        assertThat(row(PracticeCheck.SESSION_LENGTH, 14, 0).logrankP()).isNull();
    }

    @Test
    void whereANumberIsSmallNothingIsShown() {
        groups.put(standing("-k--------"), SOON);
        groups.put(standing("-b--------"), LATE);
        groups.put(standing("-?--------"), SurvivalCounts.builder().add(3, 2, 0).build());
        assertThat(row(PracticeCheck.COLD_FIRST, 14, 11))
                .isEqualTo(PracticeComparison.hidden(14, PracticeCheck.COLD_FIRST.id()));
    }

    @Test
    void aMedianIsToldWhereTheCurveHasAllRecoveries() {
        groups.put(
                standing("-k--------"),
                SurvivalCounts.builder().add(3, 12, 0).add(40, 0, 60).build());
        groups.put(
                standing("-b--------"),
                SurvivalCounts.builder().add(3, 9, 1).add(9, 9, 0).build());
        PracticeComparison shown = row(PracticeCheck.COLD_FIRST, 14, 11);
        assertThat(shown.keptMedianDays()).isNull();
        assertThat(shown.keptMedianTold()).as("not reached").isTrue();
        assertThat(shown.notKeptMedianDays()).isNull();
        assertThat(shown.notKeptMedianTold()).as("hidden").isFalse();
        PracticeComparison open = row(PracticeCheck.COLD_FIRST, 14, 0);
        assertThat(open.keptMedianTold()).isTrue();
        assertThat(open.notKeptMedianDays()).isEqualTo(9.0);
    }

    @Test
    void chronicAreThoseOfWhichItIsKnownAtTheLandmark() {
        groups.put(standing("--------k-"), SOON);
        groups.put(new PracticeStanding(Verdicts.of("--------b-"), true), LATE);
        PracticeComparison early = row(PracticeCheck.PROFESSIONAL_WHEN_CHRONIC, 14, 0);
        assertThat(early.kept()).isZero();
        assertThat(early.notKept()).isEqualTo(LATE.total());
        assertThat(row(PracticeCheck.PROFESSIONAL_WHEN_CHRONIC, 84, 0).kept()).isEqualTo(SOON.total());
    }

    private static PracticeStanding standing(String verdicts) {
        return new PracticeStanding(Verdicts.of(verdicts), false);
    }

    private PracticeComparison row(PracticeCheck check, int landmark, int minCellCount) {
        StudySettings settings = new StudySettings(
                new CourseRules(84, null, 3, 365),
                CombineBy.TAG,
                landmark,
                84,
                0.95,
                ConfidenceType.LOG_LOG,
                minCellCount);
        return new PracticeAtLandmark(landmark, groups)
                .figures(settings).rows().stream()
                        .filter(row -> row.check().equals(check.id()))
                        .findFirst()
                        .orElseThrow();
    }
}
