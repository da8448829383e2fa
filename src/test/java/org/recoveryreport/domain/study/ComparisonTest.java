package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.Holm;
import org.recoveryreport.domain.survival.LogRank;
import org.recoveryreport.domain.survival.SurvivalCounts;

class ComparisonTest {
    private static final StudySettings SETTINGS = new StudySettings(
            new CourseRules(84, null, 3, 365), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 11);

    private final Random random = new Random(4);
    private final SortedMap<String, SurvivalCounts> groups = new TreeMap<>();

    @Test
    void everyPairOfShownCombinationsIsTested() {
        groups.put("none", drawn(60, 30));
        groups.put("cold", drawn(50, 20));
        groups.put("heat", drawn(40, 40));
        groups.put("rest", drawn(5, 30));
        groups.put("yoga", drawn(7, 30));
        List<PairwiseTest> pairs = landmark().pairwise();
        assertThat(pairs)
                .extracting(pair -> pair.combination() + "/" + pair.other())
                .containsExactly("cold/heat", "cold/none", "heat/none");
        for (PairwiseTest pair : pairs) {
            double p = Objects.requireNonNull(LogRank.test(List.of(group(pair.combination()), group(pair.other()))))
                    .pValue();
            assertThat(pair.pValue()).isEqualTo(new Rounding(11).test(p));
        }
        assertThat(pairs)
                .extracting(PairwiseTest::pValueHolm)
                .isEqualTo(Holm.adjust(pairs.stream().map(PairwiseTest::pValue).toList()));
    }

    @Test
    void recoveriesOnFewDaysAreNotTested() {
        // on the day of a visit: few other numbers of 60 have this p
        groups.put("none", SurvivalCounts.builder().add(30, 20, 40).build());
        groups.put("cold", SurvivalCounts.builder().add(30, 40, 20).build());
        ComparisonFigures onOneDay = landmark();
        assertThat(onOneDay.landmarks())
                .hasSize(2)
                .allMatch(row -> row.logrankP() == null && row.logrankPHolm() == null);
        assertThat(onOneDay.test().groups()).isEqualTo(2);
        assertThat(onOneDay.test().chiSquared()).isNull();
        assertThat(onOneDay.test().pValue()).isNull();
        assertThat(onOneDay.pairwise()).isEmpty();
        for (int more = 0; more < 4; more++) {
            groups.replaceAll((label, group) ->
                    group.plus(SurvivalCounts.builder().add(day(group), 5, 0).build()));
        }
        ComparisonFigures onFive = landmark();
        assertThat(onFive.landmarks()).hasSize(2).allMatch(row -> row.logrankP() != null);
        assertThat(onFive.test().pValue()).isNotNull();
        assertThat(onFive.pairwise()).hasSize(1);
    }

    private static int day(SurvivalCounts group) {
        return group.day(group.size() - 1) + 1;
    }

    @Test
    void ofVeryManyCombinationsTheLargestAreTested() {
        for (int i = 0; i < 60; i++) {
            groups.put("treatment " + i, drawn(20 + i, 30));
        }
        assertThat(landmark().pairwise())
                .hasSize(780)
                .noneMatch(pair -> pair.combination().equals("treatment 19"))
                .anyMatch(pair -> pair.combination().equals("treatment 20"));
    }

    @Test
    void withinStrataTheShownGroupsAreComparedAndTheRareOnesTogether() {
        SortedMap<String, SurvivalCounts> one = new TreeMap<>();
        SortedMap<String, SurvivalCounts> two = new TreeMap<>();
        for (String label : List.of("none", "cold", "rest", "yoga")) {
            boolean rare = label.equals("rest") || label.equals("yoga");
            one.put(label, drawn(rare ? 4 : 30, 30));
            two.put(label, drawn(rare ? 3 : 20, 10));
            groups.put(label, one.get(label).plus(two.get(label)));
        }
        OverallTest test = new Comparison(
                        Analysis.LANDMARK, Population.ALL, 14, groups, SurvivalCounts.EMPTY, List.of(one, two))
                .figures(SETTINGS)
                .test();
        assertThat(test.stratifiedPValue())
                .isEqualTo(new Rounding(11)
                        .test(Objects.requireNonNull(LogRank.stratified(List.of(rareTogether(one), rareTogether(two))))
                                .pValue()));
        assertThat(test.stratifiedDegreesOfFreedom()).isEqualTo(2);
        assertThat(landmark().test().stratifiedPValue()).isNull();
    }

