package org.recoveryreport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recovery-report stop}. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Asks a run in another process to stop at its next checkpoint; restart resumes it.")
final class StopCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "EXECUTION", description = "Its id, from the command executions.")
    private long execution;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() throws IOException {
        OutputFolder folder = OutputFolder.withRuns(output);
        Long running = folder.isHeld() ? running(folder) : null;
        if (running == null) {
            throw new CommandFailure(ExitCode.REFUSED, "No run is going on in " + folder.path() + ".");
        }
        if (running != execution) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "Run " + execution + " is not going on in " + folder.path() + ": that is run " + running + ".");
        }
        folder.stopRequest(execution).make();
        spec.commandLine().getErr().println("Run " + execution + " has been asked to stop at its next checkpoint.");
        return ExitCode.DONE;
    }

    /** The execution that is going on where the folder is held; null where it is held for something else. */
    private static @Nullable Long running(OutputFolder folder) throws IOException {
        Path copies = Files.createTempDirectory("recovery-report");
        try (BatchLauncher launcher =
                BatchLauncher.open(folder.repository().whileRunning(copies), JobFolder.ofInstallation())) {
            return launcher.executions().stream()
                    .limit(1)
                    .filter(newest -> newest.ended() == null)
                    .map(PastExecution::id)
                    .findFirst()
                    .orElse(null);
        } finally {
            OutputFolder.delete(copies);
        }
    }
}
