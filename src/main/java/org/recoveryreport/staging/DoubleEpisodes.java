package org.recoveryreport.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Finds the episodes that appear in more than one place of the log; none of the places is accepted, since nobody can say
 * which one is right.
 */
public final class DoubleEpisodes {
    private static final String MARK = """
            DELETE FROM in_two_places;
            INSERT INTO in_two_places
            WITH places AS (
              SELECT episode_id FROM episode
              UNION ALL
              SELECT DISTINCT ON (part, seq) episode_id FROM rejection WHERE episode_id IS NOT NULL),
            several AS (SELECT episode_id FROM places GROUP BY episode_id HAVING count(*) > 1)
            SELECT part, seq FROM episode SEMI JOIN several USING (episode_id);
            """;

    private DoubleEpisodes() {}

    /** Marks them; a second call does no harm. */
    public static void mark(StagingDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(MARK);
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }
}
