package org.recoveryreport.staging;

import org.jspecify.annotations.Nullable;

/**
 * Rows that were rejected for one reason; as a rule a single one.
 *
 * @param origin where they stand
 * @param episodeId pseudonym of their episode; null where it could not be read
 * @param column the column at fault; blank where it is the whole row
 * @param reason name of the reason; {@value #IN_TWO_PLACES} is found out only when everything is staged, and rows that are
 *     {@value #BLANK} are of no episode
 * @param otherLine line of the row that is to blame; 0 = these rows
 */
public record RejectedRows(Origin origin, @Nullable String episodeId, String column, String reason, long otherLine) {
    /** The episode appears in two places of the log. */
    public static final String IN_TWO_PLACES = "EPISODE_IN_TWO_PLACES";

    /** Nothing stands in the row. */
    public static final String BLANK = "BLANK_ROW";
}
