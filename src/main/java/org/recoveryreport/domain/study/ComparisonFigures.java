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
 * @param pairwise tests of two groups at a time at a landmark; empty for an as-used comparison
 * @param followUp of all groups of an as-used comparison together, where there may be figures of them; else empty
 * @param recoveredBy of the groups as used, then of all of them together; empty at a landmark
 */
public record ComparisonFigures(
        List<CombinationFigures> combinations,
        List<LandmarkFigures> landmarks,
        OverallTest test,
        List<CurveStep> curves,
        List<CombinationFigures> overall,
        List<LandmarkFlow> flow,
        List<PairwiseTest> pairwise,
        List<FollowUpFigures> followUp,
        List<RecoveredBy> recoveredBy)
        implements StudyFigures {
    public ComparisonFigures {
        combinations = List.copyOf(combinations);
        landmarks = List.copyOf(landmarks);
        curves = CurveSteps.copyOf(curves);
        overall = List.copyOf(overall);
        flow = List.copyOf(flow);
        pairwise = List.copyOf(pairwise);
        followUp = List.copyOf(followUp);
        recoveredBy = List.copyOf(recoveredBy);
    }
}
