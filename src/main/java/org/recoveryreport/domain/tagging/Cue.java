package org.recoveryreport.domain.tagging;

import java.io.Serializable;

/**
 * Words that decide whether the treatments around them were used, in the manner of NegEx (doi:10.1006/jbin.2001.1029) and
 * ConText (doi:10.1016/j.jbi.2009.05.002).
 *
 * @param text as people write it
 * @param role what it does to its surroundings
 * @param reason why the treatments in its scope do not count; {@link Reason#NEGATED} where the role rules nothing out
 */
public record Cue(String text, Role role, Reason reason) implements Serializable {
    /** What a cue does to its surroundings. */
    public enum Role {
        /** Rules out what follows in its clause: {@code no}. */
        FORWARD,
        /** Rules out what follows, unless it is then told of as if used: {@code neither}, "neither ice nor heat helped". */
        FORWARD_UNLESS_OUTCOME,
        /** Rules out what follows, also over commas, as long as bare treatments follow: {@code denies}. */
        FORWARD_LIST,
        /** Rules out what stands before it in its clause: {@code contraindicated}. */
        BACKWARD,
        /** Rules out what follows directly, or else what stands before: {@code declined}. */
        EITHER,
        /** The same, reaching over commas: {@code if no better}. */
        EITHER_LIST,
        /** Tells of an effect and so of use; ends a negation that it stands in: {@code relief}. */
        OUTCOME,
        /** Says that what was offered or planned before it was done: {@code accepted}. */
        ACCEPTED,
        /** Says that what follows was used: {@code took}. */
        USED,
        /** Ends every scope: {@code but}. */
        BREAK,
        /** Ends every scope, and what stands before it was done: {@code then}. */
        THEN,
        /** Takes what follows out of what was said: {@code except}. */
        EXCEPT,
        /** Looks like a cue and is none: {@code not only}. */
        NEUTRAL,
        /** Stands in lists between treatments: {@code any}. */
        FILLER,
        /** Joins treatments: {@code and}. */
        AND,
        /** Joins treatments that share a negation: {@code or}. */
        OR,
        /** Begins a circumstance, so that the treatments after it are not what a cue before it rules out: {@code due to}. */
        ASIDE,
        /** Follows {@code pt} only where that is the patient: {@code reports}. */
        PATIENT_VERB,
        /** Follows {@code pt} where that is the patient, if a treatment comes after: {@code tried}. */
        PATIENT_VERB_WITH_OBJECT,
        /** Follows {@code pt} where that is the patient, if a complaint or a number comes next: {@code with}. */
        PATIENT_VERB_WITH_COMPLAINT,
        /** Follows {@code pt} where that is the patient, if a verb comes next: {@code not}, "pt not using heat". */
        PATIENT_NOT,
        /** A complaint: {@code sciatica}. */
        COMPLAINT,
        /** Follows {@code pt} where that is the patient, if a treatment comes directly after: {@code on}. */
        PATIENT_VERB_NEXT_TO_OBJECT,
        /** Stands before {@code pt} where that is the patient: {@code this}. */
        BEFORE_PATIENT,
        /** The same, if what was told or given follows: {@code told}, "told pt to rest". */
        TELLING,
        /** Begins what a patient was told: {@code to}. */
        TOLD;

        /** Whether it speaks only of {@code pt}; such a cue may share its words with one of another role. */
        boolean ofPatient() {
            return switch (this) {
                case PATIENT_VERB,
                        PATIENT_VERB_WITH_OBJECT,
                        PATIENT_VERB_WITH_COMPLAINT,
                        PATIENT_VERB_NEXT_TO_OBJECT,
                        PATIENT_NOT,
                        COMPLAINT,
                        BEFORE_PATIENT,
                        TELLING,
                        TOLD -> true;
                default -> false;
            };
        }
    }

    public Cue {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a cue needs words");
        }
    }

    /** Equal for cues of which a catalogue holds only one. */
    public String key() {
        return FoldedText.key(text) + (role.ofPatient() ? " as " + role : "");
    }
}
