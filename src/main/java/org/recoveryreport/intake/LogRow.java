package org.recoveryreport.intake;

import java.util.Objects;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A row of a log, good or damaged, and where it stands. */
final class LogRow {
    private final long offset;
    private final long line;
    private @Nullable String episodeId;
    private @Nullable CSVRecord fields;
    private @Nullable RejectionReason damage;

    /** A row whose fields are still to be taken apart. */
    LogRow(long offset, long line) {
        this.offset = offset;
        this.line = line;
    }

    /** A row that cannot be taken apart. */
    LogRow(long offset, long line, RejectionReason damage, @Nullable String episodeId) {
        this(offset, line);
        this.damage = damage;
        this.episodeId = episodeId;
    }

    void takenApart(CSVRecord record, LogColumns columns) {
        fields = record;
        int position = columns.position(LogColumn.EPISODE_ID);
        if (record.size() == columns.width()) {
            episodeId = Cells.notBlank(record.get(position));
        } else {
            damage = RejectionReason.WRONG_NUMBER_OF_FIELDS;
            // a field may be missing, or too many, before any column but the first
            episodeId = position == 0 ? Cells.notBlank(record.get(position)) : null;
        }
    }

    /** Offset of its first byte. */
    long offset() {
        return offset;
    }

    /** Number of its first line. */
    long line() {
        return line;
    }

    /** Pseudonym of its episode, trimmed; null = it is blank, or damaged. */
    @Nullable
    String episodeId() {
        return episodeId;
    }

    /** Why its fields cannot be trusted; null = they can. */
    @Nullable
    RejectionReason damage() {
        return damage;
    }

    /** Whether this row, whose episode cannot be read, may belong to the episode of another row. */
    boolean mayBelongWith(LogRow other, LogColumns columns) {
        return damage != null
                || other.damage != null
                || (agrees(other, columns, LogColumn.PATIENT_ID) && agrees(other, columns, LogColumn.ONSET));
    }

    private boolean agrees(LogRow other, LogColumns columns, LogColumn column) {
        String here = cell(columns, column);
        String there = other.cell(columns, column);
        return here.isEmpty() || there.isEmpty() || here.equals(there);
    }

    /** The trimmed cell of a row without damage; blank where the log has no such column. */
    String cell(LogColumns columns, LogColumn column) {
        int position = columns.position(column);
        return position == LogColumns.ABSENT
                ? ""
                : Cells.trim(Objects.requireNonNull(fields).get(position));
    }
}
