package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeCounts;
import org.recoveryreport.domain.practice.Verdicts;
import org.recoveryreport.domain.survival.ConfidenceType;

class PracticeAnalysisTest {
    /** Rest kept, departed from, not assessable; nothing else concerns the episode. */
    private static final String KEPT = "k---------";

    private static final String BROKEN = "b---------";
    private static final String OPEN = "?---------";

    @Test
    void theRateLeavesOutWhatCannotBeAssessed() {
        PracticeCounts counts = rest(CaseClass.ACUTE, 81, 182, 40);
        PracticeFigures row = row(counts, 0, Population.ACUTE);
        assertThat(row.eligible()).isEqualTo(303);
        assertThat(row.kept()).isEqualTo(81);
        assertThat(row.notAssessable()).isEqualTo(40);
        // 81 of 263, without continuity correction: Newcombe 1998,
        // doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E
        assertThat(row.rate()).isCloseTo(0.3080, within(5e-5));
        assertThat(row.rateLower()).isCloseTo(0.2553, within(5e-5));
        assertThat(row.rateUpper()).isCloseTo(0.3662, within(5e-5));
    }

    @Test
    void withoutAnAssessableEpisodeThereIsNoRate() {
        PracticeFigures row = row(rest(CaseClass.ACUTE, 0, 0, 40), 11, Population.ALL);
        assertThat(row).isEqualTo(restRow(Population.ALL, 40L, 0L, 40L));
    }

    @Test
    void everyCheckHasARowForEachPopulation() {
        List<PracticeFigures> rows = figures(PracticeCounts.builder().build(), 11, null);
        assertThat(rows).hasSize(PracticeCheck.values().length * 4);
        assertThat(rows.subList(0, 4).stream().map(PracticeFigures::population))
                .containsExactly(Population.ALL, Population.ACUTE, Population.CHRONIC, Population.UNDETERMINED);
        assertThat(rows).allMatch(row -> Long.valueOf(0).equals(row.eligible()));
        assertThat(figures(PracticeCounts.builder().build(), 11, 28)).hasSize(PracticeCheck.values().length * 5);
    }

    @Test
    void aSmallPartHidesAllPartsAndTheRate() {
        for (PracticeCounts counts : List.of(
                rest(CaseClass.ACUTE, 10, 60, 70),
                rest(CaseClass.ACUTE, 60, 10, 70),
                rest(CaseClass.ACUTE, 60, 70, 10))) {
            assertThat(row(counts, 11, Population.ACUTE)).isEqualTo(restRow(Population.ACUTE, 140L, null, null));
            assertThat(row(counts, 11, Population.ALL)).isEqualTo(restRow(Population.ALL, 140L, null, null));
        }
    }

    @Test
    void tooFewEligibleEpisodesAreHidden() {
        assertThat(row(rest(CaseClass.ACUTE, 10, 0, 0), 11, Population.ALL))
                .isEqualTo(restRow(Population.ALL, null, null, null));
    }

    @Test
    void aClassIsNotFoundBySubtractingTheOthersFromAll() {
        PracticeCounts counts = PracticeCounts.builder()
                .add(rest(CaseClass.ACUTE, 300, 200, 0))
                .add(rest(CaseClass.CHRONIC, 40, 50, 0))
                .add(rest(CaseClass.UNDETERMINED, 2, 3, 0))
                .build();
        assertThat(row(counts, 11, Population.ALL).kept()).isEqualTo(342);
        assertThat(row(counts, 11, Population.ACUTE).kept()).isEqualTo(300);
        assertThat(row(counts, 11, Population.CHRONIC)).isEqualTo(restRow(Population.CHRONIC, null, null, null));
        assertThat(row(counts, 11, Population.UNDETERMINED))
                .isEqualTo(restRow(Population.UNDETERMINED, null, null, null));
    }

    @Test
    void aClassWithASmallPartMayStillShowItsEligibleEpisodes() {
        PracticeCounts counts = PracticeCounts.builder()
                .add(rest(CaseClass.ACUTE, 300, 200, 0))
                .add(rest(CaseClass.CHRONIC, 40, 50, 0))
                .add(rest(CaseClass.UNDETERMINED, 2, 30, 0))
                .build();
        assertThat(row(counts, 11, Population.ALL).kept()).isEqualTo(342);
        assertThat(row(counts, 11, Population.CHRONIC)).isEqualTo(restRow(Population.CHRONIC, 90L, null, null));
        assertThat(row(counts, 11, Population.UNDETERMINED))
                .isEqualTo(restRow(Population.UNDETERMINED, 32L, null, null));
    }

    @Test
    void countsOfPartsMergeByAddition() {
        PracticeCounts whole = PracticeCounts.builder()
                .add(CaseClass.ACUTE, Verdicts.of("kkb?-----k"), 5)
                .add(CaseClass.CHRONIC, Verdicts.of("bkb?----kk"), 7)
                .build();
        PracticeCounts oneWay = PracticeCounts.builder()
                .add(CaseClass.CHRONIC, Verdicts.of("bkb?----kk"), 4)
                .build();
        PracticeCounts other = PracticeCounts.builder()
                .add(CaseClass.CHRONIC, Verdicts.of("bkb?----kk"), 3)
                .add(CaseClass.ACUTE, Verdicts.of("kkb?-----k"), 5)
                .build();
        assertThat(PracticeCounts.builder().add(oneWay).add(other).build()).isEqualTo(whole);
        assertThat(whole.tally(PracticeCheck.COLD_FIRST, CaseClass.CHRONIC))
                .isEqualTo(new PracticeCounts.Tally(7, 0, 0));
    }

    @Test
    void aProfessionalIsCountedForChronicCasesOnly() {
        PracticeCounts counts = PracticeCounts.builder()
                .add(CaseClass.ACUTE, Verdicts.of("--------b-"), 50)
                .add(CaseClass.CHRONIC, Verdicts.of("--------k-"), 30)
                .build();
        assertThat(figures(counts, 11, null).stream()
                        .filter(row -> row.check().equals("professional-when-chronic"))
                        .map(PracticeFigures::eligible))
                .containsExactly(30L, 0L, 30L, 0L);
    }

    private static PracticeFigures restRow(Population population, Long eligible, Long kept, Long notAssessable) {
        return new PracticeFigures(
                population, "rest-at-most-two-days", eligible, kept, notAssessable, null, null, null);
    }

    private static PracticeCounts rest(CaseClass caseClass, long kept, long broken, long open) {
        return PracticeCounts.builder()
                .add(caseClass, Verdicts.of(KEPT), kept)
                .add(caseClass, Verdicts.of(BROKEN), broken)
                .add(caseClass, Verdicts.of(OPEN), open)
                .build();
    }

    private static PracticeFigures row(PracticeCounts counts, int minCellCount, Population population) {
        return figures(counts, minCellCount, null).stream()
                .filter(row -> row.population() == population)
                .findFirst()
                .orElseThrow();
    }

    private static List<PracticeFigures> figures(PracticeCounts counts, int minCellCount, Integer subacuteAfterDays) {
        CourseRules rules = new CourseRules(84, subacuteAfterDays, 3, 365);
        StudySettings settings = new StudySettings(
                rules, StudySettings.CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, minCellCount);
        return new Practice(counts).figures(settings).rows();
    }
}
