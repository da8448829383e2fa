package org.recoveryreport.intake;

import java.io.Serializable;

/**
 * Where to go on after an item of a {@link LogReader}: reading from here gives exactly the items that were still to come.
 *
 * @param offset offset of the next row
 * @param line line number of the next row
 * @param episodes episodes read so far
 * @param damagedLine where the row just before could not be told to belong to an episode, its line: then it may have
 *     belonged to the next one; otherwise 0
 * @param withinEpisode whether the next row goes on with an episode that was too large to be given as one item
 * @param rows rows given so far
 */
public record LogPosition(long offset, long line, long episodes, long damagedLine, boolean withinEpisode, long rows)
        implements Serializable {
    /** The start of a range. */
    static LogPosition startOf(LogRange range) {
        return new LogPosition(range.start(), range.firstLine(), 0, 0, false, 0);
    }
}
