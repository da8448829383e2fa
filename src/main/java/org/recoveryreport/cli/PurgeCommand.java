package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.RunOutcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recovery-report purge}. */
@Command(
        name = "purge",
        mixinStandardHelpOptions = true,
        description = "Removes old runs and their history, never the last good report.")
final class PurgeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--older-than",
            required = true,
            paramLabel = "DAYS",
            description = "Runs that began more than so many days ago are removed.")
    private int days;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        if (days < 0) {
            throw refused("--older-than takes a number of days, at least 0.");
        }
        OutputFolder folder = OutputFolder.withRuns(output);
        Instant before = Clock.systemUTC().instant().minus(Duration.ofDays(days));
        int removed = 0;
        try (FolderLock hold = folder.hold();
                BatchLauncher launcher = BatchLauncher.open(hold, JobFolder.ofInstallation())) {
            Path latest = folder.latest().path();
            Path kept = Files.exists(latest) ? latest.toRealPath() : latest;
            for (List<PastExecution> run : launcher.runs()) {
                if (run.stream().allMatch(execution -> beganBefore(execution, before))
                        && run.stream().noneMatch(execution -> kept.equals(placeOf(folder, execution)))) {
                    run.forEach(execution -> deleteFiles(folder, launcher, execution));
                    launcher.forget(run.get(0));
                    removed++;
                }
            }
        }
        spec.commandLine().getErr().println("Runs removed: " + removed + ".");
        return ExitCode.DONE;
    }

    private static void deleteFiles(OutputFolder folder, BatchLauncher launcher, PastExecution execution) {
        Path place = placeOf(folder, execution);
        if (place != null) {
            OutputFolder.delete(place);
        }
        String work = launcher.parameters(execution.id()).getProperty("work", "");
        if (!work.isEmpty()) {
            OutputFolder.delete(Path.of(work));
        }
    }

    private static boolean beganBefore(PastExecution execution, Instant time) {
        return execution.began().isBefore(time);
    }

    private static @Nullable Path placeOf(OutputFolder folder, PastExecution execution) {
        return RunOutcome.of(execution.exitStatus())
                .map(outcome -> folder.of(outcome).path())
                .orElse(null);
    }
}
