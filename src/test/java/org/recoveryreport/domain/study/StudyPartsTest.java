package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.StudySettings.CombineBy;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.SurvivalCounts;

class StudyPartsTest {
    private static final TreatmentNames TAGS = new TreatmentNames(List.of("cold", "heat"));
    private static final TreatmentNames FAMILIES = new TreatmentNames(List.of("heat-and-cold", "heat-and-cold"));

    private final SortedMap<String, StudyCounts> byValue = new TreeMap<>();

    @Test
    void withoutStrataThereIsTheWholeAlone() {
        episodes("", 20, 5);
        assertThat(parts(null, 0)).noneMatch(part -> part instanceof StratumPart);
    }

    @Test
    void theWholeIsTheSumOfItsStrata() {
        episodes("f", 20, 5);
        episodes("m", 12, 6);
        List<StudyPart> parts = parts(StratifyBy.SEX, 0);
        Comparison all = comparison(parts);
        assertThat(all.everybody())
                .isEqualTo(SurvivalCounts.builder().add(5, 20, 0).add(6, 12, 0).build());
        assertThat(all.strata()).hasSize(2);
        List<StratumPart> first = strata(parts, "f");
        assertThat(first).hasSize(parts.size() / 3);
        Comparison stratum = comparison(first.stream().map(StratumPart::part).toList());
        assertThat(stratum.everybody())
                .isEqualTo(SurvivalCounts.builder().add(5, 20, 0).build());
        assertThat(stratum.strata()).isEmpty();
    }

    @Test
    void aStratumIsAnalysedAsIfThereWereNoOtherButForTheOrdersInWhichTreatmentsBegan() {
        episodes("f", 20, 5);
        episodes("m", 12, 6);
        List<StudyFigures> ofStratum = strata(parts(StratifyBy.SEX, 11), "m").stream()
                .map(part -> part.part().figures(settings(StratifyBy.SEX, 11)))
                .toList();
        byValue.remove("f");
        List<StudyFigures> alone = parts(null, 11).stream()
                .filter(part -> !(part instanceof StartOrders))
                .map(part -> part.figures(settings(null, 11)))
                .toList();
        assertThat(ofStratum).isEqualTo(alone);
    }

    @Test
    void strataComeInTheOrderOfTheirValues() {
        for (String value : List.of("", "10", "2", "0")) {
            episodes(value, 20, 5);
        }
        assertThat(names(StratifyBy.SEVERITY, 11)).containsExactly("0", "2", "10", "not given");
        assertThat(names(StratifyBy.SITE, 11)).containsExactly("0", "10", "2", "not given");
    }

    @Test
    void smallStrataAreTakenTogether() {
        episodes("a", 20, 5);
        episodes("b", 6, 6);
        episodes("c", 30, 7);
        episodes("d", 7, 8);
        List<StudyPart> parts = parts(StratifyBy.SITE, 11);
        assertThat(names(StratifyBy.SITE, 11)).containsExactly("a", "c", "other strata");
        Comparison rest = comparison(
                strata(parts, "other strata").stream().map(StratumPart::part).toList());
        assertThat(rest.everybody())
                .isEqualTo(SurvivalCounts.builder().add(6, 6, 0).add(8, 7, 0).build());
        assertThat(rest.strata()).hasSize(2);
    }

    @Test
    void theLastSmallStratumHidesBehindAnother() {
        episodes("f", 20, 5);
        episodes("m", 30, 6);
        episodes("x", 1, 7);
        assertThat(names(StratifyBy.SEX, 11)).containsExactly("m", "other strata");
    }

    /** Of nobody known when; recovered all on one day, half of them with cold. */
    private void episodes(String value, int number, int day) {
        StudyCounts.Builder counts = StudyCounts.builder();
        for (Population population : List.of(Population.ALL, Population.ACUTE)) {
            counts.asUsed(population, 0).add(day, number / 2, 0);
            counts.asUsed(population, 1).add(day, number - number / 2, 0);
        }
        counts.exposures().add(0, day, 0, number / 2, number / 2);
        counts.exposures().add(0, day, 1, number - number / 2, number - number / 2);
        byValue.put(value, counts.build());
    }

    private List<StudyPart> parts(StratifyBy stratifyBy, int minCellCount) {
        return new StudyParts(settings(stratifyBy, minCellCount), TAGS, FAMILIES).of(byValue);
    }

    private List<String> names(StratifyBy stratifyBy, int minCellCount) {
        return parts(stratifyBy, minCellCount).stream()
                .filter(StratumPart.class::isInstance)
                .map(part -> ((StratumPart) part).stratum())
                .distinct()
                .toList();
    }

    /** The first one: that of all cases as used. */
    private static Comparison comparison(List<? extends StudyPart> parts) {
        return parts.stream()
                .filter(Comparison.class::isInstance)
                .map(Comparison.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<StratumPart> strata(List<StudyPart> parts, String name) {
        return parts.stream()
                .filter(StratumPart.class::isInstance)
                .map(StratumPart.class::cast)
                .filter(part -> part.stratum().equals(name))
                .toList();
    }

    private static StudySettings settings(StratifyBy stratifyBy, int minCellCount) {
        return new StudySettings(
                new CourseRules(84, null, 3, 365),
                CombineBy.TAG,
                14,
                84,
                0.95,
                ConfidenceType.LOG_LOG,
                minCellCount,
                stratifyBy);
    }
}
