package org.recoveryreport.cli;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.inject.spi.CDI;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.job.JobSettings;
import org.recoveryreport.job.Run;
import org.recoveryreport.job.RunOutcome;
import org.recoveryreport.job.RunProgress;
import org.recoveryreport.job.StepReport;
import picocli.CommandLine;

/** Watches a run to its end and says how it ended. */
final class RunWatch {
    private static final long POLL_MILLIS = 200;

    private final BatchLauncher launcher;
    private final FolderLock hold;
    private final OutputFolder folder;
    private final PrintWriter out;
    private final PrintWriter err;
    private final LogFormat format;

    RunWatch(BatchLauncher launcher, FolderLock hold, CommandLine commandLine, LogFormat format) {
        this.launcher = launcher;
        this.hold = hold;
        this.folder = hold.folder();
        this.out = commandLine.getOut();
        this.err = commandLine.getErr();
        this.format = format;
    }

    /** Waits for the end of an execution, and returns the exit code. */
    int toEnd(long execution) throws InterruptedException {
        RunLog log = new RunLog(err, format, execution);
        StatusFile status = new StatusFile(
                folder.status(), execution, launcher.execution(execution).getJobName());
        Path work = Path.of(launcher.parameters(execution).getProperty("work", ""));
        StopRequest stopRequest = folder.stopRequest(execution);
        RunHistory.of(folder, launcher, true).writeIndex();
        StopOnTermination termination = StopOnTermination.of(launcher, execution);
        try {
            int exitCode = ExitCode.FAILED;
            try {
                follow(execution, stopRequest, log, status);
                exitCode = end(execution, work, log);
            } catch (UncheckedIOException | BatchRuntimeException e) {
                // the run can neither be followed nor resumed as long as the trouble lasts
                log.say("Run " + execution + " is cut off: " + Failures.sentence(e) + " " + howToResume());
            }
            leave(execution, exitCode, work, status, log);
            return exitCode;
        } finally {
            termination.close();
        }
    }

    private void follow(long execution, StopRequest stopRequest, RunLog log, StatusFile status)
            throws InterruptedException {
        long began = System.nanoTime();
        boolean asked = false;
        boolean ended = false;
        while (!ended) {
            ended = launcher.awaitEnd(execution, POLL_MILLIS) || LostThread.why() != null;
            RunProgress progress = CDI.current().select(RunProgress.class).get();
            for (StepReport step = progress.nextEnded(); step != null; step = progress.nextEnded()) {
                log.step(step);
            }
            if (!ended) {
                Headway headway =
                        Headway.of(nameOf(launcher.lastStep(execution)), progress, (System.nanoTime() - began) / 1e9);
                log.progress(headway);
                status.running(headway);
            }
            boolean lost = !hold.isIntact();
            if (!asked && (lost || stopRequest.isMade())) {
                if (lost) {
                    log.say("The lock of the output folder in the database is lost: the run stops.");
                }
                launcher.stop(execution);
                asked = true;
            }
        }
        log.end();
    }

    /** What others look at. Where even that fails, how the run ended has been said. */
    private void leave(long execution, int exitCode, Path work, StatusFile status, RunLog log) {
        try {
            folder.stopRequest(execution).takeBack();
            RunProgress progress = CDI.current().select(RunProgress.class).get();
            boolean stopped = launcher.execution(execution).getBatchStatus() == BatchStatus.STOPPED;
            status.ended(exitCode, stopped, Headway.of(nameOf(launcher.lastStep(execution)), progress, 0));
            RunHistory history = RunHistory.of(folder, launcher, false);
            Properties parameters = launcher.parameters(execution);
            MetricsFile.write(
                    folder,
                    history.runs().get(0),
                    exitCode,
                    new SmallCells(JobSettings.of(parameters).study().minCellCount()));
            if (exitCode == ExitCode.REFUSED) {
                forget(work);
                history = RunHistory.of(folder, launcher, false);
            }
            history.writeIndex();
        } catch (UncheckedIOException | BatchRuntimeException e) {
            if (exitCode == ExitCode.DONE) {
                log.say("The report is there, but the list of runs could not be updated: " + Failures.sentence(e));
            }
        }
    }

    /** What was refused before anything ran is no run: the one before it is still the last, and can be resumed. */
    private void forget(Path work) {
        if (!Files.exists(Run.planFile(work))) {
            launcher.forget(launcher.executions().get(0));
        }
        OutputFolder.delete(work);
    }

    private int end(long execution, Path work, RunLog log) {
        JobExecution ended = launcher.execution(execution);
        Optional<RunOutcome> outcome = RunOutcome.of(ended.getExitStatus());
        if (outcome.isPresent()) {
            OutputFolder.delete(work);
            return outcome.get().published() ? published(outcome.get()) : tooManyRejected(outcome.get(), log);
        }
        if (ended.getBatchStatus() == BatchStatus.STOPPED) {
            log.say("Run " + execution + " was stopped. " + howToResume());
            return ExitCode.FAILED;
        }
        StepExecution step = launcher.lastStep(execution);
        Throwable failure = BatchLauncher.failure(step) == null ? LostThread.why() : BatchLauncher.failure(step);
        if (failure != null && Failures.exitCode(failure) == ExitCode.REFUSED) {
            log.say(Failures.sentence(failure));
            return ExitCode.REFUSED;
        }
        log.say("Run " + execution + " failed in step " + nameOf(step) + ": "
                + (failure == null ? "see the history of runs." : Failures.sentence(failure)) + " " + howToResume());
        return ExitCode.FAILED;
    }

    private int published(RunOutcome outcome) {
        out.println(rows(outcome));
        if (outcome.rowsRejected() > 0) {
            out.println("Why: " + folder.of(outcome).rejected());
        }
        if (outcome.earlierCounts() > 0) {
            out.println(String.format(
                    Locale.ROOT,
                    "%,d counts stay as an earlier report showed them: too few episodes have changed since"
                            + " (earlier-counts.csv; -P nightGuard=false for research)",
                    outcome.earlierCounts()));
        }
        out.println("Report: " + folder.latest().page());
        return ExitCode.DONE;
    }

    private int tooManyRejected(RunOutcome outcome, RunLog log) {
        out.println(rows(outcome));
        log.say("Too many rows were rejected, so nothing was published. Why: "
                + folder.of(outcome).rejected()
                + ". Correct the log, or raise maxRejectedPercent, and start a new run.");
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

    private String howToResume() {
        return "Resume with: recovery-report restart --output " + folder.path();
    }

    private static String nameOf(@Nullable StepExecution step) {
        return step == null ? "the first step" : step.getStepName();
    }
}
