package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.recoveryreport.intake.LogInspector;
import org.recoveryreport.job.Parameter;
import org.recoveryreport.job.RunFolder;
import org.recoveryreport.publish.FileFingerprint;
import org.recoveryreport.publish.ReportTables;
import org.recoveryreport.publish.RunJson;
import org.recoveryreport.publish.RunRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recovery-report rerun}. */
@Command(
        name = "rerun",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Repeats a run with its parameters on its logs, and says whether every byte of the report is equal.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every byte is equal",
            "1:the reports differ, or the run failed; the output says which, and why",
            "2:refused before anything ran"
        })
final class RerunCommand implements Callable<Integer> {
    private static final String RUN_JSON = "run.json";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "RUN.json", description = "The file run.json of a report.")
    private Path runFile = Path.of(RUN_JSON);

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Where its logs are now, if not where they were: files, or folders of them.")
    private List<Path> inputs = List.of();

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws InterruptedException {
        CommandLine commandLine = spec.commandLine();
        RunRecord then = recorded();
        List<Path> logs = logs(then);
        List<String> reasons = new ArrayList<>(RunDifferences.ofInputs(
                then.inputs().stream().map(RunRecord.Input::file).toList(), fingerprints(logs)));
        reasons.forEach(commandLine.getErr()::println);
        JobFolder jobs = JobFolder.ofInstallation();
        NewRun run = NewRun.checked(logs, parameters(then), then.jobName(), jobs);
        OutputFolder folder = OutputFolder.writable(output);
        try (FolderLock hold = folder.hold();
                BatchLauncher launcher = BatchLauncher.open(hold, jobs)) {
            int ended =
                    new RunWatch(launcher, hold, commandLine, LogFormat.NONE).toEnd(run.start(launcher, folder, jobs));
            if (ended != ExitCode.DONE) {
                return ended;
            }
            RunFolder latest = folder.latest();
            reasons.addAll(RunDifferences.ofCircumstances(then, RunJson.read(latest.record())));
            List<FileFingerprint> before =
                    then.outputs().stream().map(RunRecord.Output::file).toList();
            return compared(before, made(latest.report()), reasons, commandLine.getOut());
        }
    }

    private RunRecord recorded() {
        try {
            return RunJson.read(runFile);
        } catch (IllegalArgumentException e) {
            throw refused(runFile + " is not the " + RUN_JSON + " of a report: " + e.getMessage() + ".");
        } catch (UncheckedIOException e) {
            throw refused(runFile + " cannot be read: name the " + RUN_JSON + " of a report.");
        }
    }

    private List<Path> logs(RunRecord then) {
        if (!inputs.isEmpty()) {
            return inputs;
        }
        List<Path> logs = then.inputs().stream()
                .map(input -> Path.of(input.file().path()))
                .toList();
        for (Path log : logs) {
            if (!Files.exists(log)) {
                throw refused(log + " is not there: say with --input where the logs of that run are now.");
            }
        }
        return logs;
    }

    private static List<FileFingerprint> fingerprints(List<Path> logs) {
        return new LogInspector()
                .plan(logs, 1).files().stream()
                        .map(file -> new FileFingerprint(file.source(), file.sha256(), file.bytes()))
                        .toList();
    }

    /** Those this version knows; blank ones were off. */
    private static Map<String, String> parameters(RunRecord then) {
        Map<String, String> parameters = new LinkedHashMap<>();
        then.parameters().forEach((name, value) -> {
            if (Parameter.named(name).isPresent() && !value.isBlank()) {
                parameters.put(name, value);
            }
        });
        return parameters;
    }

    private static List<FileFingerprint> made(Path report) {
        return FileFingerprint.ofFolder(report).stream()
                .filter(file -> !file.path().equals(RUN_JSON))
                .toList();
    }

    private static int compared(
            List<FileFingerprint> then, List<FileFingerprint> now, List<String> reasons, PrintWriter out) {
        List<String> differences = RunDifferences.ofOutputs(then, now);
        if (differences.isEmpty()) {
            out.println(
                    "Every byte is equal: all " + now.size() + " files of the report are as " + RUN_JSON + " says.");
            return ExitCode.DONE;
        }
        out.println("The reports differ in " + (differences.size() == 1 ? "1 file:" : differences.size() + " files:"));
        differences.forEach(difference -> out.println("  " + difference));
        if (differences.contains(ReportTables.EARLIER_COUNTS.fileName())) {
            reasons.add(
                    "last report: counts of the report were those of the one before it, which the repetition does not have.");
        }
        if (reasons.isEmpty()) {
            out.println("Inputs, version, parameters and Java are the same, and do not explain it.");
        } else {
            out.println("Possible reasons:");
            reasons.forEach(reason -> out.println("  " + reason));
        }
        return ExitCode.FAILED;
    }
}
