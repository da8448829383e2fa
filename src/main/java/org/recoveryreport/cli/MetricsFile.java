package org.recoveryreport.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.job.RunOutcome;
import org.recoveryreport.publish.WholeFile;

/**
 * {@code recovery-report.prom} of an output folder: the last run in OpenMetrics text, for the textfile collector of
 * node_exporter. Monitoring may be seen by many, so counts too small to be published are left out.
 */
final class MetricsFile {
    private final StringBuilder text = new StringBuilder();

    private MetricsFile() {}

    /** Replaces the file in one instant. */
    static void write(OutputFolder folder, RunHistory.Entry run, int exitCode, SmallCells cells) {
        MetricsFile metrics = new MetricsFile();
        Instant now = Clock.systemUTC().instant();
        metrics.gauge("exit_code", "Exit code of the last run.", exitCode);
        metrics.gauge("end_timestamp_seconds", "When the last run ended.", now.toEpochMilli() / 1000.0);
        metrics.gauge(
                "duration_seconds",
                "How long the last run took.",
                Duration.between(run.start(), now).toMillis() / 1000.0);
        run.outcome().ifPresent(outcome -> metrics.counts(outcome, cells));
        metrics.text.append("# EOF\n");
        WholeFile.replace(folder.metrics(), metrics.text.toString());
    }

    private void counts(RunOutcome outcome, SmallCells cells) {
        gauge("published", "Whether the last run has published a report.", outcome.published() ? 1.0 : 0.0);
        if (cells.mayShow(outcome.rowsRejected()) && cells.mayShow(outcome.episodes())) {
            gauge("rows_read", "Rows of the log.", (double) outcome.rowsRead());
            gauge("rows_rejected", "Rows that were rejected.", (double) outcome.rowsRejected());
            gauge("episodes_accepted", "Episodes in the figures.", (double) outcome.episodes());
        }
    }

    private void gauge(String name, String help, double value) {
        String full = "recovery_report_last_run_" + name;
        text.append("# HELP ").append(full).append(' ').append(help).append('\n');
        text.append("# TYPE ").append(full).append(" gauge\n");
        text.append(full)
                .append(' ')
                .append(String.format(Locale.ROOT, "%.3f", value))
                .append('\n');
    }
}
