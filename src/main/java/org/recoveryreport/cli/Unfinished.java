package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import jakarta.batch.runtime.BatchStatus;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.intake.InputChanges;
import org.recoveryreport.intake.InputPlan;
import org.recoveryreport.job.Run;
import org.recoveryreport.job.RunOutcome;

/**
 * Finds the run to resume. The caller holds the output folder, so no run is alive. What was read from another log, or by
 * another version, is never mixed with what is read now.
 */
record Unfinished(BatchLauncher launcher, JobFolder jobs, Path output) {
    /** The last run if it did not come to its end and is what is asked for; otherwise null, and it is said why. */
    @Nullable
    Long toResume(NewRun asked, PrintWriter err) {
        List<PastExecution> all = launcher.executions();
        if (all.isEmpty() || whyOver(all.get(0)) != null) {
            return null;
        }
        PastExecution last = all.get(0);
        List<String> changes = changes(last);
        if (!asked.isSame(NewRun.inputsOf(work(last)), launcher.parameters(last.id()), last.job())) {
            changes.add("what is asked for");
        }
        if (changes.isEmpty()) {
            return last.id();
        }
        err.println(
                "Run " + last.id() + " did not come to its end, but " + haveChanged(changes) + ". A new run begins.");
        return null;
    }

    /** The execution to restart, or a sentence why there is none. */
    long choose(@Nullable Long wanted) {
        PastExecution chosen = latestOfItsRun(wanted);
        String whyOver = whyOver(chosen);
        if (whyOver != null) {
            throw refused(whyOver);
        }
        List<String> changes = changes(chosen);
        if (!changes.isEmpty()) {
            throw refused("Run " + chosen.id() + " cannot be resumed: " + haveChanged(changes) + ". Start a new run.");
        }
        return chosen.id();
    }

    private static String haveChanged(List<String> changes) {
        return "since it began, " + String.join(", ", changes) + (changes.size() == 1 ? " has" : " have") + " changed";
    }

    /** A run that was restarted has several executions, of which only the last can be restarted. */
    private PastExecution latestOfItsRun(@Nullable Long wanted) {
        return launcher.runs().stream()
                .filter(run -> wanted == null || run.stream().anyMatch(execution -> execution.id() == wanted))
                .map(run -> run.get(run.size() - 1))
                .max((one, other) -> Long.compare(one.id(), other.id()))
                .orElseThrow(() -> refused("There is no such run: see the command executions."));
    }

    private @Nullable String whyOver(PastExecution execution) {
        long id = execution.id();
        if (RunOutcome.of(execution.exitStatus())
                .filter(outcome -> !outcome.published())
                .isPresent()) {
            return "Run " + id
                    + " rejected too many rows: correct the log, or raise maxRejectedPercent, and start a new run.";
        }
        if (execution.status() == BatchStatus.COMPLETED) {
            return "Run " + id + " is complete: there is nothing to do.";
        }
        if (!Files.isDirectory(work(execution))) {
            return "Run " + id + " left nothing to resume: start a new run.";
        }
        return null;
    }

    private List<String> changes(PastExecution execution) {
        Path work = work(execution);
        Properties parameters = launcher.parameters(execution.id());
        List<Path> inputs = NewRun.inputsOf(work);
        List<String> changes = new ArrayList<>(
                Circumstances.read(work).changes(Circumstances.now(execution.job(), jobs, parameters, inputs)));
        Path plan = Run.planFile(work);
        if (!isHere(parameters)) {
            changes.add("the output folder");
        }
        // before there is a plan, nothing has been read; and the plan of another version cannot be read
        if (changes.isEmpty() && Files.exists(plan)) {
            changes.addAll(InputChanges.since(InputPlan.read(plan), inputs));
        }
        return changes;
    }

    /** Resumed in a copy of its output folder, a run would still write to the folder that was copied. */
    private boolean isHere(Properties parameters) {
        try {
            return Files.isSameFile(output, Path.of(parameters.getProperty("output", "")));
        } catch (IOException e) {
            return false;
        }
    }

    private Path work(PastExecution execution) {
        return Path.of(launcher.parameters(execution.id()).getProperty("work", ""));
    }
}
