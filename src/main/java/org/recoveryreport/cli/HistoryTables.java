package org.recoveryreport.cli;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.runtime.BatchStatus;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What JBeret's API cannot do with JBeret's tables: read the whole history at once, remove a run, make indexes.
 *
 * @param owner whose runs; null = all
 */
record HistoryTables(DataSource dataSource, @Nullable String owner) {
    private static final String ALL = """
            SELECT e.JOBEXECUTIONID, e.JOBINSTANCEID, i.JOBNAME, coalesce(e.STARTTIME, e.CREATETIME), e.ENDTIME,
              e.BATCHSTATUS, e.EXITSTATUS
            FROM JOB_EXECUTION e JOIN JOB_INSTANCE i ON i.JOBINSTANCEID = e.JOBINSTANCEID
            WHERE i.APPLICATIONNAME = ? OR CAST(? AS VARCHAR) IS NULL
            ORDER BY e.JOBEXECUTIONID DESC
            """;

    /** Tables, and the column by which JBeret looks for their rows. */
    private static final List<List<String>> SOUGHT = List.of(
            List.of("JOB_INSTANCE", "APPLICATIONNAME"),
            List.of("JOB_EXECUTION", "JOBINSTANCEID"),
            List.of("STEP_EXECUTION", "JOBEXECUTIONID"),
            List.of("PARTITION_EXECUTION", "STEPEXECUTIONID"));

    /** Every execution, newest first. */
    List<PastExecution> executions() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL)) {
            select.setString(1, owner);
            select.setString(2, owner);
            List<PastExecution> all = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    Timestamp ended = row.getTimestamp(5);
                    all.add(new PastExecution(
                            row.getLong(1),
                            row.getLong(2),
                            row.getString(3),
                            row.getTimestamp(4).toInstant(),
                            ended == null ? null : ended.toInstant(),
                            BatchStatus.valueOf(row.getString(6)),
                            row.getString(7)));
                }
            }
            return all;
        } catch (SQLException e) {
            throw new BatchRuntimeException("the history of runs cannot be read", e);
        }
    }

    /** Removes a run; the rows of its executions and their steps go with it. */
    void forget(long run) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM JOB_INSTANCE WHERE JOBINSTANCEID = ?")) {
            delete.setLong(1, run);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new BatchRuntimeException("the history of runs cannot be changed", e);
        }
    }

    /** Has H2 number executions without gaps: ids that it has cached are lost when the process is killed. */
    void keepIdsInARow() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                statement.execute("ALTER TABLE JOB_EXECUTION ALTER COLUMN JOBEXECUTIONID SET NO CACHE");
            }
        } catch (SQLException e) {
            throw new BatchRuntimeException("the history of runs cannot be changed", e);
        }
    }

    /** Makes the indexes that are not there: H2 makes some by itself, PostgreSQL does not. */
    void createIndexes() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (List<String> sought : SOUGHT) {
                String table = sought.get(0);
                String column = sought.get(1);
                if (!hasIndex(connection.getMetaData(), table, column)) {
                    statement.execute("CREATE INDEX IF NOT EXISTS " + table + "_" + column + " ON " + table + " ("
                            + column + ")");
                }
            }
        } catch (SQLException e) {
            throw new BatchRuntimeException("the history of runs cannot be changed", e);
        }
    }

    private static boolean hasIndex(DatabaseMetaData database, String table, String column) throws SQLException {
        String name = database.storesLowerCaseIdentifiers() ? table.toLowerCase(Locale.ROOT) : table;
        try (ResultSet index = database.getIndexInfo(null, null, name, false, true)) {
            while (index.next()) {
                if (index.getShort("ORDINAL_POSITION") == 1
                        && column.equalsIgnoreCase(index.getString("COLUMN_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }
}
