package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import jakarta.batch.runtime.BatchStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the history: a run that was started, or restarted.
 *
 * @param id of the execution
 * @param run what all executions of one run share
 * @param job the name of the job
 * @param began when it began
 * @param ended null = it has not ended, or was cut off
 * @param status as the history has it, whether or not its process is alive
 * @param exitStatus what the job says of itself; null = nothing
 */
record PastExecution(
        long id,
        long run,
        String job,
        Instant began,
        @Nullable Instant ended,
        BatchStatus status,
        @Nullable String exitStatus) {
    /** The id that somebody has typed. */
    static long id(String typed) {
        try {
            return Long.parseLong(typed);
        } catch (NumberFormatException e) {
            throw refused("EXECUTION is a number: see the command executions.");
        }
    }
}
