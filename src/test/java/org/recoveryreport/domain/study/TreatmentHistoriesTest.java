package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.CoxModel.Cause;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

class TreatmentHistoriesTest {
    private static final long COLD = 1;
    private static final long HEAT = 1 << 1;
    private static final long REST = 1 << 2;
    private static final TreatmentNames TAGS = new TreatmentNames(List.of("cold", "heat", "rest"));
    private static final TreatmentNames FAMILIES =
            new TreatmentNames(List.of("heat-and-cold", "heat-and-cold", "rest"));

    private final Random random = new Random(8);
    private final Map<Long, SurvivalCounts> everUsed = new TreeMap<>();
    private final ExposureCounts.Builder exposures = ExposureCounts.builder();

    @Test
    void aTreatmentOfTooFewOrAlmostAllEpisodesHasNoRow() {
        add(0, 10);
        add(COLD, 60);
        add(COLD | HEAT, 40);
        add(COLD | REST, 10);
        assertThat(model(CombineBy.TAG).treatments())
                .extracting(TreatmentFigures::tag)
                .containsExactly("heat");
    }

    @Test
    void withoutProtectionEveryTreatmentThatSomeHadAndSomeNotHasARow() {
        add(0, 1);
        add(COLD, 20);
        assertThat(histories().figures(settings(CombineBy.TAG, 0)).treatments())
                .extracting(TreatmentFigures::tag)
                .containsExactly("cold");
    }

    @Test
    void countsThatWouldGiveARareCombinationAwayAreHidden() {
        add(0, 40);
        add(COLD, 40);
        add(HEAT, 40);
        // rolled up together: 3 with cold, 20 without it
        add(COLD | REST, 3);
        add(HEAT | REST, 9);
        add(REST, 11);
        Map<String, TreatmentFigures> rows = rows(CombineBy.TAG);
        assertThat(rows.get("cold").episodesWith()).isNull();
        assertThat(rows.get("cold").episodesWithout()).isNull();
        assertThat(rows.get("cold").hazardRatio()).isNotNull();
    }

    @Test
    void countsAreShownWhereTheyGiveNothingAway() {
        add(0, 40);
        add(COLD, 41);
        add(HEAT, 42);
        Map<String, TreatmentFigures> rows = rows(CombineBy.TAG);
        assertThat(rows.get("cold").episodesWith()).isEqualTo(41);
        assertThat(rows.get("cold").episodesWithout()).isEqualTo(82);
    }

    @Test
    void countsOfATagThatHasItsFamilyAlmostToItselfAreHidden() {
        add(0, 40);
        add(COLD, 40);
        add(HEAT, 5);
        add(COLD | HEAT, 30);
        Map<String, TreatmentFigures> rows = rows(CombineBy.FAMILY);
        assertThat(rows).containsOnlyKeys("cold", "heat");
        assertThat(rows.get("cold").episodesWith()).isNull();
        assertThat(rows.get("heat").episodesWith()).isEqualTo(35);
        assertThat(rows.get("cold").family()).isEqualTo("heat-and-cold");
    }

    @Test
    void aTreatmentTheModelCannotTellKeepsItsRowAndSaysWhy() {
        add(0, 40);
        add(COLD | HEAT, 60);
        Map<String, TreatmentFigures> rows = rows(CombineBy.TAG);
        assertThat(rows.get("cold").hazardRatio()).isNotNull();
        assertThat(rows.get("heat").leftOut()).isEqualTo(Cause.REDUNDANT);
        assertThat(rows.get("heat").hazardRatio()).isNull();
        assertThat(rows.get("heat").episodesWith()).isEqualTo(60);
    }

    @Test
    void recoveriesOnFewDaysAreCountedButNotModelled() {
        addOn(0, 40, 30);
        addOn(COLD, 40, 20);
        TreatmentModel onOneDay = model(CombineBy.TAG);
        assertThat(onOneDay.treatments()).singleElement().satisfies(row -> {
            assertThat(row.episodesWith()).isEqualTo(40);
            assertThat(row.hazardRatio()).isNull();
            assertThat(row.pValue()).isNull();
            assertThat(row.leftOut()).isNull();
        });
        assertThat(onOneDay.logLikelihood()).isNull();
        assertThat(onOneDay.nullLogLikelihood()).isNull();
        assertThat(onOneDay.proportionalHazards()).isNull();
    }

    @Test
    void withoutEpisodesThereIsNoModel() {
        assertThat(model(CombineBy.TAG)).isEqualTo(TreatmentModel.NONE);
    }

    private void add(long mask, int episodes) {
        for (int i = 0; i < episodes; i++) {
            addOn(mask, 1, 1 + random.nextInt(40));
        }
    }

    private void addOn(long mask, int episodes, int day) {
        Exposure exposure =
                mask == 0 ? Exposure.NONE : new Exposure.Builder().add(0, mask).build();
        exposure.addTo(exposures, day, episodes, episodes);
        everUsed.merge(mask, SurvivalCounts.builder().add(day, episodes, 0).build(), SurvivalCounts::plus);
    }

    private TreatmentHistories histories() {
        return new TreatmentHistories(TAGS, FAMILIES, everUsed, List.of(exposures.build()));
    }

    private TreatmentModel model(CombineBy combineBy) {
        TreatmentHistories histories = histories();
        Comparison combinations = new Comparison(
                Analysis.AS_USED,
                Population.ALL,
                0,
                new Labels(combineBy == CombineBy.TAG ? TAGS : FAMILIES).groups(everUsed),
                SurvivalCounts.EMPTY);
        StudySettings settings = settings(combineBy, 11);
        return histories.figures(settings, Release.of(List.of(combinations, histories), settings));
    }

    private Map<String, TreatmentFigures> rows(CombineBy combineBy) {
        Map<String, TreatmentFigures> rows = new TreeMap<>();
        model(combineBy).treatments().forEach(row -> rows.put(row.tag(), row));
        return rows;
    }

    private static StudySettings settings(CombineBy combineBy, int minCellCount) {
        return new StudySettings(
                new CourseRules(84, null, 3, 365), combineBy, 14, 84, 0.95, ConfidenceType.LOG_LOG, minCellCount);
    }
}
