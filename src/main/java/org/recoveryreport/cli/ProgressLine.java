package org.recoveryreport.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** Shows how far a run is: one line that moves on a terminal, a line now and then elsewhere. */
final class ProgressLine {
    private static final double ELSEWHERE_SECONDS = 30;

    private final PrintWriter err;
    private final boolean terminal;
    private final long startNanos = System.nanoTime();
    private boolean shown;
    private double lastLine;

    private ProgressLine(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    static ProgressLine on(PrintWriter err) {
        return new ProgressLine(err, Boolean.getBoolean("recovery-report.terminal"));
    }

    boolean isOnTerminal() {
        return terminal;
    }

    void show(Headway headway) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        String line = String.format(
                Locale.ROOT,
                "%s: %,d%s rows, %,.0f rows/s, %s",
                headway.step(),
                headway.rows(),
                headway.rowsExpected() == null ? "" : String.format(Locale.ROOT, " of %,d", headway.rowsExpected()),
                headway.rowsPerSecond(),
                headway.secondsLeft() == null
                        ? String.format(Locale.ROOT, "%.0f s", seconds)
                        : String.format(Locale.ROOT, "%,d s left", headway.secondsLeft()));
        if (terminal) {
            err.print("\r\u001b[K" + line);
            err.flush();
            shown = true;
        } else if (seconds - lastLine >= ELSEWHERE_SECONDS) {
            lastLine = seconds;
            err.println(line);
        }
    }

    void end() {
        if (shown) {
            err.print("\r\u001b[K");
            err.flush();
            shown = false;
        }
    }
}
