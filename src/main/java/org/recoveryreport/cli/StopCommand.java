package org.recoveryreport.cli;

import java.util.Objects;
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
        description = "Asks a run in another process to stop at its next checkpoint; restart goes on with it.")
final class StopCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "EXECUTION", description = "Its id, from the command executions.")
    private long execution;

    @Mixin
    private OutputOption output = new OutputOption();

    @Override
    public Integer call() {
        OutputFolder folder = OutputFolder.withRuns(output);
        if (!folder.isHeld()) {
            throw new CommandFailure(ExitCode.REFUSED, "No run is going on in " + folder.path() + ".");
        }
        folder.stopRequest(execution).make();
        Objects.requireNonNull(spec)
                .commandLine()
                .getErr()
                .println("Run " + execution + " has been asked to stop at its next checkpoint.");
        return ExitCode.DONE;
    }
}
