package org.recoveryreport.staging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.practice.PracticeCounts;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** Counts the accepted episodes by treatments, day and ending: from here on, cost no longer grows with their number. */
public final class StagedCounts implements AutoCloseable {
    private static final String AS_USED = """
            SELECT coalesce(recurrent.case_class, episode.case_class), ever_used, days, recovered, count(*)
            FROM episode ANTI JOIN in_two_places USING (part, seq) LEFT JOIN recurrent USING (part, seq)
            %s
            GROUP BY ALL
            """;

    private static final String LANDMARK = """
            SELECT %1$s, days - %2$d, recovered, count(*)
            FROM episode ANTI JOIN in_two_places USING (part, seq)
            WHERE days > %2$d %3$s
            GROUP BY ALL
            """;

    private static final String EXPOSURES = """
            SELECT stratum, exposure, days, count(*), count(*) FILTER (WHERE recovered)
            FROM episode ANTI JOIN in_two_places USING (part, seq)
            GROUP BY stratum, exposure, days
            """;

    private static final String STRATA = """
            SELECT DISTINCT stratum FROM episode ANTI JOIN in_two_places USING (part, seq) ORDER BY stratum
            """;

    private static final String PRACTICE = """
            SELECT coalesce(recurrent.case_class, episode.case_class), practice, count(*)
            FROM episode ANTI JOIN in_two_places USING (part, seq) LEFT JOIN recurrent USING (part, seq)
            GROUP BY ALL
            """;

    private static final String MONTHS = """
            SELECT onset_month, days, recovered, count(*)
            FROM episode ANTI JOIN in_two_places USING (part, seq)
            WHERE onset_month IS NOT NULL
            GROUP BY ALL
            """;

    private final StagingDatabase database;
    private final Connection connection;

    /** Opens the staged cases for counting. */
    public StagedCounts(StagingDatabase database) {
        this.database = database;
        this.connection = database.connect();
    }

    /** Counts by population and mask of the treatments ever used; days from onset. */
    public Map<Population, Map<Long, SurvivalCounts>> asUsed() {
        return asUsed(null);
    }

    private Map<Population, Map<Long, SurvivalCounts>> asUsed(@Nullable String stratum) {
        Map<Population, Map<Long, SurvivalCounts.Builder>> counts = new EnumMap<>(Population.class);
        String query = String.format(AS_USED, stratum == null ? "" : "WHERE stratum = ?");
        try (PreparedStatement statement = prepared(query, stratum);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                Population population = Population.of(CaseClass.valueOf(rows.getString(1)));
                add(counts.computeIfAbsent(Population.ALL, p -> new TreeMap<>()), rows, 2);
                add(counts.computeIfAbsent(population, p -> new TreeMap<>()), rows, 2);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
        Map<Population, Map<Long, SurvivalCounts>> result = new EnumMap<>(Population.class);
        counts.forEach((population, groups) -> result.put(population, built(groups)));
        return result;
    }

    /** Counts by case class of how episodes keep to the practice checks. */
    public PracticeCounts practice() {
        PracticeCounts.Builder counts = PracticeCounts.builder();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(PRACTICE)) {
            while (rows.next()) {
                counts.add(
                        CaseClass.valueOf(rows.getString(1)),
                        PracticeVerdicts.parse(rows.getString(2)),
                        rows.getLong(3));
            }
            return counts.build();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Counts by mask of the treatments begun on or before a landmark, of the episodes that went on after it; days from it. */
    public Map<Long, SurvivalCounts> atLandmark(int landmarkDays) {
        return atLandmark(landmarkDays, null);
    }

    private Map<Long, SurvivalCounts> atLandmark(int landmarkDays, @Nullable String stratum) {
        Map<Long, SurvivalCounts.Builder> counts = new TreeMap<>();
        String query = String.format(
                LANDMARK,
                StagingDatabase.begunBy(landmarkDays),
                landmarkDays,
                stratum == null ? "" : "AND stratum = ?");
        try (PreparedStatement statement = prepared(query, stratum);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                add(counts, rows, 1);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
        return built(counts);
    }

    /** Counts by month of onset, of the episodes whose onset is a date; days from onset. */
    public SortedMap<String, SurvivalCounts> byMonth() {
        SortedMap<String, SurvivalCounts.Builder> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(MONTHS)) {
            while (rows.next()) {
                add(counts, rows.getString(1), rows, 2);
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
        SortedMap<String, SurvivalCounts> months = new TreeMap<>();
        counts.forEach((month, builder) -> months.put(month, builder.build()));
        return months;
    }

    /** Counts by pattern of exposure over time, one member for each stratum. */
    public List<ExposureCounts> exposures() {
        SortedMap<String, ExposureCounts.Builder> counts = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EXPOSURES)) {
            while (rows.next()) {
                ExposureCounts.Builder stratum =
                        counts.computeIfAbsent(rows.getString(1), value -> ExposureCounts.builder());
                Exposure.parse(rows.getString(2)).addTo(stratum, rows.getInt(3), rows.getLong(4), rows.getLong(5));
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
        return counts.values().stream().map(ExposureCounts.Builder::build).toList();
    }

    /** As {@link #asUsed} for each stratum. */
    public List<Map<Population, Map<Long, SurvivalCounts>>> asUsedByStratum() {
        return strata().stream().map(stratum -> asUsed(stratum)).toList();
    }

    /** As {@link #atLandmark} for each stratum. */
    public List<Map<Long, SurvivalCounts>> atLandmarkByStratum(int landmarkDays) {
        return strata().stream()
                .map(stratum -> atLandmark(landmarkDays, stratum))
                .toList();
    }

    private List<String> strata() {
        List<String> strata = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(STRATA)) {
            while (rows.next()) {
                strata.add(rows.getString(1));
            }
            return strata;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private PreparedStatement prepared(String query, @Nullable String stratum) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        if (stratum != null) {
            statement.setString(1, stratum);
        }
        return statement;
    }

    private static void add(Map<Long, SurvivalCounts.Builder> groups, ResultSet rows, int first) throws SQLException {
        add(groups, rows.getLong(first), rows, first + 1);
    }

    /** Adds a row's day, ending and count, which stand from a column on. */
    private static <K> void add(Map<K, SurvivalCounts.Builder> groups, K group, ResultSet rows, int first)
            throws SQLException {
        long episodes = rows.getLong(first + 2);
        boolean recovered = rows.getBoolean(first + 1);
        groups.computeIfAbsent(group, key -> SurvivalCounts.builder())
                .add(rows.getInt(first), recovered ? episodes : 0, recovered ? 0 : episodes);
    }

    private static Map<Long, SurvivalCounts> built(Map<Long, SurvivalCounts.Builder> groups) {
        Map<Long, SurvivalCounts> result = new TreeMap<>();
        groups.forEach((mask, counts) -> result.put(mask, counts.build()));
        return result;
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
