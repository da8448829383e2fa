package org.recoveryreport.staging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Gives the rejected rows, by file and line; those of an episode in two places together. */
public final class RejectionReader implements AutoCloseable {
    private static final String QUERY = """
            SELECT source, line, 1, '', episode_id, column_name, reason, other_line FROM rejection
            UNION ALL
            SELECT source, first_line, row_count, steps, episode_id, 'episode_id', '%s', 0
            FROM in_two_places
            ORDER BY source, line
            """;

    private final StagingDatabase database;
    private final @Nullable Connection connection;
    private final @Nullable ResultSet rows;

    /** Opens the reader at the first rejected row. */
    public RejectionReader(StagingDatabase database) {
        this.database = database;
        if (database.isEmpty()) {
            connection = null;
            rows = null;
            return;
        }
        connection = database.connect();
        try {
            rows = connection.createStatement().executeQuery(String.format(QUERY, RejectedRows.IN_TWO_PLACES));
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** The next rejected rows; null at the end. */
    public @Nullable RejectedRows read() {
        try {
            return rows != null && rows.next()
                    ? new RejectedRows(
                            new Origin(rows.getString(1), rows.getLong(2), rows.getInt(3), rows.getString(4)),
                            rows.getString(5),
                            rows.getString(6),
                            rows.getString(7),
                            rows.getLong(8))
                    : null;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
