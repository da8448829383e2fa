package org.recoveryreport.cli;

import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code recovery-report restart}. */
@Command(
        name = "restart",
        mixinStandardHelpOptions = true,
        description = "Resumes a run that failed, was stopped or was cut off.")
final class RestartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "EXECUTION",
            description = "Its id, from the command executions (default: the last run).")
    private @Nullable String execution;

    @Mixin
    private OutputOption output = new OutputOption();

    @Mixin
    private LogOption log = new LogOption();

    @Override
    public Integer call() throws InterruptedException {
        Long wanted = execution == null ? null : Long.valueOf(PastExecution.id(execution));
        OutputFolder folder = OutputFolder.toRestartIn(output);
        JobFolder jobs = JobFolder.ofInstallation();
        try (FolderLock hold = folder.hold();
                BatchLauncher launcher = BatchLauncher.open(hold, jobs)) {
            RunWatch watch = new RunWatch(launcher, hold, spec.commandLine(), log.format);
            long unfinished = new Unfinished(launcher, jobs, folder.path()).choose(wanted);
            return watch.toEnd(launcher.restart(unfinished, new Properties()));
        }
    }
}
