package org.recoveryreport.cli;

import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.RunProgress;

/**
 * How far a run is.
 *
 * @param step the step it stands at
 * @param rows rows staged so far
 * @param rowsExpected rows of the log; null = not known yet
 * @param rowsPerSecond since the run was started or resumed
 * @param secondsLeft until all rows are staged, if it goes on like this; null = not known, or all are
 */
record Headway(
        String step,
        long rows,
        @Nullable Long rowsExpected,
        double rowsPerSecond,
        @Nullable Long secondsLeft) {
    static Headway of(String step, RunProgress progress, double seconds) {
        long rows = progress.rowsBefore() + progress.rows();
        long expected = progress.rowsExpected();
        double rate = seconds > 0 ? progress.rows() / seconds : 0;
        boolean foreseeable = expected > rows && rate > 0;
        return new Headway(
                step,
                rows,
                expected > 0 ? expected : null,
                rate,
                foreseeable ? (Long) (long) Math.ceil((expected - rows) / rate) : null);
    }
}
