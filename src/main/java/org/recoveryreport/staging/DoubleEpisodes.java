package org.recoveryreport.staging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Finds the episodes that appear in more than one place of the log; none of the places is accepted, since nobody can say
 * which one is right.
 */
public final class DoubleEpisodes {
    private DoubleEpisodes() {}

    /** An item of a partition in which an episode appears. */
    private record Place(int part, int item, boolean rejected) {}

    /** Marks them; a second call does no harm. */
    public static void mark(StagingDatabase database) {
        try (CaseBlocks cases = CaseBlocks.of(database);
                DuckDBConnection connection = (DuckDBConnection) database.connect();
                Statement statement = connection.createStatement()) {
            CaseMarks marks = new CaseMarks();
            IntStream.range(0, Pseudonym.BUCKETS)
                    .parallel()
                    .mapToObj(bucket -> inSeveralPlaces(cases, bucket))
                    .toList()
                    .forEach(places -> places.forEach(place -> marks.add(place.part(), place.item())));
            statement.execute("DELETE FROM in_two_places");
            try (DuckDBAppender row = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "in_two_places")) {
                for (CaseBlock block : cases.blocks()) {
                    if (block.holdsAny(marks)) {
                        append(row, block, marks);
                    }
                }
                row.flush();
            }
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** The cases that {@link #mark} found. */
    static CaseMarks marked(StagingDatabase database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT part, seq FROM in_two_places")) {
            CaseMarks marks = new CaseMarks();
            while (rows.next()) {
                marks.add(rows.getInt(1), rows.getInt(2));
            }
            return marks;
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /** The cases among the places of such episodes. */
    private static List<Place> inSeveralPlaces(CaseBlocks cases, int bucket) {
        Repeated repeated = new Repeated();
        cases.blocks().forEach(block -> block.keys(bucket, (episode, item, rejected) -> repeated.add(episode.high())));
        long[] candidates = repeated.atLeast(2);
        if (candidates.length == 0) {
            return List.of();
        }
        Map<Pseudonym, List<Place>> places = new HashMap<>();
        cases.blocks()
                .forEach(block -> block.keys(bucket, (episode, item, rejected) -> {
                    if (Arrays.binarySearch(candidates, episode.high()) >= 0) {
                        places.computeIfAbsent(episode, any -> new ArrayList<>(2))
                                .add(new Place(block.part(), item, rejected));
                    }
                }));
        return places.values().stream()
                .filter(several -> several.size() > 1)
                .flatMap(Collection::stream)
                .filter(place -> !place.rejected())
                .toList();
    }

    private static void append(DuckDBAppender row, CaseBlock block, CaseMarks marks) throws SQLException {
        for (KeptCase kept : block.cases()) {
            if (marks.has(block.part(), kept.item())) {
                append(row, block.part(), kept);
            }
        }
    }

    private static void append(DuckDBAppender row, int part, KeptCase kept) throws SQLException {
        row.beginRow();
        row.append(part);
        row.append((long) kept.item());
        row.append(kept.episodeId());
        row.append(kept.origin().source());
        row.append(kept.origin().firstLine());
        row.append(kept.origin().rows());
        row.append(kept.origin().steps());
        row.append(kept.entries());
        row.append(kept.withoutStart());
        row.append(kept.afterEnd());
        row.append(kept.unrecognised());
        row.append(kept.fingerprint());
        row.endRow();
    }
}
