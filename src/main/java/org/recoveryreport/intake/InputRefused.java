package org.recoveryreport.intake;

/** Input that cannot be read as an episode log at all. The message is one sentence for people: which file, why, what to do. */
public final class InputRefused extends RuntimeException {
    /** A refusal. */
    public InputRefused(String sentence) {
        super(sentence);
    }

    /** A refusal with the error that led to it. */
    public InputRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
