package org.recoveryreport.staging;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/**
 * Finds the episodes that appear in more than one place of the log; none of the places is accepted, since nobody can say
 * which one is right.
 */
public final class DuplicateEpisodes {
    private DuplicateEpisodes() {}

    /** An item of a partition in which an episode appears. */
    private record Place(int part, int item, boolean rejected) {}

    /** What stands for the pseudonym of an episode. */
    private record Key(long high, long low) {}

    /** Marks them; may be called again. */
    public static void mark(StagingDatabase database) {
        try (CaseBlocks cases = CaseBlocks.of(database)) {
            CaseMarks marks = new CaseMarks();
            List<Place> found = IntStream.range(0, Pseudonym.BUCKETS)
                    .parallel()
                    .mapToObj(bucket -> inSeveralPlaces(cases, bucket))
                    .flatMap(List::stream)
                    .toList();
            found.forEach(place -> marks.add(place.part(), place.item()));
            if (!found.isEmpty() || !database.isEmpty()) {
                keep(marks, cases, database);
            }
        }
    }

    /** In place of what was kept before. */
    private static void keep(CaseMarks marks, CaseBlocks cases, StagingDatabase database) {
        try (DuckDBConnection connection = database.connect();
                Statement statement = connection.createStatement()) {
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
        if (database.isEmpty()) {
            return new CaseMarks();
        }
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
        List<ByteSource> keys =
                cases.blocks().stream().map(block -> block.episodes(bucket)).toList();
        Set<Long> candidates = repeated(keys);
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<Key, List<Place>> places = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            CaseBlock block = cases.blocks().get(i);
            ByteSource bytes = keys.get(i);
            for (bytes.position(0); bytes.hasMore(); ) {
                Key episode = new Key(bytes.fixed(), bytes.fixed());
                int item = bytes.four();
                if (candidates.contains(episode.high())) {
                    places.computeIfAbsent(episode, any -> new ArrayList<>(2))
                            .add(new Place(block.part(), block.firstItem() + (item >>> 1), (item & 1) == 1));
                }
            }
        }
        return places.values().stream()
                .filter(several -> several.size() > 1)
                .flatMap(Collection::stream)
                .filter(place -> !place.rejected())
                .toList();
    }

    /** The upper halves that come several times. */
    private static Set<Long> repeated(List<ByteSource> keys) {
        int all = keys.stream()
                .mapToInt(bytes -> bytes.bytes().length / CaseBlock.EPISODE_BYTES)
                .sum();
        Repeated repeated = new Repeated(all);
        Set<Long> found = new HashSet<>();
        for (ByteSource bytes : keys) {
            for (; bytes.hasMore(); bytes.position(bytes.position() + CaseBlock.EPISODE_BYTES - Long.BYTES)) {
                long high = bytes.fixed();
                if (repeated.add(high)) {
                    found.add(high);
                }
            }
        }
        return found;
    }

    private static void append(DuckDBAppender row, CaseBlock block, CaseMarks marks) throws SQLException {
        for (KeptCase kept : block.cases()) {
            if (marks.has(block.part(), kept.item())) {
                append(row, block, kept);
            }
        }
    }

    private static void append(DuckDBAppender row, CaseBlock block, KeptCase kept) throws SQLException {
        row.beginRow();
        row.append(block.part());
        row.append((long) kept.item());
        row.append(block.episodeId(kept.row()));
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
