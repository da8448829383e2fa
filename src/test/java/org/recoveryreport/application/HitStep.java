package org.recoveryreport.application;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Where a run died, as its job repository tells.
 *
 * @param name the step that was going on
 * @param execution its number; those of later processes are larger
 */
record HitStep(String name, long execution) {
    static final String BEFORE = "before the first step";
    static final String AFTER = "between or after the steps";

    private static final String LAST_STEP = """
            SELECT s.STEPNAME, s.BATCHSTATUS, s.STEPEXECUTIONID FROM STEP_EXECUTION s
            WHERE s.STEPEXECUTIONID > %d ORDER BY s.STEPEXECUTIONID DESC FETCH FIRST ROW ONLY
            """;

    /** The step that was going on, if it is a later one than that of the process before. */
    static HitStep of(Path output, Path scratch, long before) throws IOException, SQLException {
        Path repository = output.resolve(".recovery-report/repository.mv.db");
        if (!Files.exists(repository)) {
            return new HitStep(BEFORE, before);
        }
        Path copy = Files.createTempDirectory(scratch, "repository");
        Files.copy(repository, copy.resolve("copy.mv.db"));
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + copy.resolve("copy"), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet step = statement.executeQuery(String.format(LAST_STEP, before))) {
            if (!step.next()) {
                return new HitStep(BEFORE, before);
            }
            boolean over = step.getString(2).equals("COMPLETED");
            return new HitStep(over ? AFTER : step.getString(1), step.getLong(3));
        } catch (SQLException e) {
            // killed before the tables were made
            return new HitStep(BEFORE, before);
        }
    }
}
