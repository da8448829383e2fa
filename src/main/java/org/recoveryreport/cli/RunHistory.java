package org.recoveryreport.cli;

import jakarta.batch.runtime.BatchStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.RunOutcome;
import org.recoveryreport.publish.Headline;
import org.recoveryreport.publish.RunJson;
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
    /** Of so many runs, the newest, figures are shown: reading those of thousands would take long. */
    private static final int LOOKED_INTO = 60;

    /**
     * A run, or its restart.
     *
     * @param outcome empty where it did not come to its end
     * @param duration null = not ended
     * @param inputs the file that lists what it reads; null where it need not be looked into
     */
    record Entry(
            long id,
            String job,
            Status status,
            Instant start,
            @Nullable Duration duration,
            Optional<RunOutcome> outcome,
            @Nullable Path inputs) {}

    /**
     * The history as it stands.
     *
     * @param alive whether the newest run is going on
     */
    static RunHistory of(OutputFolder folder, BatchLauncher launcher, boolean alive) {
        List<PastExecution> executions = launcher.executions();
        return new RunHistory(
                folder,
                IntStream.range(0, executions.size())
                        .mapToObj(i -> entry(executions.get(i), alive && i == 0, i < LOOKED_INTO ? launcher : null))
                        .toList());
    }

    /** The page of a run's report; null where there is none. */
    @Nullable
    Path report(Entry run) {
        return run.outcome()
                .filter(RunOutcome::published)
                .map(outcome -> folder.of(outcome).page())
                .filter(Files::exists)
                .orElse(null);
    }

    /** Writes {@code index.html}. */
    void writeIndex() {
        IndexPage.write(
                folder.path().resolve("index.html"),
                IntStream.range(0, runs.size())
                        .mapToObj(i -> line(runs.get(i), i < LOOKED_INTO))
                        .toList());
    }

    /** With what its files say, where they are to be looked into. */
    private RunEntry line(Entry run, boolean lookInto) {
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
                lookInto ? input(inputs(run), report) : null,
                report == null || !lookInto
                        ? null
                        : Headline.of(report.resolveSibling("report.json")).orElse(null),
                report == null
                        ? null
                        : folder.path().relativize(report).toString().replace('\\', '/'));
    }

    /** Names of the files that a run has read, or is to read; null where nothing says so any more. */
    private static @Nullable String input(@Nullable Path inputs, @Nullable Path report) {
        try {
            List<String> names = (report == null ? listed(inputs) : read(report))
                    .map(path -> path.substring(path.lastIndexOf('/') + 1))
                    .toList();
            return names.isEmpty()
                    ? null
                    : names.get(0) + (names.size() == 1 ? "" : " and " + (names.size() - 1) + " more");
        } catch (UncheckedIOException | IOException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The list of what a run reads, which stays with the rows it rejected where there is no report. */
    private @Nullable Path inputs(Entry run) {
        return run.outcome().map(outcome -> folder.of(outcome).inputs()).orElse(run.inputs());
    }

    private static Stream<String> read(Path report) {
        return RunJson.read(report.resolveSibling("run.json")).inputs().stream()
                .map(input -> input.file().path());
    }

    private static Stream<String> listed(@Nullable Path inputs) throws IOException {
        return inputs == null
                ? Stream.of()
                : Files.readAllLines(inputs).stream().map(path -> path.replace('\\', '/'));
    }

    private static Entry entry(PastExecution execution, boolean running, @Nullable BatchLauncher launcher) {
        Optional<RunOutcome> outcome = RunOutcome.of(execution.exitStatus());
        return new Entry(
                execution.id(),
                execution.job(),
                status(execution.status(), outcome, running),
                execution.began(),
                execution.ended() == null ? null : Duration.between(execution.began(), execution.ended()),
                outcome,
                launcher == null || outcome.isPresent()
                        ? null
                        : Path.of(launcher.parameters(execution.id()).getProperty("inputs", "")));
    }

    private static Status status(BatchStatus status, Optional<RunOutcome> outcome, boolean running) {
        if (running) {
            return Status.RUNNING;
        }
        if (outcome.isPresent()) {
            return outcome.get().published() ? Status.DONE : Status.REFUSED;
        }
        return switch (status) {
            case STARTING, STARTED, STOPPING -> Status.CUT_OFF;
            case STOPPED -> Status.STOPPED;
            case FAILED, COMPLETED, ABANDONED -> Status.FAILED;
        };
    }
}
