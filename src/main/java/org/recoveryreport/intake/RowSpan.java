package org.recoveryreport.intake;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of an episode in its log.
 *
 * @param source the log, as the user named it
 * @param firstLine line number of the first row, at least 1
 * @param rows how many rows, at least 1
 * @param steps blank where every row stands on the line after the one before; otherwise, with a blank between them, by how
 *     many lines each row but the first stands after the one before
 */
public record RowSpan(String source, long firstLine, int rows, String steps) implements Serializable {
    public RowSpan {
        if (firstLine < 1 || rows < 1) {
            throw new IllegalArgumentException(rows + " rows from line " + firstLine);
        }
    }

    /** The line numbers of all rows, ascending. */
    public List<Long> lines() {
        String[] distances = steps.isEmpty() ? new String[0] : steps.split(" ", -1);
        List<Long> lines = new ArrayList<>(rows);
        long line = firstLine;
        lines.add(line);
        for (int row = 1; row < rows; row++) {
            line += distances.length == 0 ? 1 : Long.parseLong(distances[row - 1]);
            lines.add(line);
        }
        return lines;
    }

    /** One rejection for each row, all for the same reason. */
    public List<Rejection> rejected(String episodeId, LogColumn column, RejectionReason reason) {
        return lines().stream()
                .map(line -> new Rejection(source, line, episodeId, column.label(), reason, 0))
                .toList();
    }
}
