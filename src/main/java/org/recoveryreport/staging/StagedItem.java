package org.recoveryreport.staging;

/** What an episode of the log becomes: a case, or rejections. */
public sealed interface StagedItem permits StagedCase, StagedRejections {
    /** Rows of the log it was. */
    int rows();
}
