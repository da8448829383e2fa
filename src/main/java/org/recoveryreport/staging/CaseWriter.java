package org.recoveryreport.staging;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Writes the cases and rejections of one partition, in the order of the log. What {@link #write} was given is durable when
 * it returns; what an interrupted run wrote behind its last checkpoint is removed when it is opened again.
 */
public final class CaseWriter implements AutoCloseable {
    private final StagingDatabase database;
    private final DuckDBConnection connection;
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
        this.connection = (DuckDBConnection) database.connect();
        this.part = part;
        this.encoder = new CaseEncoder(database.landmarks().size());
        this.cases = BlockFile.append(database.caseFile(part), keep);
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM rejection WHERE part = " + part + " AND seq >= " + keep);
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** How many items are durable: the checkpoint. */
    public long written() {
        return cases.items();
    }

    /** Appends items; where it throws, some may be there, but {@link #written} does not count them. */
    public void write(List<StagedItem> items) {
        if (items.stream().anyMatch(StagedRejections.class::isInstance)) {
            writeRejections(items);
        }
        encoder.append(items, cases);
    }

    private void writeRejections(List<StagedItem> items) {
        try (DuckDBAppender rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "rejection")) {
            long seq = written();
            for (StagedItem item : items) {
                if (item instanceof StagedRejections rejected) {
                    append(rows, seq, rejected);
                }
                seq++;
            }
            rows.flush();
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    @Override
    public void close() {
        try (cases) {
            connection.close();
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
