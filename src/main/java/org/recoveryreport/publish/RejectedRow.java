package org.recoveryreport.publish;

import org.jspecify.annotations.Nullable;

/**
 * A row of {@code private/rejected.csv}. Never quotes free text: it may identify someone.
 *
 * @param source the input file
 * @param line in the file, starting with 1
 * @param episodeId null where it could not be read
 * @param column null where the whole row is meant
 * @param reason in words for people
 */
public record RejectedRow(
        String source,
        long line,
        @Nullable String episodeId,
        @Nullable String column,
        String reason) {}
