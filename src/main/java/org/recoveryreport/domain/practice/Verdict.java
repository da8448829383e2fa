package org.recoveryreport.domain.practice;

import org.recoveryreport.domain.tagging.EntryDetails.Range;

/** What an episode shows of a practice check. */
public enum Verdict {
    /** The check does not concern the episode. */
    NOT_ELIGIBLE,
    /** The episode keeps to it. */
    KEPT,
    /** The episode departs from it. */
    BROKEN,
    /** It concerns the episode, but the log does not say enough. */
    NOT_ASSESSABLE;

    /**
     * The verdict on something that must hold for each of two parts: one departure decides, then one doubt; no part that the
     * check concerns is none at all.
     */
    Verdict and(Verdict other) {
        return weight() >= other.weight() ? this : other;
    }

    private int weight() {
        return switch (this) {
            case NOT_ELIGIBLE -> 0;
            case KEPT -> 1;
            case NOT_ASSESSABLE -> 2;
            case BROKEN -> 3;
        };
    }

    /** Kept where all of a range lies within the limits, broken where all of it lies outside, otherwise in doubt. */
    static Verdict within(Range limits, Range value) {
        if (limits.least() <= value.least() && value.most() <= limits.most()) {
            return KEPT;
        }
        boolean outside = value.most() < limits.least() || value.least() > limits.most();
        return outside ? BROKEN : NOT_ASSESSABLE;
    }
}
