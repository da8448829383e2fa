package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Worth;
import org.recoveryreport.domain.practice.Verdicts;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.SurvivalCounts;

class StudyTablesTest {
    private static final StudySettings SETTINGS = new StudySettings(
            new CourseRules(84, null, 3, 365), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 11, StratifyBy.SEX);
    private static final TreatmentNames TAGS = new TreatmentNames(List.of("cold", "heat"));

    /** What the tables do not know is not audited. */
    @Test
    void theyKnowEveryCountThatCouldBePublished() {
        StudyParts all = new StudyParts(SETTINGS, TAGS, TAGS);
        List<StudyPart> parts = all.of(new TreeMap<>(Map.of("F", counts(60, 50), "M", counts(45, 70))));
        StudyTables tables = StudyTables.of(parts, SETTINGS, OfStrata.EVERYTHING);
        BitSet shown = new BitSet();
        shown.set(0, tables.size());
        tables.rests(shown).addTo(tables.counts(), Worth.ROW);
        shown.set(0, tables.size());
        Release release = new Release(11, new Decision(OfStrata.EVERYTHING, shown), tables.cells(shown), Map.of(), "");
        StudyResult result = StudyResult.of(
                SETTINGS,
                LogSummary.NOT_SAID,
                List.of(),
                parts.stream().map(part -> part.figures(SETTINGS, release)).toList());
        List<Cell> known = new ArrayList<>();
        List<Cell> unknown = new ArrayList<>();
        PublishedCounts.forEach(
                result, (cell, count) -> (tables.counts().position(cell) < 0 ? unknown : known).add(cell));
        assertThat(unknown)
                .as("but for those acute cases that have not recovered: everybody knows that there are none")
                .allMatch(
                        cell -> cell.row().contains("ACUTE, ") && cell.column().startsWith(StudyCells.CENSORED));
        assertThat(known)
                .extracting(Cell::table)
                .contains(
                        "recovery-by-combination",
                        "landmark-by-combination",
                        "landmark-flows",
                        "recovery-curves",
                        "recovery-by-treatment",
                        "practice-checks",
                        "practice-by-landmark",
                        "recovery-by-month");
        assertThat(known).extracting(Cell::row).contains("F: ALL, cold", "M: ALL, other combinations");
    }

    /**
     * A case that recovers after few days is chronic only where it recurs: by the day on which others become chronic, those
     * of a curve who recovered are the ones of the other classes, and these.
     */
    @ParameterizedTest
    @CsvSource({"5, false", "30, true"})
    void aCurveAndTheClassesTogetherDoNotTellOfFewChronicCases(long chronicOnDay90, boolean areToldTogether) {
        StudySettings whole = new StudySettings(
                SETTINGS.courseRules(), CombineBy.TAG, 14, 84, 0.95, ConfidenceType.LOG_LOG, 11, null);
        SurvivalCounts acute =
                SurvivalCounts.builder().add(20, 32, 0).add(80, 8, 0).build();
        SurvivalCounts chronic = SurvivalCounts.builder()
                .add(90, chronicOnDay90, 0)
                .add(200, 30, 0)
                .build();
        Release release = Release.of(
                List.of(
                        asUsed(Population.ALL, acute.plus(chronic)),
                        asUsed(Population.ACUTE, acute),
                        asUsed(Population.CHRONIC, chronic)),
                whole);
        Cell ofClass = StudyCells.asUsed(Population.ACUTE, "cold", StudyCells.RECOVERED);
        Cell ofCurve = StudyCells.upTo(0, "cold", StudyCells.RECOVERED, 90);
        assertThat(release.shows(ofClass) && release.shows(ofCurve)).isEqualTo(areToldTogether);
    }

    private static Comparison asUsed(Population population, SurvivalCounts each) {
        return new Comparison(
                Analysis.AS_USED,
                population,
                0,
                new TreeMap<>(Map.of("cold", each, "heat", each)),
                SurvivalCounts.EMPTY);
    }

    /** Some without a treatment, some with cold from onset, few with heat. */
    private static StudyCounts counts(long none, long cold) {
        StudyCounts.Builder counts = StudyCounts.builder();
        add(counts, 0, none, "----------");
        add(counts, 1, cold, "-k-k------");
        add(counts, 2, 5, "--bk------");
        return counts.build();
    }

    private static void add(StudyCounts.Builder counts, long mask, long episodes, String verdicts) {
        int days = 40;
        counts.asUsed(Population.ALL, mask).add(days, episodes, 0);
        counts.asUsed(Population.ACUTE, mask).add(days, episodes, 0);
        counts.exposures().add(0, days, mask, episodes, episodes);
        counts.practice().add(CaseClass.ACUTE, Verdicts.of(verdicts), episodes);
        counts.month("2026-01").add(days, episodes, 0);
        for (int landmark : SETTINGS.landmarks()) {
            counts.atLandmark(landmark, mask).add(days - landmark, episodes, 0);
            counts.practiceAtLandmark(landmark, new PracticeStanding(Verdicts.of(verdicts), false))
                    .add(days - landmark, episodes, 0);
        }
    }
}
