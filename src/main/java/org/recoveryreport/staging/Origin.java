package org.recoveryreport.staging;

/**
 * Where rows of one episode stand.
 *
 * @param source name of the file
 * @param firstLine line of the first row, starting with 1
 * @param rows how many rows
 * @param steps by how many lines each row but the first stands after the one before; blank where always by one
 */
public record Origin(String source, long firstLine, int rows, String steps) {
    /** A single row. */
    public static Origin ofRow(String source, long line) {
        return new Origin(source, line, 1, "");
    }
}
