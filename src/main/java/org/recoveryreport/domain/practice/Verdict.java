package org.recoveryreport.domain.practice;

import org.recoveryreport.domain.tagging.EntryDetails.Range;

/** What an episode shows of a practice check. */
public enum Verdict {
    /** The check does not concern the episode. */
    NOT_ELIGIBLE('-'),
    /** The episode keeps to it. */
    KEPT('k'),
    /** The episode departs from it. */
    BROKEN('b'),
    /** It concerns the episode, but the log does not say enough. */
    NOT_ASSESSABLE('?');

    private final char symbol;

    Verdict(char symbol) {
        this.symbol = symbol;
    }

    /** The one character that stands for it; never changes. */
    public char symbol() {
        return symbol;
    }

    static Verdict ofSymbol(char symbol) {
        return switch (symbol) {
            case '-' -> NOT_ELIGIBLE;
            case 'k' -> KEPT;
            case 'b' -> BROKEN;
            case '?' -> NOT_ASSESSABLE;
            default -> throw new IllegalArgumentException("no verdict is written '" + symbol + "'");
        };
    }

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
