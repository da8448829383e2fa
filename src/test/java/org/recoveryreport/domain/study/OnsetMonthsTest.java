package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.SurvivalCounts;

class OnsetMonthsTest {
    private static final StudySettings SETTINGS = new StudySettings(
            new CourseRules(84, null, 3, 365), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 11);

    private final SortedMap<String, SurvivalCounts> months = new TreeMap<>();

    @Test
    void aMonthIsMatureWhenNineTenthsWereFollowedForFourWeeks() {
        month("2026-01", 60, 27, 10);
        month("2026-02", 60, 28, 40);
        month("2026-03", 90, 27, 11);
        assertThat(trend().months()).extracting(MonthFigures::mature).containsExactly(false, true, false);
    }

    @Test
    void monthsOfFewEpisodesAreLeftOutAndNeverOneAlone() {
        month("2026-01", 50, 40, 20);
        month("2026-02", 5, 40, 0);
        month("2026-03", 30, 40, 20);
        assertThat(trend().months()).extracting(MonthFigures::month).containsExactly("2026-01");
    }

    @Test
    void fewUnrecoveredEpisodesHideTheCountOfAnotherMonthToo() {
        month("2026-01", 50, 40, 20);
        month("2026-02", 50, 40, 3);
        month("2026-03", 30, 40, 20);
        assertThat(trend().months()).extracting(MonthFigures::recovered).containsExactly(50L, null, null);
    }

    @Test
    void fewStillIllOnDay28HideTheShare() {
        months.put(
                "2026-01", SurvivalCounts.builder().add(9, 50, 0).add(40, 3, 0).build());
        months.put(
                "2026-02", SurvivalCounts.builder().add(9, 60, 0).add(40, 20, 0).build());
        assertThat(trend().months()).extracting(MonthFigures::recoveredBy28).containsExactly(null, 0.75);
    }

    private Trend trend() {
        return new OnsetMonths(months).figures(SETTINGS);
    }

    private void month(String month, int recoveredOnDay9, int lastDay, int censoredThen) {
        months.put(
                month,
                SurvivalCounts.builder()
                        .add(9, recoveredOnDay9, 0)
                        .add(lastDay, 0, censoredThen)
                        .build());
    }
}
