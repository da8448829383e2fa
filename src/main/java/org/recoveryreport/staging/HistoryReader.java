package org.recoveryreport.staging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.FollowUp;

/**
 * Gives the histories of all patients with enough episodes for one to be recurrent; the class of any other episode depends
 * on that episode alone.
 */
public final class HistoryReader implements AutoCloseable {
    /** The patients come in the order of their pseudonyms, so in the same order every time. */
    private static final String QUERY = """
            WITH counted AS (
              SELECT patient_id, scale FROM episode ANTI JOIN in_two_places USING (part, seq)
              GROUP BY patient_id, scale HAVING count(*) >= %d)
            SELECT patient_id, scale, part, seq, onset, days, recovered
            FROM (FROM episode ANTI JOIN in_two_places USING (part, seq)) SEMI JOIN counted USING (patient_id, scale)
            ORDER BY patient_id, scale, onset, episode_id
            """;

    private final StagingDatabase database;
    private final Connection connection;
    private final ResultSet rows;
    private long next;
    private boolean onRow;

    /**
     * Opens the reader.
     *
     * @param leastEpisodes patients with fewer are left out
     * @param skip how many patients were read by the last checkpoint
     */
    public HistoryReader(StagingDatabase database, int leastEpisodes, long skip) {
        this.database = database;
        this.connection = database.connect();
        try {
            Statement statement = connection.createStatement();
            this.rows = statement.executeQuery(String.format(QUERY, leastEpisodes));
            this.onRow = rows.next();
        } catch (SQLException e) {
            throw database.failed(e);
        }
        while (next < skip && read() != null) {
            // passes over what was read before
        }
    }

    /** How many patients have been read: the checkpoint. */
    public long patientsRead() {
        return next;
    }

    /** The next patient; null at the end. */
    public @Nullable PatientHistory read() {
        if (!onRow) {
            return null;
        }
        try {
            String patient = rows.getString(1);
            String scale = rows.getString(2);
            List<PatientHistory.Case> cases = new ArrayList<>();
            do {
                cases.add(new PatientHistory.Case(
                        rows.getInt(3),
                        rows.getLong(4),
                        rows.getInt(5),
                        new FollowUp(rows.getInt(6), rows.getBoolean(7))));
                onRow = rows.next();
            } while (onRow
                    && rows.getString(1).equals(patient)
                    && rows.getString(2).equals(scale));
            return new PatientHistory(next++, cases);
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
