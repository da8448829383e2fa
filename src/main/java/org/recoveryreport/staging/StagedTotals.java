package org.recoveryreport.staging;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.study.UnrecognisedText;

/**
 * Totals over everything staged.
 *
 * @param rowsAccepted rows of accepted episodes
 * @param rowsRejected rows of rejected episodes
 * @param episodesAccepted episodes in the figures
 * @param episodesRejected episodes with a bad row, or in two places
 * @param rejectedRowsByReason rows by name of the reason, the most frequent first
 * @param treatmentEntries entries of accepted episodes with a text
 * @param entriesWithoutStart those of them whose start is not known
 * @param entriesAfterEnd entries that began after their episode's end
 * @param entriesUnrecognised entries in whose text nothing was recognised
 * @param rowsBySource rows of each file, accepted or not
 * @param fingerprint of the accepted episodes, 32 hexadecimal digits
 */
public record StagedTotals(
        long rowsAccepted,
        long rowsRejected,
        long episodesAccepted,
        long episodesRejected,
        Map<String, Long> rejectedRowsByReason,
        long treatmentEntries,
        long entriesWithoutStart,
        long entriesAfterEnd,
        long entriesUnrecognised,
        Map<String, Long> rowsBySource,
        String fingerprint) {
    private static final String IN_TWO_PLACES = """
            SELECT count(*), coalesce(sum(entries), 0), coalesce(sum(without_start), 0), coalesce(sum(after_end), 0),
              coalesce(sum(unrecognised), 0), coalesce(sum(fingerprint), 0)::VARCHAR, coalesce(sum(row_count), 0)
            FROM in_two_places
            """;

    /** An episode in two places is one episode; so is one whose rejections came in several items. A blank row is of none. */
    private static final String REJECTED = """
            SELECT count(DISTINCT coalesce('id ' || episode_id, 'place ' || part || ' ' || seq)) FROM (
              SELECT part, seq, max(episode_id) AS episode_id FROM rejection WHERE reason <> '%s' GROUP BY part, seq
              UNION ALL
              SELECT part, seq, episode_id FROM in_two_places)
            """;

    private static final String REASONS = """
            SELECT reason, sum(n) FROM (
              SELECT reason, 1 AS n FROM rejection
              UNION ALL
              SELECT '%s', row_count FROM in_two_places)
            GROUP BY reason ORDER BY 2 DESC, 1
            """;

    private static final String REJECTED_SOURCES = "SELECT source, count(*) FROM rejection GROUP BY source";

    /** Adds everything up. */
    public static StagedTotals of(StagingDatabase database) {
        CaseTotals cases;
        try (CaseBlocks blocks = CaseBlocks.of(database)) {
            cases = blocks.totals();
        }
        if (database.isEmpty()) {
            return ofAccepted(cases);
        }
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            Map<String, Long> reasons = counts(statement, String.format(REASONS, RejectedRows.IN_TWO_PLACES));
            SortedMap<String, Long> sources = new TreeMap<>(cases.rowsBySource());
            long staged = sources.values().stream().mapToLong(Long::longValue).sum();
            counts(statement, REJECTED_SOURCES).forEach((source, rows) -> sources.merge(source, rows, Long::sum));
            long rejectedRows =
                    reasons.values().stream().mapToLong(Long::longValue).sum();
            long rejectedEpisodes;
            try (ResultSet rows = statement.executeQuery(String.format(REJECTED, RejectedRows.BLANK))) {
                rows.next();
                rejectedEpisodes = rows.getLong(1);
            }
            try (ResultSet twice = statement.executeQuery(IN_TWO_PLACES)) {
                twice.next();
                return new StagedTotals(
                        staged - twice.getLong(7),
                        rejectedRows,
                        cases.cases() - twice.getLong(1),
                        rejectedEpisodes,
                        reasons,
                        cases.entries() - twice.getLong(2),
                        cases.withoutStart() - twice.getLong(3),
                        cases.afterEnd() - twice.getLong(4),
                        cases.unrecognised() - twice.getLong(5),
                        sources,
                        digest(cases.fingerprint().subtract(new BigInteger(twice.getString(6)))));
            }
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** Where nothing was rejected. */
    private static StagedTotals ofAccepted(CaseTotals cases) {
        return new StagedTotals(
                cases.rowsBySource().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                0,
                cases.cases(),
                0,
                Map.of(),
                cases.entries(),
                cases.withoutStart(),
                cases.afterEnd(),
                cases.unrecognised(),
                cases.rowsBySource(),
                digest(cases.fingerprint()));
    }

    private static Map<String, Long> counts(Statement statement, String query) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    /** The texts in which nothing was recognised of at least {@code leastEpisodes} episodes, the most frequent first. */
    public static List<UnrecognisedText> unrecognised(StagingDatabase database, int leastEpisodes) {
        try (CaseBlocks cases = CaseBlocks.of(database)) {
            return new UnrecognisedTexts(cases, DuplicateEpisodes.marked(database)).atLeast(leastEpisodes);
        }
    }

    /** Rows of the log. */
    public long rowsRead() {
        return rowsAccepted + rowsRejected;
    }

    /**
     * Half of the SHA-256 of a sum. The sums themselves would tell by their difference which episodes came: whoever guesses a
     * pseudonym could try its episodes out.
     */
    private static String digest(BigInteger sum) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(sum.toByteArray());
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
