package org.recoveryreport.domain.study;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.recoveryreport.domain.disclosure.CurveBlocks;

/**
 * What a published curve tells: how many had recovered, and were last seen, up to which day.
 *
 * @param recovered by day, those of all steps so far
 * @param censored by day, where a step counts some; with the last step of a curve that leaves nobody {@link #IN_ALL}, for a
 *     few of them may have been seen later
 */
record CurveCounts(NavigableMap<Integer, Long> recovered, NavigableMap<Integer, Long> censored) {
    /** After the last day. */
    static final int IN_ALL = Integer.MAX_VALUE;

    /** There is no curve. */
    static final CurveCounts NONE = new CurveCounts(new TreeMap<>(), new TreeMap<>());

    static CurveCounts of(CurveBlocks curve) {
        Steps steps = new Steps();
        curve.blocks().forEach(block -> steps.add(block.last(), block.events(), block.censored()));
        return steps.leaving(curve.left());
    }

    /** Of the published steps of one curve, which tell how many there are. */
    static CurveCounts of(List<CurveStep> curve) {
        Steps steps = new Steps();
        long left = 0;
        for (CurveStep step : curve) {
            long recovered = step.recovered() == null ? 0 : step.recovered();
            long censored = step.censored() == null ? 0 : step.censored();
            steps.add(step.day(), recovered, censored);
            left = step.atRisk() - recovered - censored;
        }
        return steps.leaving(left);
    }

    private static final class Steps {
        private final NavigableMap<Integer, Long> recovered = new TreeMap<>();
        private final NavigableMap<Integer, Long> censored = new TreeMap<>();
        private long recoveredSoFar;
        private long censoredSoFar;

        void add(int day, long recoveredInStep, long censoredInStep) {
            recoveredSoFar += recoveredInStep;
            censoredSoFar += censoredInStep;
            recovered.put(day, recoveredSoFar);
            if (censoredInStep > 0) {
                censored.put(day, censoredSoFar);
            }
        }

        CurveCounts leaving(long left) {
            if (left == 0 && !recovered.isEmpty()) {
                censored.remove(recovered.lastKey());
                censored.put(IN_ALL, censoredSoFar);
            }
            return new CurveCounts(recovered, censored);
        }
    }
}
