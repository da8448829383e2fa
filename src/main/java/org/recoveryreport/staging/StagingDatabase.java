package org.recoveryreport.staging;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * The DuckDB file of one run. Every opened connection works on the same file and is closed by who opened it, at the latest
 * with its step; within one process they may be used side by side, each by one thread.
 */
public final class StagingDatabase {
    private static final String SCHEMA = """
            CREATE TABLE IF NOT EXISTS episode (
              part INTEGER, seq BIGINT, episode_id VARCHAR, patient_id VARCHAR, scale VARCHAR, onset INTEGER,
              days INTEGER, recovered BOOLEAN, case_class VARCHAR, fingerprint BIGINT,
              entries INTEGER, without_start INTEGER, after_end INTEGER, unrecognised INTEGER,
              source VARCHAR, first_line BIGINT, row_count INTEGER, steps VARCHAR, practice VARCHAR,
              onset_month VARCHAR, stratum VARCHAR, exposure VARCHAR, ever_used BIGINT%s);
            CREATE TABLE IF NOT EXISTS rejection (
              part INTEGER, seq BIGINT, source VARCHAR, line BIGINT, episode_id VARCHAR, column_name VARCHAR,
              reason VARCHAR, other_line BIGINT);
            CREATE TABLE IF NOT EXISTS unrecognised (part INTEGER, seq BIGINT, text VARCHAR);
            CREATE TABLE IF NOT EXISTS in_two_places (part INTEGER, seq BIGINT);
            CREATE TABLE IF NOT EXISTS recurrent (part INTEGER, seq BIGINT, case_class VARCHAR, patient_number BIGINT);
            CREATE TABLE IF NOT EXISTS result (name VARCHAR PRIMARY KEY, content BLOB);
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

    /** Makes the file and its tables; does nothing where they are there. */
    public void create() {
        String perLandmark = landmarks.stream()
                .map(day -> ", " + begunBy(day) + " BIGINT, " + practiceBy(day) + " VARCHAR")
                .collect(Collectors.joining());
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(String.format(SCHEMA, perLandmark));
            connection.commit();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    List<Integer> landmarks() {
        return landmarks;
    }

    /** Name of the column with the treatments begun on or before a day. */
    static String begunBy(int day) {
        return "begun_by_" + day;
    }

    /** Name of the column with the verdicts of the practice checks as of a day. */
    static String practiceBy(int day) {
        return "practice_by_" + day;
    }

    /** Opens a connection without automatic commits. */
    Connection connect() {
        Properties configuration = new Properties();
        configuration.setProperty("memory_limit", "600MB");
        configuration.setProperty("temp_directory", file + ".tmp");
        configuration.setProperty("preserve_insertion_order", "false");
        // nothing is loaded from anywhere at run time
        configuration.setProperty("autoinstall_known_extensions", "false");
        configuration.setProperty("autoload_known_extensions", "false");
        configuration.setProperty("jdbc_stream_results", "true");
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:" + file, configuration);
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
