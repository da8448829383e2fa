package org.recoveryreport.domain.disclosure;

/** How readily a count is given up to protect another: the first most readily. */
public enum Worth {
    /** Stands in no table, but can be worked out. */
    NEVER_SHOWN,
    /** Divides a row. */
    DETAIL,
    /** Makes a row, or divides an important one. */
    ROW,
    /** Makes an important row. */
    IMPORTANT_ROW,
    /** What rows add up to. */
    TOTAL,
    /** Is told elsewhere, if it is not small: to hide it would protect nothing. */
    KNOWN
}