    private static List<SurvivalCounts> rareTogether(SortedMap<String, SurvivalCounts> stratum) {
        return List.of(
                stratum.get("cold"), stratum.get("none"), stratum.get("rest").plus(stratum.get("yoga")));
    }

    @Test
    void asUsedNothingIsTestedInPairs() {
        groups.put("none", drawn(60, 30));
        groups.put("cold", drawn(50, 20));
        assertThat(asUsed(Population.ALL).pairwise()).isEmpty();
    }

    @Test
    void followUpIsTheTimeToTheEndOfWatching() {
        // nobody recovers before watching ends on day 50 or 100, half each
        groups.put(
                "none",
                SurvivalCounts.builder()
                        .add(50, 0, 40)
                        .add(100, 0, 40)
                        .add(120, 20, 0)
                        .build());
        FollowUpFigures figures = unprotected().followUp().get(0);
        assertThat(figures.medianDays()).isEqualTo(100);
        assertThat(figures.becameChronic()).isEqualTo(1);
        assertThat(asUsed(Population.ACUTE).followUp().get(0).becameChronic()).isNull();
    }

    @Test
    void theShareThatBecameChronicIsReadOffTheCurve() {
        groups.put(
                "none", SurvivalCounts.builder().add(84, 75, 0).add(85, 25, 0).build());
        FollowUpFigures figures = unprotected().followUp().get(0);
        assertThat(figures.becameChronic()).isEqualTo(0.25);
        assertThat(figures.becameChronicLower()).isBetween(0.15, 0.25);
        assertThat(figures.becameChronicUpper()).isBetween(0.25, 0.35);
        assertThat(figures.medianDays()).isNull();
    }

    @Test
    void neitherTheLastDaysOfAFewNorAFewChronicCasesAreShown() {
        groups.put(
                "none", SurvivalCounts.builder().add(10, 90, 0).add(400, 0, 10).build());
        FollowUpFigures figures = asUsed(Population.ALL).followUp().get(0);
        assertThat(figures.medianDays()).isNull();
        assertThat(figures.becameChronic()).isNull();
        assertThat(figures.becameChronicLower()).isNull();
    }

    private ComparisonFigures unprotected() {
        StudySettings settings =
                new StudySettings(SETTINGS.courseRules(), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 0);
        return new Comparison(Analysis.AS_USED, Population.ALL, 0, groups, SurvivalCounts.EMPTY).figures(settings);
    }

    private ComparisonFigures landmark() {
        return new Comparison(Analysis.LANDMARK, Population.ALL, 14, groups, SurvivalCounts.EMPTY).figures(SETTINGS);
    }

    private ComparisonFigures asUsed(Population population) {
        return new Comparison(Analysis.AS_USED, population, 0, groups, SurvivalCounts.EMPTY).figures(SETTINGS);
    }

    private SurvivalCounts group(String label) {
        return Objects.requireNonNull(groups.get(label));
    }

    private SurvivalCounts drawn(int episodes, double scale) {
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        for (int i = 0; i < episodes; i++) {
            int day = (int) (-scale * Math.log(random.nextDouble()));
            boolean recovered = random.nextInt(5) > 0;
            counts.add(day, recovered ? 1 : 0, recovered ? 0 : 1);
        }
        return counts.build();
    }
}
