package org.recoveryreport.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.TimeScale;

/** The values that all rows of an episode share; a row may leave them blank. */
final class SharedValues {
    private static final LogColumn[] COLUMNS = {
        LogColumn.PATIENT_ID,
        LogColumn.ONSET,
        LogColumn.RECOVERED,
        LogColumn.LAST_SEEN,
        LogColumn.AGE_BAND,
        LogColumn.SEX,
        LogColumn.SEVERITY,
        LogColumn.SITE,
        LogColumn.RED_FLAGS
    };
    private static final int COLUMN_COUNT = LogColumn.values().length;

    private final TimeScale scale;
    private final @Nullable Value[] values = new Value[COLUMN_COUNT];

    /**
     * A value that is given.
     *
     * @param text as written
     * @param number as a day or number, where it is one
     * @param row the row that gave it first
     */
    private record Value(String text, long number, int row) {}

    SharedValues(TimeScale scale) {
        this.scale = scale;
    }

    /** Takes in a row. */
    void read(int row, LogRow cells, LogColumns columns, RowProblems problems) {
        for (LogColumn column : COLUMNS) {
            String cell = cells.cell(columns, column);
            if (!cell.isEmpty()) {
                Value known = value(column);
                if (known == null || !known.text.equals(cell)) {
                    read(row, column, cell, known, problems);
                }
            }
        }
    }

    private void read(int row, LogColumn column, String cell, @Nullable Value known, RowProblems problems) {
        long number = number(column, cell);
        RejectionReason reason = problem(column, cell, number);
        if (reason != null) {
            problems.add(row, column, reason);
        } else if (known == null) {
            put(column, new Value(cell, number, row));
        } else if (!same(column, known, cell, number)) {
            problems.add(row, column, RejectionReason.CONFLICTING_VALUES);
        }
    }

    private static boolean same(LogColumn column, Value known, String cell, long number) {
        return switch (column) {
            case ONSET, RECOVERED, LAST_SEEN, SEVERITY -> known.number == number;
            case RED_FLAGS -> parts(known.text).equals(parts(cell));
            case PATIENT_ID, AGE_BAND, SEX, SITE, EPISODE_ID, TREATMENT, STARTED, ENDED -> false;
        };
    }

    private long number(LogColumn column, String cell) {
        return switch (column) {
            case ONSET, RECOVERED, LAST_SEEN -> Day.read(cell, scale);
            case SEVERITY -> Day.wholeNumber(cell);
            case PATIENT_ID, AGE_BAND, SEX, SITE, RED_FLAGS, EPISODE_ID, TREATMENT, STARTED, ENDED -> 0;
        };
    }

    private @Nullable RejectionReason problem(LogColumn column, String cell, long number) {
        return switch (column) {
            case ONSET, RECOVERED, LAST_SEEN -> Day.isDay(number) ? null : Day.reason(number, scale);
            case SEVERITY ->
                number == Day.UNREADABLE
                        ? RejectionReason.UNREADABLE_SEVERITY
                        : number < 0 || number > 10 ? RejectionReason.SEVERITY_OUT_OF_RANGE : null;
            case PATIENT_ID -> IdentifyingText.inId(cell);
            case AGE_BAND, SEX, SITE, RED_FLAGS -> IdentifyingText.inText(cell);
            case EPISODE_ID, TREATMENT, STARTED, ENDED -> null;
        };
    }

    /** Whether any row gave a value. */
    boolean given(LogColumn column) {
        return value(column) != null;
    }

    /** The value as written; null = blank in every row. */
    @Nullable
    String text(LogColumn column) {
        Value value = value(column);
        return value == null ? null : value.text;
    }

    /** A value that is given, as a day or number. */
    long number(LogColumn column) {
        return givenValue(column).number;
    }

    /** Blames the row that gave a value. */
    void blame(LogColumn column, RejectionReason reason, RowProblems problems) {
        problems.add(givenValue(column).row, column, reason);
    }

    private Value givenValue(LogColumn column) {
        return Objects.requireNonNull(value(column));
    }

    @SuppressWarnings("EnumOrdinal") // asked for every cell of a log
    private @Nullable Value value(LogColumn column) {
        return values[column.ordinal()];
    }

    @SuppressWarnings("EnumOrdinal")
    private void put(LogColumn column, Value value) {
        values[column.ordinal()] = value;
    }

    /** What stands between the semicolons, without blanks. */
    static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .map(Cells::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
