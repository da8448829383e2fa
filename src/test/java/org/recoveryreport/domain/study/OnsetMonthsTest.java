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
        month("2026-01", 160, 27, 19);
        month("2026-02", 160, 28, 40);
        month("2026-03", 190, 27, 19);
        assertThat(trend().months()).extracting(MonthFigures::mature).containsExactly(false, true, true);
    }

    @Test
    void aFewLostAreNoneThatMaturityWouldTell() {
        month("2026-01", 30, 27, 12);
        month("2026-02", 30, 27, 11);
        month("2026-03", 30, 28, 11);
        assertThat(trend().months()).extracting(MonthFigures::mature).containsExactly(false, true, true);
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
        assertThat(trend().months()).extracting(MonthFigures::recovered).containsExactly(null, null, 30L);
    }

    @Test
    void theShareOnDay28IsRoundedToAtLeastKEpisodes() {
        months.put(
                "2026-01",
                SurvivalCounts.builder().add(9, 500, 0).add(40, 200, 0).build());
        months.put(
                "2026-02",
                SurvivalCounts.builder().add(9, 600, 0).add(40, 200, 0).build());
        // 500 of 700 and 600 of 800 by day 9, and of the 200 who do by day 40 as many as if they did so evenly
        assertThat(trend().months()).extracting(MonthFigures::recoveredBy28).containsExactly(0.88, 0.9);
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
