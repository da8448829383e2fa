package org.recoveryreport.domain.disclosure;

import java.io.Serializable;

/**
 * Where a count stands in what is published.
 *
 * @param table name of the table
 * @param row names the row within it
 * @param column name of the column
 */
public record Cell(String table, String row, String column) implements Serializable {
    @Override
    public String toString() {
        return table + ", " + row + ", " + column;
    }
}
