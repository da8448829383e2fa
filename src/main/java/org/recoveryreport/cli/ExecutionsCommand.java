package org.recoveryreport.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.concurrent.Callable;
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
        description = "Lists the runs of an output folder, newest first.")
final class ExecutionsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (json
                && Files.isDirectory(output.folder)
                && OutputFolder.ifWithRuns(output).isEmpty()) {
            out.println("[ ]");
            return ExitCode.DONE;
        }
        OutputFolder folder = OutputFolder.withRuns(output);
        boolean running = folder.isHeld();
        Path copies = Files.createTempDirectory("recovery-report");
        Repository repository = running ? folder.repository().whileRunning(copies) : folder.repository();
        try (BatchLauncher launcher = BatchLauncher.open(repository, JobFolder.ofInstallation())) {
            RunHistory history = RunHistory.of(folder, launcher, running);
            if (json) {
                printJson(history, out);
            } else {
                printTable(history, out);
            }
        } finally {
            OutputFolder.delete(copies);
        }
        return ExitCode.DONE;
    }

    private static void printTable(RunHistory history, PrintWriter out) {
        String format = "%6s  %-20s  %-9s  %-20s  %9s  %12s  %10s  %s%n";
        out.printf(Locale.ROOT, format, "id", "job", "status", "start (UTC)", "duration", "read", "rejected", "report");
        for (RunHistory.Entry run : history.runs()) {
            Path report = history.report(run);
            out.printf(
                    Locale.ROOT,
                    format,
                    run.id(),
                    run.job(),
                    run.status(),
                    run.start().truncatedTo(ChronoUnit.SECONDS),
                    run.duration() == null
                            ? ""
                            : String.format(
                                    Locale.ROOT, "%.1f s", run.duration().toMillis() / 1000.0),
                    run.outcome()
                            .map(o -> String.format(Locale.ROOT, "%,d", o.rowsRead()))
                            .orElse(""),
                    run.outcome()
                            .map(o -> String.format(Locale.ROOT, "%,d", o.rowsRejected()))
                            .orElse(""),
                    report == null ? "" : report);
        }
    }

    private static void printJson(RunHistory history, PrintWriter out) throws IOException {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartArray();
            for (RunHistory.Entry run : history.runs()) {
                Path report = history.report(run);
                json.writeStartObject();
                json.writeNumberField("id", run.id());
                json.writeStringField("job", run.job());
                json.writeStringField("status", run.status().name());
                json.writeStringField("start", run.start().toString());
                json.writeObjectField(
                        "duration_seconds",
                        run.duration() == null ? null : run.duration().toMillis() / 1000.0);
                json.writeObjectField(
                        "read", run.outcome().map(RunOutcome::rowsRead).orElse(null));
                json.writeObjectField(
                        "rejected", run.outcome().map(RunOutcome::rowsRejected).orElse(null));
                json.writeObjectField("report", report == null ? null : report.toString());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        out.println();
    }
}
