package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
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
    private final SortedMap<String, String> familiesOf =
            new TreeMap<>(Map.of("cold", "heat-and-cold", "heat", "heat-and-cold", "massage", "massage"));

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
                        // half of what is known of those who recover on one day: the days before count as well
                        tuple(7, "cold", -5.0, true),
                        tuple(7, "heat", 3.0, false),
                        tuple(14, "cold", 5.0, true),
                        tuple(14, "heat", 5.0, false));
    }

    @Test
    void rareCombinationsAndThoseWithNothingToCompareWithHaveNoDifference() {
        group(7, "none", 20, 20);
        group(7, "cold", 10, 10);
        group(7, "heat", 10, 10);
        group(14, "cold", 20, 10);
        assertThat(figures().figures()).isEmpty();
    }

    @Test
    void aTagIsSetBesideItsFamilyWhereBothCanBeCompared() {
        group(7, "none", 20, 20);
        group(7, "cold", 20, 10);
        group(7, "heat", 20, 50);
        group(7, "massage", 20, 50);
        groups.put(CombineBy.FAMILY, new TreeMap<>());
        for (String label : List.of("none", "heat-and-cold")) {
            groups.get(CombineBy.FAMILY)
                    .computeIfAbsent(7, days -> new TreeMap<>())
                    .put(
                            label,
                            SurvivalCounts.builder()
                                    .add(label.equals("none") ? 20 : 30, 20, 0)
                                    .build());
        }
        assertThat(figures().figures())
                .extracting(
                        SensitivityFigures::combineBy,
                        SensitivityFigures::combination,
                        SensitivityFigures::changesByGrouping)
                .containsExactly(
                        tuple(CombineBy.TAG, "cold", true),
                        tuple(CombineBy.TAG, "heat", false),
                        tuple(CombineBy.TAG, "massage", null),
                        tuple(CombineBy.FAMILY, "heat-and-cold", true));
    }

    @Test
    void howFiguresAreRoundedDoesNotTellHowManyAFamilyHasWhoseSizeIsNotShown() {
        // in units of a quarter of a day from 44 episodes on, of a fifth from 55
        assertThat(List.of(family(44), family(54), family(60), family(87)))
                .allSatisfy(
                        figures -> assertThat(figures.difference() * 4).isEqualTo(Math.rint(figures.difference() * 4)))
                .extracting(SensitivityFigures::combination)
                .containsOnly("heat-and-cold");
        assertThat(family(60).difference()).isNotEqualTo(family(88).difference());
    }

    private SensitivityFigures family(int size) {
        groups.clear();
        SortedMap<String, SurvivalCounts> byLabel = new TreeMap<>();
        for (String label : List.of("none", "heat-and-cold")) {
            SurvivalCounts.Builder group = SurvivalCounts.builder();
            for (int day = 1; day <= size; day++) {
                group.add(label.equals("none") ? day + 3 : 2 * day, 1, 0);
            }
            byLabel.put(label, group.build());
        }
        groups.put(CombineBy.FAMILY, new TreeMap<>(Map.of(7, byLabel)));
        return figures().figures().get(0);
    }

    @Test
    void mediansAreSetBesideEachOtherOnEveryScale() {
        spread(7, "none", 4, 8);
        spread(7, "cold", 9, 12);
        SensitivityFigures cold = unprotected().figures().get(0);
        assertThat(cold.medians())
                .extracting(MedianIntervals::type)
                .containsExactly(ConfidenceType.LOG_LOG, ConfidenceType.LOG, ConfidenceType.PLAIN);
        // R: 4 to 10, 6 and more, 6 to 9 without treatment; 10 to 18, 12 and more, 12 to 17 with cold
        assertThat(cold.medians()).extracting(MedianIntervals::apart).containsExactly(false, false, true);
        assertThat(cold.medians()).extracting(MedianIntervals::lower).containsExactly(10.0, 12.0, 12.0);
        assertThat(cold.medians()).extracting(MedianIntervals::noneUpper).containsExactly(10.0, null, 9.0);
        assertThat(cold.changesByScale()).isTrue();
        assertThat(cold.medianDays()).isEqualTo(14.5);
        assertThat(cold.noneMedianDays()).isEqualTo(7.5);
    }

    @Test
    void anIntervalWithoutAnEndTellsNothingOrReachesEveryDay() {
        group(7, "none", 20, 20);
        groups.get(CombineBy.TAG)
                .get(7)
                .put(
                        "none",
                        SurvivalCounts.builder().add(10, 18, 0).add(20, 2, 0).build());
        groups.get(CombineBy.TAG)
                .get(7)
                .put(
                        "cold",
                        SurvivalCounts.builder().add(5, 1, 0).add(90, 0, 19).build());
        groups.get(CombineBy.TAG)
                .get(7)
                .put(
                        "heat",
                        SurvivalCounts.builder().add(25, 10, 0).add(90, 0, 10).build());
        List<SensitivityFigures> figures = unprotected().figures();
        assertThat(figures.get(0).medians()).extracting(MedianIntervals::apart).containsOnlyNulls();
        assertThat(figures.get(0).changesByScale()).isFalse();
        MedianIntervals heat = figures.get(1).medians().get(1);
        assertThat(heat.upper()).isNull();
        assertThat(heat.lower()).isEqualTo(25.0);
        assertThat(heat.noneUpper()).isEqualTo(10.0);
        assertThat(heat.apart()).isTrue();
    }

    /** Twelve episodes that recover on as many days in a row, from the first on. */
    private void spread(int landmark, String label, int first, int days) {
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        for (int day = 0; day < 12; day++) {
            counts.add(first + day * days / 12, 1, 0);
        }
        groups.computeIfAbsent(CombineBy.TAG, by -> new TreeMap<>())
                .computeIfAbsent(landmark, any -> new TreeMap<>())
                .put(label, counts.build());
    }

    private Sensitivity unprotected() {
        StudySettings settings =
                new StudySettings(SETTINGS.courseRules(), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 0);
        return new SensitivityGroups(groups, familiesOf).figures(settings);
    }

    private Sensitivity figures() {
        return new SensitivityGroups(groups, familiesOf).figures(SETTINGS);
    }

    private void group(int landmark, String label, int episodes, int day) {
        groups.computeIfAbsent(CombineBy.TAG, by -> new TreeMap<>())
                .computeIfAbsent(landmark, days -> new TreeMap<>())
                .put(label, SurvivalCounts.builder().add(day, episodes, 0).build());
    }
}
