package org.recoveryreport.staging;

import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.practice.PracticeVerdicts;

/**
 * Writes the cases and rejections of one partition, in the order of the log. What {@link #write} was given is durable when
 * it returns; what an interrupted run wrote behind its last checkpoint is removed when it is opened again.
 */
public final class CaseWriter implements AutoCloseable {
    private static final List<String> TABLES = List.of("episode", "rejection", "unrecognised");

    private final StagingDatabase database;
    private final DuckDBConnection connection;
    private final int part;
    private long written;

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
        this.written = keep;
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute("DELETE FROM " + table + " WHERE part = " + part + " AND seq >= " + keep);
            }
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** How many items are durable: the checkpoint. */
    public long written() {
        return written;
    }

    /** Appends items; all of them or, where it throws, none. */
    public void write(List<StagedItem> items) {
        try (DuckDBAppender cases = appender("episode");
                DuckDBAppender rejections = appender("rejection");
                DuckDBAppender texts = appender("unrecognised")) {
            long seq = written;
            for (StagedItem item : items) {
                if (item instanceof StagedCase staged) {
                    append(cases, seq, staged);
                    append(texts, seq, staged.unrecognised());
                } else if (item instanceof StagedRejections rejected) {
                    append(rejections, seq, rejected);
                }
                seq++;
            }
            cases.flush();
            rejections.flush();
            texts.flush();
            connection.commit();
            written = seq;
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

    private DuckDBAppender appender(String table) throws SQLException {
        return connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, table);
    }

    private void append(DuckDBAppender row, long seq, StagedCase staged) throws SQLException {
        Episode episode = staged.episode();
        Origin origin = staged.origin();
        row.beginRow();
        row.append(part);
        row.append(seq);
        row.append(episode.key().value());
        row.append(episode.patient().value());
        row.append(episode.onset().scale().name());
        row.append(episode.onset().day());
        row.append(episode.followUp().days());
        row.append(episode.followUp().recovered());
        row.append(staged.withoutHistory().name());
        row.append(staged.fingerprint());
        row.append(staged.entries());
        row.append(staged.withoutStart());
        row.append(episode.startedAfterEnd());
        row.append(staged.unrecognised().size());
        row.append(origin.source());
        row.append(origin.firstLine());
        row.append(origin.rows());
        row.append(origin.steps());
        row.append(staged.practice().text());
        YearMonth month = episode.onset().month();
        row.append(month == null ? null : month.toString());
        row.append(staged.stratum());
        row.append(staged.exposure().text());
        row.append(staged.exposure().everUsed());
        for (int day : database.landmarks()) {
            row.append(staged.exposure().begunBy(day));
            PracticeVerdicts known = staged.practiceAtLandmark().get(day);
            row.append(known == null ? null : known.text());
        }
        row.endRow();
    }

    private void append(DuckDBAppender row, long seq, List<String> unrecognised) throws SQLException {
        for (String text : unrecognised) {
            row.beginRow();
            row.append(part);
            row.append(seq);
            row.append(text);
            row.endRow();
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
