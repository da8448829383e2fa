package org.recoveryreport.domain.study;

import java.util.List;

/**
 * What one comparison found, ready to be shown. Of {@code combinations} and {@code landmarks} one is empty.
 *
 * @param combinations figures of the groups as used
 * @param landmarks figures of the groups at a landmark
 * @param test of all groups together
 * @param curves of the groups
 * @param overall all groups of an as-used comparison together, where there may be figures of them; else empty
 * @param flow how many episodes a landmark compares and leaves out; empty for an as-used comparison
 */
public record ComparisonFigures(
        List<CombinationFigures> combinations,
        List<LandmarkFigures> landmarks,
        OverallTest test,
        List<CurveStep> curves,
        List<CombinationFigures> overall,
        List<LandmarkFlow> flow)
        implements StudyFigures {
    public ComparisonFigures {
        combinations = List.copyOf(combinations);
        landmarks = List.copyOf(landmarks);
        curves = List.copyOf(curves);
        overall = List.copyOf(overall);
        flow = List.copyOf(flow);
    }
}
