package org.recoveryreport.staging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeStanding;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudyCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** Counts the accepted episodes by treatments, day and ending: from here on, cost no longer grows with their number. */
public final class StagedCounts {
    /** The accepted episodes as {@code tagged}, each with its stratum and its case class in view of the patient's history. */
    private static final String TAGGED = """
            WITH tagged AS (
              SELECT episode.* REPLACE (coalesce(recurrent.case_class, episode.case_class) AS case_class, %s AS stratum),
                recurrent.case_class IS NOT NULL AS is_recurrent
              FROM episode ANTI JOIN in_two_places USING (part, seq) LEFT JOIN recurrent USING (part, seq))
            """;

    private static final String BY_RECURRENCE = "CASE WHEN recurrent.case_class IS NULL THEN '"
            + StratifyBy.NOT_RECURRENT + "' ELSE '" + StratifyBy.RECURRENT + "' END";

    private static final String AS_USED = """
            SELECT stratum, case_class, ever_used, days, recovered, count(*) FROM tagged GROUP BY ALL
            """;

    private static final String LANDMARK = """
            SELECT stratum, %1$s, days - %2$d, recovered, count(*) FROM tagged WHERE days > %2$d GROUP BY ALL
            """;

    private static final String EXPOSURES = """
            SELECT stratum, exposure, days, count(*), count(*) FILTER (WHERE recovered)
            FROM tagged GROUP BY stratum, exposure, days
            """;

    private static final String PRACTICE = """
            SELECT stratum, case_class, practice, count(*) FROM tagged GROUP BY ALL
            """;

    private static final String PRACTICE_AT_LANDMARK = """
            SELECT stratum, %1$s, is_recurrent, days - %2$d, recovered, count(*)
            FROM tagged WHERE days > %2$d GROUP BY ALL
            """;

    private static final String MONTHS = """
            SELECT stratum, onset_month, days, recovered, count(*)
            FROM tagged WHERE onset_month IS NOT NULL GROUP BY ALL
            """;

    private final String tagged;
    private final SortedMap<String, StudyCounts.Builder> strata = new TreeMap<>();

    private StagedCounts(@Nullable StratifyBy stratifyBy) {
        tagged = String.format(TAGGED, stratifyBy == StratifyBy.RECURRENCE ? BY_RECURRENCE : "stratum");
    }

    /**
     * The counts by stratum; under the empty text the episodes without one.
     *
     * @param stratifyBy what the cases were staged to be stratified by; null = nothing
     */
    public static SortedMap<String, StudyCounts> byStratum(StagingDatabase database, @Nullable StratifyBy stratifyBy) {
        StagedCounts counts = new StagedCounts(stratifyBy);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            counts.countAsUsed(statement);
            for (int landmark : database.landmarks()) {
                counts.countAtLandmark(landmark, statement);
                counts.countPracticeAtLandmark(landmark, statement);
            }
            counts.countExposures(statement);
            counts.countPractice(statement);
            counts.countMonths(statement);
        } catch (SQLException e) {
            throw database.failed(e);
        }
        SortedMap<String, StudyCounts> result = new TreeMap<>();
        counts.strata.forEach((stratum, builder) -> result.put(stratum, builder.build()));
        return result;
    }

    private void countAsUsed(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(tagged + AS_USED)) {
            while (rows.next()) {
                Population population = Population.of(CaseClass.valueOf(rows.getString(2)));
                addEnding(stratum(rows).asUsed(Population.ALL, rows.getLong(3)), rows, 4);
                addEnding(stratum(rows).asUsed(population, rows.getLong(3)), rows, 4);
            }
        }
    }

    private void countAtLandmark(int landmarkDays, Statement statement) throws SQLException {
        String query = tagged + String.format(LANDMARK, StagingDatabase.begunBy(landmarkDays), landmarkDays);
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                addEnding(stratum(rows).atLandmark(landmarkDays, rows.getLong(2)), rows, 3);
            }
        }
    }

    private void countExposures(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(tagged + EXPOSURES)) {
            while (rows.next()) {
                Exposure exposure = Exposure.parse(rows.getString(2));
                int days = rows.getInt(3);
                long episodes = rows.getLong(4);
                long recovered = rows.getLong(5);
                exposure.addTo(stratum(rows).exposures(), days, episodes, recovered);
                stratum(rows).startOrder(exposure).add(days, recovered, episodes - recovered);
            }
        }
    }

    private void countPractice(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(tagged + PRACTICE)) {
            while (rows.next()) {
                stratum(rows)
                        .practice()
                        .add(
                                CaseClass.valueOf(rows.getString(2)),
                                PracticeVerdicts.parse(rows.getString(3)),
                                rows.getLong(4));
            }
        }
    }

    private void countPracticeAtLandmark(int landmarkDays, Statement statement) throws SQLException {
        String query =
                tagged + String.format(PRACTICE_AT_LANDMARK, StagingDatabase.practiceBy(landmarkDays), landmarkDays);
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                PracticeStanding standing =
                        new PracticeStanding(PracticeVerdicts.parse(rows.getString(2)), rows.getBoolean(3));
                addEnding(stratum(rows).practiceAtLandmark(landmarkDays, standing), rows, 4);
            }
        }
    }

    private void countMonths(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(tagged + MONTHS)) {
            while (rows.next()) {
                addEnding(stratum(rows).month(rows.getString(2)), rows, 3);
            }
        }
    }

    private StudyCounts.Builder stratum(ResultSet rows) throws SQLException {
        return strata.computeIfAbsent(rows.getString(1), stratum -> StudyCounts.builder());
    }

    /** Adds a row's day, ending and count, which stand from a column on. */
    private static void addEnding(SurvivalCounts.Builder group, ResultSet rows, int first) throws SQLException {
        long episodes = rows.getLong(first + 2);
        boolean recovered = rows.getBoolean(first + 1);
        group.add(rows.getInt(first), recovered ? episodes : 0, recovered ? 0 : episodes);
    }
}
