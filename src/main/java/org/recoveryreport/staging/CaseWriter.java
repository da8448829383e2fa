package org.recoveryreport.staging;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes the cases and rejections of one partition, in the order of the log. What {@link #write} was given is durable when
 * it returns; what an interrupted run wrote behind its last checkpoint is removed when it is opened again.
 */
public final class CaseWriter implements AutoCloseable {
    private final StagingDatabase database;
    /** Null until something has to be kept in the database. */
    private @Nullable DuckDBConnection connection;

    private final int part;
    private final BlockFile cases;
    private final CaseEncoder encoder;

    /**
     * Opens the writer.
     *
     * @param part number of the partition
     * @param keep how many items were written by the last checkpoint; 0 = none
     */
    public CaseWriter(StagingDatabase database, int part, long keep) {
        this.database = database;
        this.part = part;
        this.encoder = new CaseEncoder(database.landmarks().size());
        this.cases = BlockFile.append(database.caseFile(part), keep);
        if (!database.isEmpty()) {
            removeRejectionsFrom(keep);
        }
    }

    private void removeRejectionsFrom(long keep) {
        DuckDBConnection connected = connected();
        try (Statement statement = connected.createStatement()) {
            statement.execute("DELETE FROM rejection WHERE part = " + part + " AND seq >= " + keep);
            connected.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private DuckDBConnection connected() {
        DuckDBConnection connected = connection == null ? database.connect() : connection;
        connection = connected;
        return connected;
    }

    /** How many items are durable: the checkpoint. */
    public long written() {
        return cases.items();
    }

    /**
     * Appends items; where it throws, some may be there, but {@link #written} does not count them.
     *
     * @return how many rows of the log they were
     */
    public long write(List<? extends StagedItem> items) {
        CaseEncoder.Chunk chunk = encoder.encode(items);
        if (!chunk.rejections().isEmpty()) {
            write(chunk.rejections());
        }
        encoder.append(chunk, cases);
        return chunk.rows();
    }

    /** @param rejections by position among the items */
    private void write(SortedMap<Integer, StagedRejections> rejections) {
        DuckDBConnection connected = connected();
        try (DuckDBAppender row = connected.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "rejection")) {
            long first = written();
            for (Map.Entry<Integer, StagedRejections> rejected : rejections.entrySet()) {
                append(row, first + rejected.getKey(), rejected.getValue());
            }
            row.flush();
            connected.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() {
        try (cases) {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private void append(DuckDBAppender row, long seq, StagedRejections rejected) throws SQLException {
        for (RejectedRows rejection : rejected.rejections()) {
            row.beginRow();
            row.append(part);
            row.append(seq);
            row.append(rejection.origin().source());
            row.append(rejection.origin().firstLine());
            row.append(rejection.episodeId());
            row.append(rejection.column());
            row.append(rejection.reason());
            row.append(rejection.otherLine());
            row.endRow();
        }
    }
}
