package org.recoveryreport.intake;

import java.util.Arrays;
import java.util.List;

/** Where the columns of one log stand. Immutable. */
public final class LogColumns {
    /** The position of a column that a log does not have. */
    public static final int ABSENT = -1;

    private final int width;
    /** By {@link LogColumn#ordinal()}; an array, as it is asked for every cell of a log. */
    private final int[] positions;

    /**
     * The columns at given positions.
     *
     * @param width fields of a row, at least 1
     * @param positions for each {@link LogColumn}, in their order, its position from 0, or {@link #ABSENT}
     */
    LogColumns(int width, List<Integer> positions) {
        this.width = width;
        this.positions = positions.stream().mapToInt(Integer::intValue).toArray();
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
        return new LogColumns(
                header.size(),
                Arrays.stream(LogColumn.values())
                        .map(column -> header.indexOf(column.label()))
                        .toList());
    }

    /** Fields of a row. */
    public int width() {
        return width;
    }

    /** The position of a column, from 0, or {@link #ABSENT}. */
    @SuppressWarnings("EnumOrdinal")
    public int position(LogColumn column) {
        return positions[column.ordinal()];
    }

    /** All positions, in the order of {@link LogColumn}. */
    List<Integer> positions() {
        return Arrays.stream(positions).boxed().toList();
    }

    /** Whether a line has as many commas as a row, and a day where onset stands. */
    boolean fitRow(byte[] bytes, int from, int to) {
        int onset = position(LogColumn.ONSET);
        int field = 0;
        int fieldStart = from;
        boolean dayAtOnset = false;
        for (int i = from; i <= to; i++) {
            if (i == to || bytes[i] == ',') {
                if (field == onset) {
                    dayAtOnset = Day.isDay(bytes, fieldStart, i);
                }
                field++;
                fieldStart = i + 1;
            }
        }
        return dayAtOnset && field == width;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof LogColumns other && width == other.width && Arrays.equals(positions, other.positions);
    }

    @Override
    public int hashCode() {
        return 31 * width + Arrays.hashCode(positions);
    }

    @Override
    public String toString() {
        return "LogColumns[" + width + ", " + Arrays.toString(positions) + "]";
    }
}
