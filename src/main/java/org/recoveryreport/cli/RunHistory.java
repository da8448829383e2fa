package org.recoveryreport.cli;

import jakarta.batch.runtime.BatchStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.RunOutcome;
import org.recoveryreport.publish.page.IndexPage;
import org.recoveryreport.publish.page.RunEntry;
import org.recoveryreport.publish.page.RunEntry.Status;

/**
 * The runs of an output folder, newest first.
 *
 * @param folder the output folder
 * @param runs its runs
 */
record RunHistory(OutputFolder folder, List<Entry> runs) {
    /**
     * A run, or its restart.
     *
     * @param outcome empty where it did not come to its end
     * @param duration null = not ended
     */
    record Entry(
            long id,
            String job,
            Status status,
            Instant start,
            @Nullable Duration duration,
            Optional<RunOutcome> outcome) {}

    /**
     * The history as it stands.
     *
     * @param alive whether the newest run is going on
     */
    static RunHistory of(OutputFolder folder, BatchLauncher launcher, boolean alive) {
        List<PastExecution> executions = launcher.executions();
        return new RunHistory(
                folder,
                executions.stream()
                        .map(execution -> entry(execution, alive && execution.equals(executions.get(0))))
                        .toList());
    }

    /** The page of a run's report; null where there is none. */
    @Nullable
    Path report(Entry run) {
        return run.outcome()
                .filter(RunOutcome::published)
                .map(outcome -> folder.path().resolve(outcome.folder()).resolve("report/report.html"))
                .filter(Files::exists)
                .orElse(null);
    }

    /** Writes {@code index.html}. */
    void writeIndex() {
        IndexPage.write(
                folder.path().resolve("index.html"),
                runs.stream().map(this::line).toList());
    }

    private RunEntry line(Entry run) {
        Path report = report(run);
        return new RunEntry(
                run.id(),
                run.job(),
                run.status(),
                run.start(),
                run.duration(),
                run.outcome().map(RunOutcome::rowsRead).orElse(null),
                run.outcome().map(RunOutcome::rowsRejected).orElse(null),
                run.outcome()
                        .filter(RunOutcome::published)
                        .map(RunOutcome::episodes)
                        .orElse(null),
                report == null
                        ? null
                        : folder.path().relativize(report).toString().replace('\\', '/'));
    }

    private static Entry entry(PastExecution execution, boolean running) {
        Optional<RunOutcome> outcome = RunOutcome.of(execution.exitStatus());
        return new Entry(
                execution.id(),
                execution.job(),
                status(execution.status(), outcome, running),
                execution.began(),
                execution.ended() == null ? null : Duration.between(execution.began(), execution.ended()),
                outcome);
    }

    private static Status status(BatchStatus status, Optional<RunOutcome> outcome, boolean running) {
        if (running) {
            return Status.RUNNING;
        }
        if (outcome.isPresent()) {
            return outcome.get().published() ? Status.DONE : Status.REFUSED;
        }
        return switch (status) {
            case STARTING, STARTED, STOPPING, STOPPED -> Status.CUT_OFF;
            case FAILED, COMPLETED, ABANDONED -> Status.FAILED;
        };
    }
}
