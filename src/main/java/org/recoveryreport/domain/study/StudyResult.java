package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.List;

/**
 * All that gets published of a study; every count and figure in it may be shown. The lists are in the order of the
 * published files.
 *
 * @param settings what the figures depend on
 * @param log what became of the log's rows
 * @param combinations by population, then combination
 * @param landmarkFlows by landmark
 * @param landmarks by landmark, then combination
 * @param tests as-used by population, then landmark by day
 * @param curves by analysis, population, landmark, combination and day
 * @param unrecognised the most frequent first
 */
public record StudyResult(
        StudySettings settings,
        LogSummary log,
        List<CombinationFigures> combinations,
        List<LandmarkFlow> landmarkFlows,
        List<LandmarkFigures> landmarks,
        List<OverallTest> tests,
        List<CurveStep> curves,
        List<UnrecognisedText> unrecognised)
        implements Serializable {
    public StudyResult {
        combinations = List.copyOf(combinations);
        landmarkFlows = List.copyOf(landmarkFlows);
        landmarks = List.copyOf(landmarks);
        tests = List.copyOf(tests);
        curves = List.copyOf(curves);
        unrecognised = List.copyOf(unrecognised);
    }
}
