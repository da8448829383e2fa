package org.recoveryreport.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a part of a log, folding consecutive rows with the same episode id into one item. Not for several threads at a
 * time.
 */
public final class LogReader implements Closeable {
    /** Most rows of an episode. */
    public static final int MOST_ROWS = 10_000;

    /** Most bytes of an episode's rows. */
    static final long MOST_BYTES = 8L << 20;

    private final LogFile file;
    private final RecordFramer framer;
    private @Nullable LogRow ahead;

    // of these and the row ahead a position is made when it is asked for
    private long episodes;
    private long damagedLine;
    private boolean withinEpisode;
    private long given;

    private LogReader(LogFile file, LogRange range, LogPosition position) throws IOException {
        this.file = file;
        episodes = position.episodes();
        damagedLine = position.damagedLine();
        withinEpisode = position.withinEpisode();
        given = position.rows();
        framer = new RecordFramer(
                file.open(position.offset()), position.offset(), position.line(), range.end(), file.columns());
        ahead = readRow();
    }

    /**
     * Opens a part of a log.
     *
     * @param resumeAt where an earlier reader of the same range was; null = at its start
     */
    public static LogReader open(LogFile file, LogRange range, @Nullable LogPosition resumeAt) {
        try {
            return new LogReader(file, range, resumeAt == null ? LogPosition.startOf(range) : resumeAt);
        } catch (IOException e) {
            throw new UncheckedIOException(file.source() + " cannot be read", e);
        }
    }

    /** The next episode's rows; null = there are no more. */
    public @Nullable EpisodeRows next() {
        LogRow first = ahead;
        if (first == null) {
            return null;
        }
        String episodeId = first.episodeId();
        List<LogRow> rows = new ArrayList<>(4);
        LogRow last = first;
        boolean full = false;
        for (LogRow row = first; row != null && (row == first || belongs(row, first)); row = ahead) {
            full = rows.size() == MOST_ROWS || row.offset() - first.offset() > MOST_BYTES;
            if (full) {
                break;
            }
            rows.add(row);
            last = row;
            ahead = readRow();
        }
        given += rows.size();
        boolean continues = full && ahead != null && ahead.hasEpisode() && ahead.isOfEpisode(first);
        EpisodeRows item = new EpisodeRows(file, episodeId, rows, damagedLine, withinEpisode, continues);
        episodes += withinEpisode || last.isBlank() ? 0 : 1;
        // what a damaged row may have belonged to can stand behind blank ones
        damagedLine = last.isBlank() ? damagedLine : damagedLine(last);
        withinEpisode = continues;
        return item;
    }

    /** Where to resume after the item given last. */
    public LogPosition position() {
        return new LogPosition(
                ahead == null ? framer.nextOffset() : ahead.offset(),
                ahead == null ? framer.nextLine() : ahead.line(),
                episodes,
                damagedLine,
                withinEpisode,
                given);
    }

    /** Whether a new episode begins here for sure, whatever came before: only there may a log be cut. */
    boolean isBetweenEpisodes() {
        return ahead != null && ahead.hasEpisode() && damagedLine == 0 && !withinEpisode && episodes > 0;
    }

    @Override
    public void close() {
        try {
            framer.close();
        } catch (IOException e) {
            throw new UncheckedIOException(file.source() + " cannot be closed", e);
        }
    }

    /** A row without a readable episode goes with the episode before it, unless it is plainly of another one. */
    private boolean belongs(LogRow row, LogRow first) {
        return row.hasEpisode() ? row.isOfEpisode(first) : row.mayBelongWith(first, file.columns());
    }

    /** The line of a row that may belong to the episode after it; 0 = its episode is known, or another one. */
    private long damagedLine(LogRow last) {
        LogRow after = ahead;
        boolean doubtful =
                !last.hasEpisode() && after != null && (after.isBlank() || last.mayBelongWith(after, file.columns()));
        return doubtful ? last.line() : 0;
    }

    private @Nullable LogRow readRow() {
        try {
            return framer.next() ? LogRow.of(framer, file.columns()) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(file.source() + " cannot be read", e);
        }
    }
}
