package org.recoveryreport.domain.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;

/** The counts that stand in a result, by where they stand: what its readers have. */
final class PublishedCounts {
    private final Map<Cell, Long> counts = new LinkedHashMap<>();
    private String stratum = "";

    private PublishedCounts() {}

    static Map<Cell, Long> of(StudyResult result) {
        PublishedCounts published = new PublishedCounts();
        published.add(result);
        for (Stratum stratum : result.strata()) {
            published.stratum = stratum.name();
            published.add(stratum.result());
        }
        return published.counts;
    }

    /** Without those that an earlier night counted. */
    static Map<Cell, Long> fresh(StudyResult result) {
        Map<Cell, Long> fresh = of(result);
        result.earlier().forEach(earlier -> fresh.remove(earlier.cell()));
        return fresh;
    }

    /** Those of a curve alone. */
    static Map<Cell, Long> ofCurve(List<CurveStep> steps) {
        PublishedCounts published = new PublishedCounts();
        published.curves(steps);
        return published.counts;
    }

    /** Where the counts of a row stand, its episodes first. */
    static List<Cell> cells(CombinationFigures row) {
        return Stream.of(StudyCells.EPISODES, StudyCells.RECOVERED, StudyCells.CENSORED)
                .map(column ->
                        published(row.combination(), StudyCells.asUsed(row.population(), row.combination(), column)))
                .toList();
    }

    /** Where the counts of a row stand, its episodes first. */
    static List<Cell> cells(LandmarkFigures row) {
        return Stream.of(StudyCells.EPISODES, StudyCells.RECOVERED, StudyCells.CENSORED)
                .map(column -> published(
                        row.combination(), StudyCells.atLandmark(row.landmarkDays(), row.combination(), column)))
                .toList();
    }

    /** Where the episodes of a combination as used stand. */
    static Cell episodes(Population population, String combination) {
        return published(combination, StudyCells.asUsed(population, combination, StudyCells.EPISODES));
    }

    /** The rest is what the others leave of the total; it holds whatever rows are not shown. */
    private static Cell published(String combination, Cell cell) {
        return combination.equals(TreatmentNames.OTHER) ? StudyCells.asPublished(cell) : cell;
    }

    private void add(StudyResult result) {
        Stream.concat(result.combinations().stream(), result.overall().stream())
                .forEach(row -> row(cells(row), row.episodes(), row.recovered(), row.censored()));
        result.landmarks().forEach(row -> row(cells(row), row.episodes(), row.recovered(), row.censored()));
        curves(result.curves());
        for (LandmarkFlow flow : result.landmarkFlows()) {
            int landmark = flow.landmarkDays();
            count(StudyCells.atLandmark(landmark, TreatmentNames.ALL, StudyCells.EPISODES), flow.compared());
            count(StudyCells.before(landmark, StudyCells.RECOVERED), flow.recoveredBefore());
            count(StudyCells.before(landmark, StudyCells.CENSORED), flow.censoredBefore());
        }
        for (TreatmentFigures row : result.supplement().treatmentModel().treatments()) {
            count(StudyCells.treatment(row.tag(), "episodes_with"), row.episodesWith());
            count(StudyCells.treatment(row.tag(), "episodes_without"), row.episodesWithout());
        }
        for (PracticeFigures row : result.supplement().practice().rows()) {
            count(StudyCells.practice(row.check(), row.population(), "eligible"), row.eligible());
            count(StudyCells.practice(row.check(), row.population(), "kept"), row.kept());
            count(StudyCells.practice(row.check(), row.population(), "not_assessable"), row.notAssessable());
        }
        for (PracticeComparison row : result.supplement().practiceAtLandmark()) {
            count(StudyCells.practiceAt(row.landmarkDays(), row.check(), "kept"), row.kept());
            count(StudyCells.practiceAt(row.landmarkDays(), row.check(), "not_kept"), row.notKept());
            count(StudyCells.practiceAt(row.landmarkDays(), row.check(), "not_assessable"), row.notAssessable());
        }
        result.supplement().pathways().forEach(row -> count(StudyCells.pathway(row), row.episodes()));
        for (MonthFigures row : result.supplement().months()) {
            count(StudyCells.month(row.month(), StudyCells.EPISODES), row.episodes());
            count(StudyCells.month(row.month(), StudyCells.RECOVERED), row.recovered());
        }
    }

    private void curves(List<CurveStep> steps) {
        Map<List<Object>, List<CurveStep>> curves = steps.stream()
                .collect(Collectors.groupingBy(
                        step -> List.of(step.landmarkDays(), step.combination()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        for (List<CurveStep> curve : curves.values()) {
            int landmark = curve.get(0).landmarkDays();
            String combination = curve.get(0).combination();
            CurveCounts counts = CurveCounts.of(curve);
            counts.recovered()
                    .forEach((day, count) ->
                            count(StudyCells.upTo(landmark, combination, StudyCells.RECOVERED, day), count));
            counts.censored()
                    .forEach((day, count) ->
                            count(StudyCells.upTo(landmark, combination, StudyCells.CENSORED, day), count));
        }
    }

    private void row(List<Cell> cells, long episodes, @Nullable Long recovered, @Nullable Long censored) {
        count(cells.get(0), episodes);
        count(cells.get(1), recovered);
        count(cells.get(2), censored);
    }

    private void count(Cell cell, @Nullable Long count) {
        if (count != null) {
            counts.put(StudyCells.in(stratum, cell), count);
        }
    }
}
