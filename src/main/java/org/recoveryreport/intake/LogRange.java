package org.recoveryreport.intake;

/**
 * A part of a log that begins and ends between two episodes.
 *
 * @param file position of the log in {@link InputPlan#files()}
 * @param start offset of its first byte
 * @param end offset after its last byte
 * @param firstLine line number at {@code start}
 */
public record LogRange(int file, long start, long end, long firstLine) {
    public LogRange {
        if (file < 0 || start < 0 || end < start || firstLine < 1) {
            throw new IllegalArgumentException(
                    "bytes " + start + " to " + end + " of file " + file + " from line " + firstLine);
        }
    }
}
