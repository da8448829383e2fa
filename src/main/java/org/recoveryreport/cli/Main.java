package org.recoveryreport.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Entry point of the application. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        LastWords lastWords = new LastWords();
        try {
            PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
            PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
            System.exit(run(args, out, err));
        } catch (Throwable failure) {
            if (LastWords.fit(failure)) {
                lastWords.say();
            }
            throw failure;
        }
    }

    /**
     * Runs a command line.
     *
     * @param out where results go
     * @param err where everything else goes
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(String[] args, PrintWriter out, PrintWriter err) {
        Locale.setDefault(Locale.ROOT);
        Logging.toStandardError();
        LostThread.watch();
        // a run that is asked to end still needs its beans until it has stopped
        System.setProperty("org.jboss.weld.se.shutdownHook", "false");
        return RecoveryReportCommand.commandLine(out, err).execute(args);
    }
}
