package org.recoveryreport.job;

import java.time.Duration;

/**
 * How a step went.
 *
 * @param step its name
 * @param successful whether it did not fail; one that was stopped counts as successful
 * @param duration how long it took
 * @param read items it read; 0 where it has none
 * @param written items it wrote
 * @param commits checkpoints it made
 * @param rows rows of the log that it staged
 */
public record StepReport(
        String step, boolean successful, Duration duration, long read, long written, long commits, long rows) {}
