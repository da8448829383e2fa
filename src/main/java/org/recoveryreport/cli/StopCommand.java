package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import java.util.concurrent.Callable;
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
    private String execution = "";

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        long wanted = PastExecution.id(execution);
        OutputFolder folder = OutputFolder.withRuns(output);
        Long running = folder.isHeld() ? StatusFile.running(folder.status()) : null;
        if (running == null) {
            throw refused("No run is going on in " + folder.path() + ".");
        }
        if (running != wanted) {
            throw refused("Run " + wanted + " is not going on in " + folder.path() + ": that is run " + running + ".");
        }
        folder.stopRequest(wanted).make();
        spec.commandLine().getErr().println("Run " + wanted + " has been asked to stop at its next checkpoint.");
        return ExitCode.DONE;
    }
}
