package org.recoveryreport.cli;

/** What the application's exit codes say. */
final class ExitCode {
    /** It is done. */
    static final int DONE = 0;
    /** The job failed, or was stopped, and can be restarted. */
    static final int FAILED = 1;
    /** Wrong use, or an input that was refused before anything ran. */
    static final int REFUSED = 2;
    /** Too many rejected rows: nothing was published. */
    static final int TOO_MANY_REJECTED = 3;
    /** Another run holds the output folder. */
    static final int HELD = 4;

    private ExitCode() {}
}
