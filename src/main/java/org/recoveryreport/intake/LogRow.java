package org.recoveryreport.intake;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.TimeScale;

/** A row of a log, good or damaged, and where it stands. */
final class LogRow {
    private final long offset;
    private final long line;
    private final @Nullable RejectionReason damage;
    private final @Nullable RowFields fields;
    /** Which of the fields is the pseudonym of the episode; {@link LogColumns#ABSENT} = none can be trusted to be it. */
    private final int episodeField;

    private @Nullable String episodeId;

    private LogRow(
            long offset, long line, @Nullable RejectionReason damage, @Nullable RowFields fields, int episodeField) {
        this.offset = offset;
        this.line = line;
        this.damage = damage;
        this.fields = fields;
        this.episodeField = episodeField;
    }

    /** The record that a framer stands at. */
    static LogRow of(RecordFramer record, LogColumns columns) {
        RejectionReason damage = record.damage();
        if (damage != null) {
            LogRow damaged = new LogRow(record.offset(), record.line(), damage, null, LogColumns.ABSENT);
            damaged.episodeId = record.damagedId();
            return damaged;
        }
        RowFields fields = record.fields(columns.width());
        int position = columns.position(LogColumn.EPISODE_ID);
        boolean complete = fields.size() == columns.width();
        // a field may be missing, or too many, before any column but the first
        boolean named = (complete || position == 0) && !fields.isBlank(position);
        if (!named && fields.areAllBlank()) {
            damage = RejectionReason.BLANK_ROW;
        } else if (!complete) {
            damage = RejectionReason.WRONG_NUMBER_OF_FIELDS;
        }
        return new LogRow(record.offset(), record.line(), damage, fields, named ? position : LogColumns.ABSENT);
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
        if (episodeId == null && episodeField != LogColumns.ABSENT) {
            episodeId = Objects.requireNonNull(fields).text(episodeField);
        }
        return episodeId;
    }

    /** Whether the pseudonym of its episode can be read. */
    boolean hasEpisode() {
        return episodeId != null || episodeField != LogColumns.ABSENT;
    }

    /** Whether this row, whose episode can be read, is of the episode of another row. */
    boolean isOfEpisode(LogRow other) {
        return (episodeField != LogColumns.ABSENT && episodeField == other.episodeField)
                ? Objects.requireNonNull(fields).isSame(episodeField, Objects.requireNonNull(other.fields))
                : Objects.equals(episodeId(), other.episodeId());
    }

    /** Why its fields cannot be trusted; null = they can. */
    @Nullable
    RejectionReason damage() {
        return damage;
    }

    /** Whether none of its fields says anything, so that no episode has lost a row in it. */
    boolean isBlank() {
        return damage == RejectionReason.BLANK_ROW;
    }

    /** Whether this row, whose episode cannot be read, may belong to the episode of another row. */
    boolean mayBelongWith(LogRow other, LogColumns columns) {
        if (isBlank() || other.isBlank()) {
            return isBlank() && other.isBlank();
        }
        return damage != null
                || other.damage != null
                || (agrees(other, columns, LogColumn.PATIENT_ID) && agrees(other, columns, LogColumn.ONSET));
    }

    private boolean agrees(LogRow other, LogColumns columns, LogColumn column) {
        return isBlank(columns, column) || other.isBlank(columns, column) || isSame(other, columns, column);
    }

    /** Whether a cell of a row without damage is blank; where the log has no such column it is. */
    boolean isBlank(LogColumns columns, LogColumn column) {
        int position = columns.position(column);
        return position == LogColumns.ABSENT || sound().isBlank(position);
    }

    /** Whether a cell of a row without damage says the same as that of another. */
    boolean isSame(LogRow other, LogColumns columns, LogColumn column) {
        return sound().isSame(columns.position(column), other.sound());
    }

    /** The trimmed cell of a row without damage, of a column that the log has. */
    String cell(LogColumns columns, LogColumn column) {
        return sound().text(columns.position(column));
    }

    /** The same as a text that may have been seen before. */
    KnownTexts.Text text(LogColumns columns, LogColumn column, KnownTexts known) {
        RowFields sound = sound();
        int position = columns.position(column);
        return known.text(sound.bytes(), sound.from(position), sound.to(position));
    }

    /** The same as a day, or what is wrong with it: see {@link Day}. */
    long day(LogColumns columns, LogColumn column, TimeScale scale) {
        RowFields sound = sound();
        int position = columns.position(column);
        return Day.read(sound.bytes(), sound.from(position), sound.to(position), scale);
    }

    /** The same as a whole number, or what is wrong with it: see {@link Day#wholeNumber}. */
    long wholeNumber(LogColumns columns, LogColumn column) {
        RowFields sound = sound();
        int position = columns.position(column);
        return Day.wholeNumber(sound.bytes(), sound.from(position), sound.to(position));
    }

    private RowFields sound() {
        return Objects.requireNonNull(fields);
    }
}
