package org.recoveryreport.staging;

import org.jspecify.annotations.Nullable;

/**
 * A rejected row.
 *
 * @param source name of its file
 * @param line its first line in the file, starting with 1
 * @param episodeId pseudonym of its episode; null where it could not be read
 * @param column the column at fault; blank where it is the whole row
 * @param reason what is wrong, in words for people and without anything from the row
 */
public record StagedRejection(
        String source, long line, @Nullable String episodeId, String column, String reason) {}
