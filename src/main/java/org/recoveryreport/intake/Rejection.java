package org.recoveryreport.intake;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code rejected.csv}: a row of a log that is not in the figures. There is exactly one for each such row.
 *
 * @param source the log, as the user named it
 * @param line line number on which the row begins, at least 1
 * @param episodeId pseudonym as written; null = it cannot be read
 * @param column the column in which the problem was found; blank = the row as a whole
 * @param reason what is wrong
 * @param otherLine the line of the row that is to blame; 0 = this one
 */
public record Rejection(
        String source, long line, @Nullable String episodeId, String column, RejectionReason reason, long otherLine)
        implements Serializable {
    public Rejection {
        if (line < 1 || otherLine < 0) {
            throw new IllegalArgumentException("line " + line + " because of line " + otherLine);
        }
    }

    /** The reason in words for people, with the line that is to blame where it is another one. */
    public String reasonText() {
        return otherLine == 0 ? reason.text() : reason.text() + " (line " + otherLine + ")";
    }

    /** Says where and why, not whose. */
    @Override
    public String toString() {
        return source + ":" + line + " " + column + " " + reason + (otherLine == 0 ? "" : " because of " + otherLine);
    }
}
