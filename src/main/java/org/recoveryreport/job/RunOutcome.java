package org.recoveryreport.job;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a run that came to its end turned out: the job's exit status, which the history keeps.
 *
 * @param published whether there is a report
 * @param rowsRead rows of the log
 * @param rowsRejected rows that were rejected
 * @param episodes accepted episodes
 * @param earlierCounts counts that are as an earlier report showed them
 * @param folder name of the run's folder
 */
public record RunOutcome(
        boolean published, long rowsRead, long rowsRejected, long episodes, int earlierCounts, String folder) {
    private static final Pattern STATUS = Pattern.compile(
            "(PUBLISHED|TOO-MANY-REJECTED) read=(\\d+) rejected=(\\d+) episodes=(\\d+)(?: earlier=(\\d+))? folder=(\\S+)");

    /** The exit status. */
    public String exitStatus() {
        return (published ? "PUBLISHED" : "TOO-MANY-REJECTED") + " read=" + rowsRead + " rejected=" + rowsRejected
                + " episodes=" + episodes + " earlier=" + earlierCounts + " folder=" + folder;
    }

    /** Reads an exit status; empty where it is no outcome. */
    public static Optional<RunOutcome> of(@Nullable String exitStatus) {
        Matcher matcher = STATUS.matcher(exitStatus == null ? "" : exitStatus);
        return matcher.matches()
                ? Optional.of(new RunOutcome(
                        matcher.group(1).equals("PUBLISHED"),
                        Long.parseLong(matcher.group(2)),
                        Long.parseLong(matcher.group(3)),
                        Long.parseLong(matcher.group(4)),
                        matcher.group(5) == null ? 0 : Integer.parseInt(matcher.group(5)),
                        matcher.group(6)))
                : Optional.empty();
    }
}
