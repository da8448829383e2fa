package org.recoveryreport.cli;

import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.inject.spi.CDI;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.RunOutcome;
import org.recoveryreport.job.RunProgress;
import picocli.CommandLine;

/** Watches a run to its end and says how it ended. */
final class RunWatch {
    private static final long POLL_MILLIS = 200;

    private final BatchLauncher launcher;
    private final OutputFolder folder;
    private final PrintWriter out;
    private final PrintWriter err;

    RunWatch(BatchLauncher launcher, OutputFolder folder, CommandLine commandLine) {
        this.launcher = launcher;
        this.folder = folder;
        this.out = commandLine.getOut();
        this.err = commandLine.getErr();
    }

    /** Waits for the end of an execution, and returns the exit code. */
    int toEnd(long execution) throws InterruptedException {
        ProgressLine progress = ProgressLine.on(err);
        StopRequest stopRequest = folder.stopRequest(execution);
        boolean asked = false;
        RunHistory.of(folder, launcher, true).writeIndex();
        StopOnTermination termination = StopOnTermination.of(launcher, execution);
        try {
            while (!launcher.awaitEnd(execution, POLL_MILLIS)) {
                StepExecution step = launcher.lastStep(execution);
                RunProgress rows = CDI.current().select(RunProgress.class).get();
                progress.show(nameOf(step), rows.rows());
                if (!asked && stopRequest.isMade()) {
                    launcher.stop(execution);
                    asked = true;
                }
            }
            progress.end();
            return end(execution);
        } finally {
            termination.close();
            RunHistory.of(folder, launcher, false).writeIndex();
            stopRequest.takeBack();
        }
    }

    private int end(long execution) {
        JobExecution ended = launcher.execution(execution);
        Path work = Path.of(launcher.parameters(execution).getProperty("work", ""));
        Optional<RunOutcome> outcome = RunOutcome.of(ended.getExitStatus());
        if (outcome.isPresent()) {
            OutputFolder.delete(work);
            return outcome.get().published() ? published(outcome.get()) : tooManyRejected(outcome.get());
        }
        if (ended.getBatchStatus() == BatchStatus.STOPPED) {
            err.println("Run " + execution + " was stopped. " + howToGoOn());
            return ExitCode.FAILED;
        }
        StepExecution step = launcher.lastStep(execution);
        Exception failure = BatchLauncher.failure(step);
        if (failure != null && Failures.exitCode(failure) == ExitCode.REFUSED) {
            OutputFolder.delete(work);
            err.println(Failures.sentence(failure));
            return ExitCode.REFUSED;
        }
        err.println("Run " + execution + " failed in step " + nameOf(step) + ": "
                + (failure == null ? "see the history of runs." : Failures.sentence(failure)) + " " + howToGoOn());
        return ExitCode.FAILED;
    }

    private int published(RunOutcome outcome) {
        out.println(rows(outcome));
        if (outcome.rowsRejected() > 0) {
            out.println("Why: " + folder.path().resolve(outcome.folder()).resolve("private/rejected.csv"));
        }
        out.println("Report: " + folder.latest().resolve("report/report.html"));
        return ExitCode.DONE;
    }

    private int tooManyRejected(RunOutcome outcome) {
        out.println(rows(outcome));
        err.println("Too many rows were rejected, so nothing was published. Why: "
                + folder.path().resolve(outcome.folder()).resolve("private/rejected.csv")
                + ". Mend the log, or raise maxRejectedPercent, and start a new run.");
        return ExitCode.TOO_MANY_REJECTED;
    }

    private static String rows(RunOutcome outcome) {
        return String.format(
                Locale.ROOT,
                "%,d rows read = %,d accepted + %,d rejected",
                outcome.rowsRead(),
                outcome.rowsRead() - outcome.rowsRejected(),
                outcome.rowsRejected());
    }

    private String howToGoOn() {
        return "Go on with: recovery-report restart --output " + folder.path();
    }

    private static String nameOf(@Nullable StepExecution step) {
        return step == null ? "the first step" : step.getStepName();
    }
}
