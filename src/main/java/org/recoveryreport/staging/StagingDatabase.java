package org.recoveryreport.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.duckdb.DuckDBConnection;

/**
 * The DuckDB file of one run, and beside it files of its cases and results, which a database would take longer to append
 * and read than all the rest of a run. Every connection works on the same file and is closed by whoever opened it, at the
 * latest with its step; within one process they may be used side by side, each by one thread.
 */
public final class StagingDatabase {
    private static final String CASES = "cases-";

    private static final String SCHEMA = """
            CREATE TABLE rejection (
              part INTEGER, seq BIGINT, source VARCHAR, line BIGINT, episode_id VARCHAR, column_name VARCHAR,
              reason VARCHAR, other_line BIGINT);
            CREATE TABLE in_two_places (
              part INTEGER, seq BIGINT, episode_id VARCHAR, source VARCHAR, first_line BIGINT, row_count INTEGER,
              steps VARCHAR, entries INTEGER, without_start INTEGER, after_end INTEGER, unrecognised INTEGER,
              fingerprint BIGINT);
            """;

    private final Path file;
    private final List<Integer> landmarks;

    /**
     * Names the file.
     *
     * @param file in an existing folder
     * @param landmarks the days at which each case's treatments so far are kept
     */
    public StagingDatabase(Path file, List<Integer> landmarks) {
        this.file = file;
        this.landmarks = List.copyOf(landmarks);
    }

    /** Prepares to stage; does nothing where that was done before. The database itself is made when it first has to keep something. */
    public void create() {
        if (!Files.exists(recurrenceFile())) {
            BlockFile.append(recurrenceFile(), 0).close();
        }
    }

    /** Whether the database was never needed. Then it is not started either, which would take longer than many a log. */
    boolean isEmpty() {
        return !Files.exists(file);
    }

    List<Integer> landmarks() {
        return landmarks;
    }

    /** Where a partition keeps its cases. */
    Path caseFile(int part) {
        return file.resolveSibling(CASES + part + ".bin");
    }

    /** Where the class of recurrent cases is kept. */
    Path recurrenceFile() {
        return file.resolveSibling("recurrent.bin");
    }

    /** Where a result is kept, or part of its name. */
    Path resultFile(String name) {
        return file.resolveSibling("result-" + name);
    }

    /** The partitions that have kept cases, ascending. */
    List<Integer> parts() {
        List<Integer> parts = new ArrayList<>();
        while (Files.exists(caseFile(parts.size()))) {
            parts.add(parts.size());
        }
        return parts;
    }

    /** Opens a connection without automatic commits. */
    DuckDBConnection connect() {
        synchronized (StagingDatabase.class) {
            if (isEmpty()) {
                make();
            }
        }
        return connect(file);
    }

    /** Makes the tables, all of them in one instant. */
    private void make() {
        Path aside = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(aside);
            Files.deleteIfExists(aside.resolveSibling(aside.getFileName() + ".wal"));
            try (Connection connection = connect(aside);
                    Statement statement = connection.createStatement()) {
                statement.execute(SCHEMA);
                connection.commit();
                // on a full disk closing leaves the tables in the log beside the file, and says nothing
                statement.execute("CHECKPOINT");
            }
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (SQLException e) {
            throw failed(e);
        } catch (IOException e) {
            throw new StagingException(file, e);
        }
    }

    /** Opens a database that is in memory as long as it fits, and gone when the connection is closed; without automatic commits. */
    DuckDBConnection connectAside() {
        return connect("");
    }

    private DuckDBConnection connect(Path database) {
        return connect(database.toString());
    }

    private DuckDBConnection connect(String database) {
        Properties configuration = new Properties();
        configuration.setProperty("memory_limit", "400MB");
        configuration.setProperty("temp_directory", file + ".tmp");
        configuration.setProperty("preserve_insertion_order", "false");
        // nothing is loaded from anywhere at run time
        configuration.setProperty("autoinstall_known_extensions", "false");
        configuration.setProperty("autoload_known_extensions", "false");
        configuration.setProperty("jdbc_stream_results", "true");
        try {
            DuckDBConnection connection =
                    (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + database, configuration);
            UnpackedLibrary.remove();
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    StagingException failed(SQLException cause) {
        return new StagingException(file, cause);
    }
}
