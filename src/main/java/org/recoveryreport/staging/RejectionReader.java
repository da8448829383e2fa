package org.recoveryreport.staging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Gives every rejected row, by file and line. */
public final class RejectionReader implements AutoCloseable {
    /** Rows of episodes in two places come as one row with all their lines; lines of several files never mix. */
    private static final String QUERY =
            """
            SELECT source, line, episode_id, column_name, reason, 1 AS row_count, NULL AS uneven_lines FROM rejection
            UNION ALL
            SELECT source, first_line, episode_id, 'episode_id', NULL, row_count, uneven_lines
            FROM episode SEMI JOIN in_two_places USING (part, seq)
            ORDER BY source, line
            """;

    private final StagingDatabase database;
    private final String inTwoPlaces;
    private final Connection connection;
    private final ResultSet rows;
    private final Queue<StagedRejection> pending = new ArrayDeque<>();
    private long read;

    /**
     * Opens the reader.
     *
     * @param inTwoPlaces the reason given for the rows of an episode in two places
     * @param skip how many rows were read by the last checkpoint
     */
    public RejectionReader(StagingDatabase database, String inTwoPlaces, long skip) {
        this.database = database;
        this.inTwoPlaces = inTwoPlaces;
        this.connection = database.connect();
        try {
            this.rows = connection.createStatement().executeQuery(QUERY);
        } catch (SQLException e) {
            throw database.failed(e);
        }
        while (read < skip && read() != null) {
            // passes over what was read before
        }
    }

    /** How many rejected rows have been read: the checkpoint. */
    public long rowsRead() {
        return read;
    }

    /** The next rejected row; null at the end. */
    public @Nullable StagedRejection read() {
        try {
            if (pending.isEmpty() && rows.next()) {
                String source = rows.getString(1);
                String reason = rows.getString(5);
                Origin origin = Origin.of(source, rows.getLong(2), rows.getInt(6), rows.getString(7));
                for (long line : origin.lines()) {
                    pending.add(new StagedRejection(
                            source, line, rows.getString(3), rows.getString(4), reason == null ? inTwoPlaces : reason));
                }
            }
            StagedRejection next = pending.poll();
            if (next != null) {
                read++;
            }
            return next;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
