package org.recoveryreport.publish.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StudyResult;

/**
 * The groups of all episodes that are compared at a landmark. There may be thousands, so they are put in order and beside
 * their curves once for all parts of a page.
 *
 * @param landmarkDays the landmark
 * @param inPageOrder their figures, as {@link Groups#inPageOrder} puts them
 * @param curves their published curves, by combination; some may have none
 * @param minCellCount k; above 1 a curve steps only where k have recovered together
 */
record LandmarkGroups(
        int landmarkDays, List<LandmarkFigures> inPageOrder, Map<String, List<CurveStep>> curves, int minCellCount) {
    static LandmarkGroups of(StudyResult result, int landmarkDays) {
        return new LandmarkGroups(
                landmarkDays,
                Groups.inPageOrder(
                        result.landmarks().stream()
                                .filter(row -> row.landmarkDays() == landmarkDays)
                                .toList(),
                        LandmarkFigures::combination,
                        LandmarkFigures::episodes),
                result.curves().stream()
                        .filter(step -> step.analysis() == Analysis.LANDMARK
                                && step.population() == Population.ALL
                                && step.landmarkDays() == landmarkDays)
                        .collect(Collectors.groupingBy(CurveStep::combination)),
                result.settings().minCellCount());
    }

    /** The group of a row, with its curve, which may have no step. */
    FollowedGroup followed(LandmarkFigures row) {
        return new FollowedGroup(
                row.combination(), row.episodes(), curves.getOrDefault(row.combination(), List.of()), minCellCount);
    }
}
