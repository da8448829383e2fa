package org.recoveryreport.domain.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.practice.PracticeCheck;

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

    private void add(StudyResult result) {
        result.combinations().forEach(this::asUsed);
        result.overall().forEach(this::asUsed);
        for (LandmarkFigures row : result.landmarks()) {
            row(
                    column -> StudyCells.atLandmark(row.landmarkDays(), row.combination(), column),
                    row.combination(),
                    row.episodes(),
                    row.recovered(),
                    row.censored());
        }
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
            PracticeCheck check = PracticeCheck.ofId(row.check());
            count(StudyCells.practiceAt(row.landmarkDays(), check, "kept"), row.kept());
            count(StudyCells.practiceAt(row.landmarkDays(), check, "not_kept"), row.notKept());
            count(StudyCells.practiceAt(row.landmarkDays(), check, "not_assessable"), row.notAssessable());
        }
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

    private void asUsed(CombinationFigures row) {
        row(
                column -> StudyCells.asUsed(row.population(), row.combination(), column),
                row.combination(),
                row.episodes(),
                row.recovered(),
                row.censored());
    }

    private interface Naming {
        Cell cell(String column);
    }

    /** The rest is what the others leave of the total, so it tells nothing; and it holds whatever rows are not shown. */
    private void row(
            Naming naming, String combination, long episodes, @Nullable Long recovered, @Nullable Long censored) {
        if (!combination.equals(TreatmentNames.OTHER)) {
            count(naming.cell(StudyCells.EPISODES), episodes);
            count(naming.cell(StudyCells.RECOVERED), recovered);
            count(naming.cell(StudyCells.CENSORED), censored);
        }
    }

    private void count(Cell cell, @Nullable Long count) {
        if (count != null) {
            counts.put(StudyCells.in(stratum, cell), count);
        }
    }
}
