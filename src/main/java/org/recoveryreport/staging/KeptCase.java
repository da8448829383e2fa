package org.recoveryreport.staging;

/**
 * A case as it comes back from a {@link CaseBlock}.
 *
 * @param rows what is counted of it and the others of its block
 * @param row where it stands in them
 * @param item its number in its partition
 */
record KeptCase(
        CaseRows rows,
        int row,
        int item,
        int entries,
        int withoutStart,
        int afterEnd,
        int unrecognised,
        long fingerprint,
        Origin origin) {}
