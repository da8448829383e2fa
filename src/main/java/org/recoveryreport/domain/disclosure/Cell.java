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
    /** The count in another column of the same row. */
    public Cell beside(String otherColumn) {
        return new Cell(table, row, otherColumn);
    }

    // asked so often that what the compiler would make of it takes too long
    @Override
    public boolean equals(Object o) {
        return o instanceof Cell other
                && column.equals(other.column)
                && row.equals(other.row)
                && table.equals(other.table);
    }

    /** Rows and columns that differ in a digit lie apart. */
    @Override
    public int hashCode() {
        int hash = (31 * table.hashCode() + row.hashCode()) * 0x9E3779B1;
        return ((hash ^ hash >>> 15) + column.hashCode()) * 0x85EBCA77;
    }

    @Override
    public String toString() {
        return table + ", " + row + ", " + column;
    }
}
