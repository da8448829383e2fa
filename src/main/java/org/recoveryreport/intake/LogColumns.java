package org.recoveryreport.intake;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the columns of one log stand.
 *
 * @param width fields of a row, at least 1
 * @param positions by {@link LogColumn#ordinal()}: the position of the column, from 0; {@link #ABSENT} = the log has no
 *     such column
 */
public record LogColumns(int width, List<Integer> positions) {
    /** The position of a column that a log does not have. */
    public static final int ABSENT = -1;

    public LogColumns {
        positions = List.copyOf(positions);
        if (positions.size() != LogColumn.values().length) {
            throw new IllegalArgumentException(positions.size() + " positions");
        }
        for (int position : positions) {
            if (position < ABSENT || position >= width) {
                throw new IllegalArgumentException("position " + position + " of " + width + " fields");
            }
        }
    }

    /** Columns by their names in the header, already trimmed and in lower case. */
    static LogColumns of(List<String> header) {
        List<Integer> positions = new ArrayList<>();
        for (LogColumn column : LogColumn.values()) {
            positions.add(header.indexOf(column.label()));
        }
        return new LogColumns(header.size(), positions);
    }

    /** The position of a column, from 0, or {@link #ABSENT}. */
    @SuppressWarnings("EnumOrdinal") // asked for every cell of a log
    public int position(LogColumn column) {
        return positions.get(column.ordinal());
    }
}
