package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.SurvivalCounts;

class SensitivityGroupsTest {
    private static final StudySettings SETTINGS = new StudySettings(
            new CourseRules(84, null, 3, 365), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 11);

    private final SortedMap<CombineBy, SortedMap<Integer, SortedMap<String, SurvivalCounts>>> groups = new TreeMap<>();

    @Test
    void aDifferenceThatIsNowFewerAndNowMoreDaysIsFlagged() {
        group(7, "none", 20, 20);
        group(7, "cold", 20, 10);
        group(7, "heat", 20, 25);
        group(14, "none", 20, 20);
        group(14, "cold", 20, 30);
        group(14, "heat", 20, 30);
        assertThat(figures().figures())
                .extracting(
                        SensitivityFigures::landmarkDays,
                        SensitivityFigures::combination,
                        SensitivityFigures::difference,
                        SensitivityFigures::changesSign)
                .containsExactly(
                        tuple(7, "cold", -10.0, true),
                        tuple(7, "heat", 5.0, false),
                        tuple(14, "cold", 10.0, true),
                        tuple(14, "heat", 10.0, false));
    }

    @Test
    void rareCombinationsAndThoseWithNothingToCompareWithHaveNoDifference() {
        group(7, "none", 20, 20);
        group(7, "cold", 10, 10);
        group(7, "heat", 10, 10);
        group(14, "cold", 20, 10);
        assertThat(figures().figures()).isEmpty();
    }

    private Sensitivity figures() {
        return new SensitivityGroups(groups).figures(SETTINGS);
    }

    private void group(int landmark, String label, int episodes, int day) {
        groups.computeIfAbsent(CombineBy.TAG, by -> new TreeMap<>())
                .computeIfAbsent(landmark, days -> new TreeMap<>())
                .put(label, SurvivalCounts.builder().add(day, episodes, 0).build());
    }
}
