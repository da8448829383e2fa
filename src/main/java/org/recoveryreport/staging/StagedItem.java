package org.recoveryreport.staging;

import org.jspecify.annotations.Nullable;

/** What an episode of the log becomes: a case, or rejections. */
public sealed interface StagedItem permits StagedCase, StagedRejections {
    /** Rows of the log it was. */
    int rows();

    /** Pseudonym of the episode; null where it could not be read. */
    @Nullable
    String episodeId();
}
