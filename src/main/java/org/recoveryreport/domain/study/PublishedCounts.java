package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;

/** The counts that stand in a result, by where they stand: what its readers have. */
final class PublishedCounts {
    private final ObjLongConsumer<Cell> counts;
    /** The names of columns met so far: each once, for very many curves have it. */
    private final Map<Integer, String> recoveredUpTo = new HashMap<>();

    private final Map<Integer, String> censoredUpTo = new HashMap<>();
    private String stratum = "";

    private PublishedCounts(ObjLongConsumer<Cell> counts) {
        this.counts = counts;
    }

    /** Tells them one by one: a long log has very many. */
    static void forEach(StudyResult result, ObjLongConsumer<Cell> counts) {
        PublishedCounts published = new PublishedCounts(counts);
        published.add(result);
        for (Stratum stratum : result.strata()) {
            published.stratum = stratum.name();
            published.add(stratum.result());
        }
    }

    /** Tells them without those that an earlier night counted. */
    static void forEachFresh(StudyResult result, ObjLongConsumer<Cell> counts) {
        Set<Cell> earlier = result.earlier().stream().map(EarlierCount::cell).collect(Collectors.toSet());
        forEach(result, (cell, count) -> {
            if (!earlier.contains(cell)) {
                counts.accept(cell, count);
            }
        });
    }

    /** Those of a curve alone. */
    static Map<Cell, Long> ofCurve(List<CurveStep> steps) {
        Map<Cell, Long> counts = new LinkedHashMap<>();
        new PublishedCounts(counts::put).curves(steps);
        return counts;
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

    /** Where the counts of a treatment stand. */
    static List<Cell> cells(TreatmentFigures row) {
        return List.of(
                StudyCells.treatment(row.tag(), StudyCells.EPISODES_WITH),
                StudyCells.treatment(row.tag(), StudyCells.EPISODES_WITHOUT));
    }

    /** Where the counts of a practice check stand, whom it concerns first. */
    static List<Cell> cells(PracticeFigures row) {
        return Stream.of(StudyCells.ELIGIBLE, StudyCells.KEPT, StudyCells.NOT_ASSESSABLE)
                .map(column -> StudyCells.practice(row.check(), row.population(), column))
                .toList();
    }

    /** Where the counts of a practice check at a landmark stand. */
    static List<Cell> cells(PracticeComparison row) {
        return StudyCells.PRACTICE_AT_LANDMARK.stream()
                .map(column -> StudyCells.practiceAt(row.landmarkDays(), row.check(), column))
                .toList();
    }

    /** Where the counts of a month stand, its episodes first. */
    static List<Cell> cells(MonthFigures row) {
        return List.of(
                StudyCells.month(row.month(), StudyCells.EPISODES),
                StudyCells.month(row.month(), StudyCells.RECOVERED));
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
        Supplement more = result.supplement();
        more.treatmentModel().treatments().forEach(row -> row(cells(row), row.episodesWith(), row.episodesWithout()));
        more.practice().rows().forEach(row -> row(cells(row), row.eligible(), row.kept(), row.notAssessable()));
        more.practiceAtLandmark().forEach(row -> row(cells(row), row.kept(), row.notKept(), row.notAssessable()));
        more.months().forEach(row -> row(cells(row), row.episodes(), row.recovered()));
        more.pathways().forEach(row -> count(StudyCells.pathway(row), row.episodes()));
    }

    /** The steps of a curve follow one another. */
    private void curves(List<CurveStep> steps) {
        List<CurveStep> curve = new ArrayList<>();
        for (CurveStep step : steps) {
            if (!curve.isEmpty() && !isOfOneCurve(curve.get(0), step)) {
                curve(curve);
                curve.clear();
            }
            curve.add(step);
        }
        if (!curve.isEmpty()) {
            curve(curve);
        }
    }

    private static boolean isOfOneCurve(CurveStep step, CurveStep other) {
        return step.landmarkDays() == other.landmarkDays() && step.combination().equals(other.combination());
    }

    private void curve(List<CurveStep> steps) {
        CurveCounts counts = CurveCounts.of(steps);
        CurveStep any = steps.get(0);
        Cell first = StudyCells.in(stratum, StudyCells.upTo(any.landmarkDays(), any.combination(), "", 0));
        upTo(first, StudyCells.RECOVERED, counts.recovered(), recoveredUpTo);
        upTo(first, StudyCells.CENSORED, counts.censored(), censoredUpTo);
    }

    private void upTo(Cell curve, String end, Map<Integer, Long> byDay, Map<Integer, String> columns) {
        byDay.forEach((day, count) ->
                counts.accept(curve.beside(columns.computeIfAbsent(day, any -> StudyCells.upTo(end, any))), count));
    }

    private void row(List<Cell> cells, @Nullable Long... row) {
        for (int i = 0; i < row.length; i++) {
            count(cells.get(i), row[i]);
        }
    }

    private void count(Cell cell, @Nullable Long count) {
        if (count != null) {
            counts.accept(StudyCells.in(stratum, cell), count);
        }
    }
}
