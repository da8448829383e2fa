package org.recoveryreport.job;

import java.nio.file.Path;

/** There is a last report, but it cannot be read to compare with. The message is for people. */
public final class LastReportUnreadable extends RuntimeException {
    LastReportUnreadable(Path report, Exception cause) {
        super(
                "The last report cannot be compared with: " + report
                        + " cannot be read. Restore it, or publish to another output folder.",
                cause);
    }
}
