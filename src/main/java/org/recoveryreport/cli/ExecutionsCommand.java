package org.recoveryreport.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recovery-report executions}. */
@Command(
        name = "executions",
        mixinStandardHelpOptions = true,
        description = {"Lists the runs of an output folder, newest first.", ""})
final class ExecutionsCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        OutputFolder folder = OutputFolder.withRuns(output.folder);
        boolean running = folder.isHeld();
        Path copies = Files.createTempDirectory("recovery-report");
        Path history = running ? copied(folder.repositoryFile(), copies) : folder.repositoryFile();
        try (BatchLauncher launcher = BatchLauncher.open(history, JobFolder.ofInstallation())) {
            List<JobExecution> all = launcher.executions();
            List<Row> rows = all.stream()
                    .map(execution -> Row.of(folder, execution, running && execution.equals(all.get(0))))
                    .toList();
            if (json) {
                printJson(rows, out);
            } else {
                printTable(rows, out);
            }
        } finally {
            OutputFolder.delete(copies);
        }
        return ExitCode.DONE;
    }

    /** A running job keeps the history for itself; what it has committed can be read from a copy. */
    private static Path copied(Path history, Path folder) throws IOException {
        return Files.copy(history, folder.resolve(history.getFileName()));
    }

    private static void printTable(List<Row> rows, PrintWriter out) {
        String format = "%6s  %-20s  %-17s  %-20s  %9s  %12s  %10s  %s%n";
        out.printf(Locale.ROOT, format, "id", "job", "status", "start (UTC)", "duration", "read", "rejected", "report");
        for (Row row : rows) {
            out.printf(
                    Locale.ROOT,
                    format,
                    row.id,
                    row.job,
                    row.status,
                    row.start == null ? "" : row.start.truncatedTo(ChronoUnit.SECONDS),
                    row.duration == null ? "" : String.format(Locale.ROOT, "%.1f s", row.duration.toMillis() / 1000.0),
                    row.outcome
                            .map(o -> String.format(Locale.ROOT, "%,d", o.rowsRead()))
                            .orElse(""),
                    row.outcome
                            .map(o -> String.format(Locale.ROOT, "%,d", o.rowsRejected()))
                            .orElse(""),
                    row.report == null ? "" : row.report);
        }
    }

    private static void printJson(List<Row> rows, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (Row row : rows) {
                json.writeStartObject();
                json.writeNumberField("id", row.id);
                json.writeStringField("job", row.job);
                json.writeStringField("status", row.status);
                json.writeObjectField("start", row.start == null ? null : row.start.toString());
                json.writeObjectField(
                        "duration_seconds", row.duration == null ? null : row.duration.toMillis() / 1000.0);
                json.writeObjectField(
                        "read", row.outcome.map(RunOutcome::rowsRead).orElse(null));
                json.writeObjectField(
                        "rejected", row.outcome.map(RunOutcome::rowsRejected).orElse(null));
                json.writeObjectField("report", row.report == null ? null : row.report.toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    private record Row(
            long id,
            String job,
            String status,
            @Nullable Instant start,
            @Nullable Duration duration,
            Optional<RunOutcome> outcome,
            @Nullable Path report) {
        static Row of(OutputFolder folder, JobExecution execution, boolean running) {
            Optional<RunOutcome> outcome = RunOutcome.of(execution.getExitStatus());
            Instant start = execution.getStartTime() == null
                    ? null
                    : execution.getStartTime().toInstant();
            boolean open = execution.getEndTime() == null;
            return new Row(
                    execution.getExecutionId(),
                    execution.getJobName(),
                    status(execution, outcome, running),
                    start,
                    open || start == null
                            ? null
                            : Duration.between(start, execution.getEndTime().toInstant()),
                    outcome,
                    outcome.filter(RunOutcome::published)
                            .map(o -> folder.path().resolve(o.folder()).resolve("report/report.html"))
                            .filter(Files::exists)
                            .orElse(null));
        }

        private static String status(JobExecution execution, Optional<RunOutcome> outcome, boolean running) {
            if (outcome.isPresent() && !outcome.get().published()) {
                return "TOO-MANY-REJECTED";
            }
            BatchStatus status = execution.getBatchStatus();
            boolean alive =
                    status == BatchStatus.STARTING || status == BatchStatus.STARTED || status == BatchStatus.STOPPING;
            return alive && !running ? "CUT-OFF" : status.name();
        }
    }
}
