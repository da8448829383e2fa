package org.recoveryreport.sample;

import java.util.SortedSet;

/** A text as clinics write it, and what it truly says. */
public final class Phrase {
    private final String text;
    private final Kind kind;
    private final int tagBits;

    /** How a text speaks of treatments. */
    public enum Kind {
        /** Names what was used. */
        USED(true),
        /** Names what was used, with a slip of the pen. */
        MISSPELT(true),
        /** Names what was used by its ATC code. */
        CODE(true),
        /** Names what was used, and beside it what was not, or that it did not help. */
        PARTLY(true),
        /** Only says what was not used. */
        NEGATED(false),
        /** Only says what may come. */
        PLANNED(false),
        /** Only looks like a treatment. */
        LOOK_ALIKE(false),
        /** Says nothing a treatment catalogue should know. */
        UNRECOGNISED(false);

        private final boolean ofUse;

        Kind(boolean ofUse) {
            this.ofUse = ofUse;
        }

        /** Whether the text tells of a used treatment. */
        public boolean isOfUse() {
            return ofUse;
        }

        /** Whether such texts can share a cell without changing what the others say. */
        boolean isJoinable() {
            return ofUse && this != PARTLY;
        }
    }

    Phrase(String text, Kind kind, int tagBits) {
        if (kind.isOfUse() == (tagBits == 0)) {
            throw new IllegalArgumentException(kind + " with the tags " + TreatmentHabit.tags(tagBits));
        }
        this.text = text;
        this.kind = kind;
        this.tagBits = tagBits;
    }

    /** Without a line break. */
    public String text() {
        return text;
    }

    public Kind kind() {
        return kind;
    }

    /** The treatments that were used according to the text; empty exactly when its kind is not one of use. */
    public SortedSet<String> tags() {
        return TreatmentHabit.tags(tagBits);
    }

    /** The same as bits, see {@link TreatmentHabit#bit}. */
    int tagBits() {
        return tagBits;
    }
}
