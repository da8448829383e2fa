package org.recoveryreport.domain.tagging;

/** The part of a text that a cue speaks of, and what was seen there so far. */
final class Scope {
    final Cue cue;
    /** The last token of the cue. */
    final int last;
    /** The cue's finding, that of "neither" where the cue is its "nor". */
    final int from;
    /** How many brackets the cue stands in. */
    final int depth;

    boolean heading;
    boolean sawTreatment;
    /** Whether it rules out something that is no treatment of the catalogue: "denies meds". */
    boolean sawOther;

    boolean sawComma;
    boolean sawUse;

    Scope(Cue cue, int last, int from, int depth) {
        this.cue = cue;
        this.last = last;
        this.from = from;
        this.depth = depth;
    }

    boolean isOf(Cue.Role role) {
        return cue.role() == role;
    }

    boolean isUnlessOutcome() {
        return isOf(Cue.Role.FORWARD_UNLESS_OUTCOME) || isOf(Cue.Role.NOR);
    }

    /** Whether it rules out what stands before it, where nothing follows: "heat: no", "massage, never tried". */
    boolean turnsBackward() {
        return !sawTreatment && !sawOther && !isOf(Cue.Role.PERSON);
    }
}
