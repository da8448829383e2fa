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

    private final LogColumns columns;
    private final TimeScale scale;
    private final KnownTexts texts;
    private final @Nullable Value[] values = new Value[COLUMN_COUNT];

    /**
     * A value that is given.
     *
     * @param cells the row that gave it first
     * @param text as written; null where it is a day or number
     * @param number as a day or number, where it is one
     * @param row the number of the row
     */
    private record Value(LogRow cells, @Nullable String text, long number, int row) {}

    SharedValues(LogColumns columns, TimeScale scale, KnownTexts texts) {
        this.columns = columns;
        this.scale = scale;
        this.texts = texts;
    }

    /** Takes in a row. */
    void read(int row, LogRow cells, RowProblems problems) {
        for (LogColumn column : COLUMNS) {
            if (!cells.isBlank(columns, column)) {
                Value known = value(column);
                if (known == null || !cells.isSame(known.cells, columns, column)) {
                    read(row, column, cells, known, problems);
                }
            }
        }
    }

    private void read(int row, LogColumn column, LogRow cells, @Nullable Value known, RowProblems problems) {
        switch (column) {
            case ONSET, RECOVERED, LAST_SEEN -> {
                long day = cells.day(columns, column, scale);
                RejectionReason reason = Day.isDay(day) ? null : Day.reason(day, scale);
                put(row, column, new Value(cells, null, day, row), reason, known, problems);
            }
            case SEVERITY -> {
                long number = cells.wholeNumber(columns, column);
                put(row, column, new Value(cells, null, number, row), severityProblem(number), known, problems);
            }
            case PATIENT_ID -> {
                String id = cells.cell(columns, column);
                put(row, column, new Value(cells, id, 0, row), IdentifyingText.inId(id), known, problems);
            }
            case AGE_BAND, SEX, SITE, RED_FLAGS -> {
                KnownTexts.Text text = cells.text(columns, column, texts);
                put(row, column, new Value(cells, text.value(), 0, row), text.identity(), known, problems);
            }
            case EPISODE_ID, TREATMENT, STARTED, ENDED ->
                throw new IllegalArgumentException(column.label() + " is of a row");
        }
    }

    private void put(
            int row,
            LogColumn column,
            Value value,
            @Nullable RejectionReason reason,
            @Nullable Value known,
            RowProblems problems) {
        if (reason != null) {
            problems.add(row, column, reason);
        } else if (known == null) {
            put(column, value);
        } else if (!same(column, known, value)) {
            problems.add(row, column, RejectionReason.CONFLICTING_VALUES);
        }
    }

    private static @Nullable RejectionReason severityProblem(long number) {
        return number == Day.UNREADABLE
                ? RejectionReason.UNREADABLE_SEVERITY
                : number < 0 || number > 10 ? RejectionReason.SEVERITY_OUT_OF_RANGE : null;
    }

    /** Whether two values that are not written alike are the same. */
    private static boolean same(LogColumn column, Value known, Value value) {
        return switch (column) {
            case ONSET, RECOVERED, LAST_SEEN, SEVERITY -> known.number == value.number;
            case RED_FLAGS ->
                parts(Objects.requireNonNull(known.text)).equals(parts(Objects.requireNonNull(value.text)));
            case PATIENT_ID, AGE_BAND, SEX, SITE, EPISODE_ID, TREATMENT, STARTED, ENDED -> false;
        };
    }

    /** Whether any row gave a value. */
    boolean given(LogColumn column) {
        return value(column) != null;
    }

    /** A text as written; null = blank in every row. */
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
