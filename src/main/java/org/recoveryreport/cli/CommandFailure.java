package org.recoveryreport.cli;

/** Ends a command with a sentence for people and an exit code. */
final class CommandFailure extends RuntimeException {
    private final int exitCode;

    CommandFailure(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /** Wrong use, or what cannot be used: refused before anything ran. */
    static CommandFailure refused(String sentence) {
        return new CommandFailure(ExitCode.REFUSED, sentence);
    }

    int exitCode() {
        return exitCode;
    }
}
