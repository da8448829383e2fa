package org.recoveryreport.publish.page;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.Headline;

/**
 * A run as {@code index.html} lists it. Null = not known, or hidden because the count is small.
 *
 * @param executionId of the job execution
 * @param jobName the job's id
 * @param status how it ended
 * @param started when it started
 * @param duration null = not ended
 * @param rowsRead rows of the log
 * @param rowsRejected rows of rejected episodes
 * @param episodes episodes in the figures
 * @param input names of its files and folders
 * @param headline what its report is set beside the next by
 * @param report its page, relative to the output folder, with {@code /} between folders; null = none was published
 */
public record RunEntry(
        long executionId,
        String jobName,
        Status status,
        Instant started,
        @Nullable Duration duration,
        @Nullable Long rowsRead,
        @Nullable Long rowsRejected,
        @Nullable Long episodes,
        @Nullable String input,
        @Nullable Headline headline,
        @Nullable String report) {
    /** How a run ended. */
    public enum Status {
        /** Its report is published. */
        DONE,
        /** Something went wrong; it can be restarted. */
        FAILED,
        /** It was asked to stop, and has; it can be restarted. */
        STOPPED,
        /** It was cut off; it can be restarted. */
        CUT_OFF,
        /** Too many rows were rejected, so nothing was published. */
        REFUSED,
        /** It had not ended when the page was written. */
        RUNNING
    }
}
