package org.recoveryreport.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Consecutive rows of a log that belong to one episode: an item of a {@link LogReader}, still to be validated.
 *
 * <p>A row whose episode cannot be read counts with the episode before it, and may just as well be a row of the one
 * after it ({@link #damagedLine()}); both are rejected rather than shown without a treatment they had. Only a row that names
 * another patient or another onset than a neighbour leaves that one alone.
 */
public final class EpisodeRows {
    private final LogFile file;
    private final @Nullable String episodeId;
    private final List<LogRow> rows;
    private final long damagedLine;
    private final boolean continued;
    private final boolean continues;

    EpisodeRows(
            LogFile file,
            @Nullable String episodeId,
            List<LogRow> rows,
            long damagedLine,
            boolean continued,
            boolean continues) {
        this.file = file;
        this.episodeId = episodeId;
        this.rows = rows;
        this.damagedLine = damagedLine;
        this.continued = continued;
        this.continues = continues;
    }

    /** The log they are from. */
    public LogFile file() {
        return file;
    }

    /** How many rows, at least 1. */
    public int size() {
        return rows.size();
    }

    /** Whether they go on with the episode of the item before. */
    public boolean continued() {
        return continued;
    }

    /** Whether the next item goes on with the same episode, which is too large to be given at once. */
    public boolean continues() {
        return continues;
    }

    /** Pseudonym of the episode; null = it cannot be read. */
    public @Nullable String episodeId() {
        return episodeId;
    }

    List<LogRow> rows() {
        return rows;
    }

    /** The line of a row just before the first one that may belong to this episode; 0 = there is none. */
    long damagedLine() {
        return damagedLine;
    }
}
