package org.recoveryreport.cli;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.RunOutcome;

/** Finds the run to go on with. The caller holds the output folder, so no run is alive. */
final class Unfinished {
    private Unfinished() {}

    /** The last run if it did not come to its end, and can; otherwise null. */
    static @Nullable Long last(BatchLauncher launcher) {
        List<JobExecution> all = launcher.executions();
        return !all.isEmpty() && whyNot(launcher, all.get(0)) == null
                ? all.get(0).getExecutionId()
                : null;
    }

    /** The run to go on with, or a sentence why there is none. */
    static long choose(BatchLauncher launcher, @Nullable Long wanted) {
        List<JobExecution> all = launcher.executions();
        JobExecution chosen = all.stream()
                .filter(execution -> wanted == null || execution.getExecutionId() == wanted)
                .findFirst()
                .orElseThrow(() ->
                        new CommandFailure(ExitCode.REFUSED, "There is no such run: see the command executions."));
        String whyNot = whyNot(launcher, chosen);
        if (whyNot != null) {
            throw new CommandFailure(ExitCode.REFUSED, whyNot);
        }
        return chosen.getExecutionId();
    }

    private static @Nullable String whyNot(BatchLauncher launcher, JobExecution execution) {
        long id = execution.getExecutionId();
        if (RunOutcome.of(execution.getExitStatus())
                .filter(outcome -> !outcome.published())
                .isPresent()) {
            return "Run " + id
                    + " rejected too many rows: mend the log, or raise maxRejectedPercent, and start a new run.";
        }
        if (execution.getBatchStatus() == BatchStatus.COMPLETED) {
            return "Run " + id + " is complete: there is nothing to do.";
        }
        String work = launcher.parameters(id).getProperty("work", "");
        if (!Files.isDirectory(Path.of(work))) {
            return "Run " + id + " left nothing to go on with: start a new run.";
        }
        return null;
    }
}
