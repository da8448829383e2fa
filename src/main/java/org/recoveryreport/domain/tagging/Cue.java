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
        /** Goes on with such a cue or another, and shares its negation: {@code nor}. */
        NOR,
        /** Rules out what follows, also over commas, as long as bare treatments follow: {@code denies}. */
        FORWARD_LIST,
        /** Rules out the treatment that comes next, or what stands before it as an answer: {@code can't}, "can't stretch". */
        NEXT,
        /** Rules out what stands before it in its clause: {@code contraindicated}. */
        BACKWARD,
        /** The same, over the commas of a list: {@code all refused}. */
        BACKWARD_ALL,
        /** Rules out what follows directly, or else what stands before: {@code declined}. */
        EITHER,
        /** The same, reaching over commas: {@code if no better}. */
        EITHER_LIST,
        /**
         * The same, but behind treatments it speaks only of the last and those of the same setting: {@code referral},
         * "ice and PT referral".
         */
        ARRANGED,
        /** The same, unless it was kept: {@code appointment}, "had PT appointment". */
        APPOINTMENT,
        /** Says of an appointment that it is over: {@code yesterday}. */
        PAST,
        /** Rules out what follows where it begins a part, or else what stands before: {@code tomorrow}. */
        FUTURE,
        /** Tells of an effect and so of use; ends a negation that it stands in: {@code relief}. */
        OUTCOME,
        /** Says that what was offered or planned before it was done: {@code accepted}. */
        ACCEPTED,
        /** Says that what follows was used: {@code took}. */
        USED,
        /** The same, of one thing rather than another: {@code chose}, "chose heat over ice". */
        CHOICE,
        /** After a choice, rules out what follows; else a word like any other in a list: {@code over}. */
        OVER,
        /** Someone else; rules out what follows if that one uses or praises it: {@code mother}, "mother takes tramadol". */
        PERSON,
        /** Says that what is told not to be used once was: {@code anymore}. */
        NO_LONGER,
        /** The same as {@link #USED}; where nothing follows, that what was planned before it was done: {@code attended}. */
        DONE,
        /** Says that what is planned goes on: {@code continue}, "plan: continue PT". */
        CONTINUED,
        /** The same, unless a day comes after it: {@code start}, "start PT Monday". */
        START,
        /** A day to come, after {@link #START}: {@code Monday}. */
        DAY,
        /** Weighs what stands before it against what follows, so that neither is decided: {@code vs}. */
        VERSUS,
        /** Rules out what stands before it where it ends a clause: {@code n}, "heat Y, ice N"; but "heat n ice". */
        ANSWER,
        /** Ends every scope: {@code but}. */
        BREAK,
        /** Ends every scope, and what stands before it was done: {@code then}. */
        THEN,
        /** Takes what follows out of what was said: {@code except}. */
        EXCEPT,
        /** Ends a negation before it: {@code than}, "no other meds than Tylenol". */
        THAN,
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
        /** Begins a question: {@code does}, "does massage help?". */
        ASKING,
        /** Follows a {@link #PERSON} who is told to use or praise something: {@code takes}. */
        OF_PERSON,
        /** Follows {@code pt} only where that is the patient: {@code reports}. */
        PATIENT_VERB,
        /** Follows {@code pt} where that is the patient, if a treatment comes after: {@code tried}. */
        PATIENT_VERB_WITH_OBJECT,
        /** Follows {@code pt} where that is the patient, if a complaint or a number comes next: {@code with}. */
        PATIENT_VERB_WITH_COMPLAINT,
        /** Follows {@code pt} where that is the patient, if a verb comes next: {@code not}, "pt not using heat". */
        PATIENT_NOT,
        /** Follows {@code pt} in small letters where that is the patient: {@code preference}. */
        PATIENT_WORD,
        /** What a patient has or is: {@code sciatica}, {@code teacher}. */
        COMPLAINT,
        /** Follows {@code pt} where that is the patient, if a treatment comes directly after: {@code on}, "pt off work". */
        PATIENT_VERB_NEXT_TO_OBJECT,
        /** Follows {@code pt} and a negation where that is the patient: {@code interested}, "pt not interested". */
        PATIENT_STATE,
        /** Stands before {@code pt} where that is the patient: {@code this}. */
        BEFORE_PATIENT,
        /** The same, if what was told or given follows: {@code told}, "told pt to rest". */
        TELLING,
        /** Begins what a patient was told: {@code to}. */
        TOLD,
        /** Stands beside {@code pt} where that is the prothrombin time: {@code INR}. */
        BLOOD_TEST,
        /** Follows {@code pt} and a number where that is the prothrombin time: {@code sec}. */
        BLOOD_TEST_UNIT;

        /** Whether it is looked for at one place only; such a cue is a word that may have another role elsewhere. */
        boolean ofOnePlace() {
            return switch (this) {
                case ASKING,
                        OF_PERSON,
                        PATIENT_VERB,
                        PATIENT_WORD,
                        PATIENT_VERB_WITH_OBJECT,
                        PATIENT_VERB_WITH_COMPLAINT,
                        PATIENT_VERB_NEXT_TO_OBJECT,
                        PATIENT_NOT,
                        PATIENT_STATE,
                        COMPLAINT,
                        BEFORE_PATIENT,
                        TELLING,
                        TOLD,
                        BLOOD_TEST,
                        BLOOD_TEST_UNIT -> true;
                default -> false;
            };
        }
    }

    public Cue {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a cue needs words");
        }
    }

    /** Whether it says by itself that something was not used, rather than that it is yet to be. */
    boolean deniesUse() {
        return switch (role) {
            case FORWARD,
                    FORWARD_LIST,
                    FORWARD_UNLESS_OUTCOME,
                    NEXT,
                    BACKWARD,
                    BACKWARD_ALL,
                    EITHER,
                    EITHER_LIST,
                    ANSWER -> reason != Reason.PLANNED;
            default -> false;
        };
    }

    /** Whether it says nothing between the treatments of a list. */
    boolean isFiller() {
        return role == Role.FILLER || role == Role.OVER || role == Role.PERSON;
    }

    /** Equal for cues of which a catalogue holds only one. */
    public String key() {
        return FoldedText.key(text) + (role.ofOnePlace() ? " as " + role : "");
    }
}
