package org.recoveryreport.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.TimeScale;

/**
 * The values that all rows of an episode share; a row may leave them blank. One object takes in one episode after the other, so
 * that none is left behind by millions; not for several threads at a time.
 */
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
    private final KnownTexts known;

    /** By column, as everything below: the row that gave the value first; null = it is not given. */
    private final @Nullable LogRow[] givers = new LogRow[COLUMN_COUNT];

    /** The number of that row. */
    private final int[] rows = new int[COLUMN_COUNT];

    /** As written; null where it is a day or number. */
    private final @Nullable String[] texts = new String[COLUMN_COUNT];

    /** As a day or number, where it is one. */
    private final long[] numbers = new long[COLUMN_COUNT];

    /** Of the episodes of a log. */
    SharedValues(LogFile file, KnownTexts known) {
        columns = file.columns();
        scale = file.scale();
        this.known = known;
    }

    /** Forgets what the rows of the episode before gave. */
    void clear() {
        Arrays.fill(givers, null);
    }

    /** Takes in a row. */
    void read(int row, LogRow cells, RowProblems problems) {
        for (LogColumn column : COLUMNS) {
            if (!cells.isBlank(columns, column)) {
                LogRow giver = givers[position(column)];
                if (giver == null || !cells.isSame(giver, columns, column)) {
                    read(row, column, cells, problems);
                }
            }
        }
    }

    private void read(int row, LogColumn column, LogRow cells, RowProblems problems) {
        switch (column) {
            case ONSET, RECOVERED, LAST_SEEN -> {
                long day = cells.day(columns, column, scale);
                RejectionReason reason = Day.isDay(day) ? null : Day.reason(day, scale);
                put(row, column, cells, null, day, reason, problems);
            }
            case SEVERITY -> {
                long number = cells.wholeNumber(columns, column);
                put(row, column, cells, null, number, severityProblem(number), problems);
            }
            case PATIENT_ID -> {
                String id = cells.cell(columns, column);
                put(row, column, cells, id, 0, IdentifyingText.inId(id), problems);
            }
            case AGE_BAND, SEX, SITE, RED_FLAGS -> {
                KnownTexts.Text text = cells.text(columns, column, known);
                put(row, column, cells, text.value(), 0, text.identity(), problems);
            }
            case EPISODE_ID, TREATMENT, STARTED, ENDED ->
                throw new IllegalArgumentException(column.label() + " is of a row");
        }
    }

    private void put(
            int row,
            LogColumn column,
            LogRow cells,
            @Nullable String text,
            long number,
            @Nullable RejectionReason reason,
            RowProblems problems) {
        int position = position(column);
        if (reason != null) {
            problems.add(row, column, reason);
        } else if (givers[position] == null) {
            givers[position] = cells;
            rows[position] = row;
            texts[position] = text;
            numbers[position] = number;
        } else if (!isSame(column, text, number)) {
            problems.add(row, column, RejectionReason.CONFLICTING_VALUES);
        }
    }

    private static @Nullable RejectionReason severityProblem(long number) {
        return number == Day.UNREADABLE
                ? RejectionReason.UNREADABLE_SEVERITY
                : number < 0 || number > 10 ? RejectionReason.SEVERITY_OUT_OF_RANGE : null;
    }

    /** Whether a value that is not written like the one given is the same. */
    private boolean isSame(LogColumn column, @Nullable String text, long number) {
        return switch (column) {
            case ONSET, RECOVERED, LAST_SEEN, SEVERITY -> number(column) == number;
            case RED_FLAGS -> flags(Objects.requireNonNull(text(column))).equals(flags(Objects.requireNonNull(text)));
            case PATIENT_ID, AGE_BAND, SEX, SITE, EPISODE_ID, TREATMENT, STARTED, ENDED -> false;
        };
    }

    /** Whether any row gave a value. */
    boolean given(LogColumn column) {
        return givers[position(column)] != null;
    }

    /** A text as written; null = blank in every row. */
    @Nullable
    String text(LogColumn column) {
        return given(column) ? texts[position(column)] : null;
    }

    /** A value that is given, as a day or number. */
    long number(LogColumn column) {
        return numbers[givenPosition(column)];
    }

    /** Blames the row that gave a value. */
    void blame(LogColumn column, RejectionReason reason, RowProblems problems) {
        problems.add(rows[givenPosition(column)], column, reason);
    }

    /** What stands at another position is of an episode before. */
    private int givenPosition(LogColumn column) {
        if (!given(column)) {
            throw new IllegalStateException(column.label() + " is not given");
        }
        return position(column);
    }

    @SuppressWarnings("EnumOrdinal") // asked for every cell of a log
    private static int position(LogColumn column) {
        return column.ordinal();
    }

    /** The red flags of a cell, in whatever order it names them. */
    private static Set<String> flags(String cell) {
        return Set.copyOf(parts(cell));
    }

    /** What stands between the semicolons, without blanks. */
    static List<String> parts(String cell) {
        return Arrays.stream(cell.split(";", -1))
                .map(Cells::trim)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
