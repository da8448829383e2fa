package org.recoveryreport.intake;

import java.io.Serializable;

/**
 * How many records of a log a reader has passed.
 *
 * @param rows those it gave to somebody
 * @param blank those with nothing but blank cells, which nobody needs
 */
public record RowCount(long rows, long blank) implements Serializable {
    static final RowCount NONE = new RowCount(0, 0);

    /** Rows and blank ones. */
    public long records() {
        return rows + blank;
    }

    /** Both counts together. */
    public RowCount plus(RowCount other) {
        return new RowCount(rows + other.rows, blank + other.blank);
    }
}
