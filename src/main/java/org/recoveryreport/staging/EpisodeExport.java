package org.recoveryreport.staging;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.practice.Verdict;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.TreatmentNames;

/**
 * Writes the accepted episodes as a Parquet file, a row each, ready for an analysis: without pseudonyms, and without the files
 * and lines they came from. Rows are ordered by their values, so equal episodes give equal bytes, in whatever order and files
 * they stood. Its columns:
 *
 * <ul>
 *   <li>{@code onset_date}, or {@code onset_study_day} where the log counts study days
 *   <li>{@code stratum}: the value of stratifyBy; null without one
 *   <li>{@code case_class}
 *   <li>{@code days} from onset to recovery or to the last contact, and {@code recovered}: which of them it is
 *   <li>{@code combination}: the treatments ever used, and {@code combination_at_7} and so on for every landmark: those begun
 *       by then; null where the episode had ended
 *   <li>{@code cold_from_day} and so on for every treatment of the catalogue: the day it began, 0 = at onset or not known;
 *       null = never used
 *   <li>{@code rest_at_most_two_days} and so on for every practice check: not_eligible, kept, broken or not_assessable
 *   <li>{@code entries} with a text, and of these {@code entries_without_start}, {@code entries_after_end}, {@code
 *       entries_unrecognised}
 * </ul>
 */
public final class EpisodeExport {
    private final StagingDatabase database;
    private final TreatmentNames treatments;
    private final TreatmentNames combinations;

    /**
     * Prepares an export.
     *
     * @param treatments names every treatment
     * @param combinations names what combinations are made of
     */
    public EpisodeExport(StagingDatabase database, TreatmentNames treatments, TreatmentNames combinations) {
        this.database = database;
        this.treatments = treatments;
        this.combinations = combinations;
    }

    /**
     * Replaces the file. Rows are sorted as numbers, names being enumerated and the verdicts of a case being one code: as texts
     * they would take several times as long, and as much room.
     */
    public void write(Path file) {
        HistoryFindings findings = HistoryFindings.of(database);
        try (CaseBlocks cases = CaseBlocks.of(database);
                DuckDBConnection connection = database.connectAside();
                Statement statement = connection.createStatement()) {
            Names names = names(cases);
            statement.execute("CREATE TYPE stratum AS ENUM " + enumerated(names.strata, Function.identity()));
            statement.execute(
                    "CREATE TYPE combination AS ENUM " + enumerated(names.combinations.values(), Function.identity()));
            statement.execute(
                    "CREATE TYPE case_class AS ENUM " + enumerated(EnumSet.allOf(CaseClass.class), CaseClass::name));
            statement.execute(
                    "CREATE TYPE verdict AS ENUM " + enumerated(EnumSet.allOf(Verdict.class), EpisodeExport::text));
            List<Column> columns = columns();
            statement.execute("CREATE TABLE exported ("
                    + columns.stream().map(Column::declared).collect(Collectors.joining(", ")) + ")");
            connection.commit();
            cases.inParallel(() -> new Rows(connection, findings, names), Rows::add)
                    .forEach(Rows::close);
            statement.execute("COPY (SELECT "
                    + columns.stream().map(Column::selected).collect(Collectors.joining(", "))
                    + " FROM (SELECT * FROM exported ORDER BY ALL)) TO '"
                    + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd, PRESERVE_ORDER)");
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    /**
     * A column of the table that is sorted.
     *
     * @param type what it holds there
     * @param selected what the file has of it
     */
    private record Column(String name, String type, String selected) {
        /** One that the file has as it is. */
        static Column of(String name, String type) {
            return new Column(name, type, quoted(name));
        }

        /** One of combinations. Written as what they are, each part of the file would list all there are. */
        static Column ofCombinations(String name) {
            return new Column(name, "combination", as("VARCHAR", name));
        }

        /** One of days from onset. */
        static Column ofDays(String name) {
            return new Column(name, "USMALLINT", as("INTEGER", name));
        }

        private static String as(String type, String name) {
            return "CAST(" + quoted(name) + " AS " + type + ") AS " + quoted(name);
        }

        String declared() {
            return quoted(name) + " " + type;
        }

        static String quoted(String name) {
            return '"' + name.replace('-', '_').replace(' ', '_').replace("\"", "\"\"") + '"';
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("onset_date", "DATE"));
        columns.add(Column.of("onset_study_day", "INTEGER"));
        columns.add(Column.of("stratum", "stratum"));
        columns.add(Column.of("case_class", "case_class"));
        columns.add(Column.ofDays("days"));
        columns.add(Column.of("recovered", "BOOLEAN"));
        columns.add(Column.ofCombinations("combination"));
        database.landmarks().forEach(day -> columns.add(Column.ofCombinations("combination_at_" + day)));
        treatments.names().forEach(name -> columns.add(Column.ofDays(name + " from day")));
        columns.add(new Column("practice", "INTEGER", verdicts("practice")));
        for (String count : List.of("entries", "entries_without_start", "entries_after_end", "entries_unrecognised")) {
            columns.add(Column.of(count, "INTEGER"));
        }
        return columns;
    }

    /** The verdicts behind a {@linkplain PracticeVerdicts#code code}, a column each. */
    private static String verdicts(String code) {
        return Stream.of(PracticeCheck.values())
                .map(check -> Stream.of(Verdict.values())
                        .map(verdict -> " WHEN "
                                + PracticeVerdicts.NOT_ELIGIBLE
                                        .with(check, verdict)
                                        .code() + " THEN '" + text(verdict)
                                + "'::verdict")
                        .collect(Collectors.joining(
                                "",
                                "CASE " + code + " & " + PracticeVerdicts.mask(check),
                                " END AS " + Column.quoted(check.id()))))
                .collect(Collectors.joining(", "));
    }

    private static String text(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** All that the names in the table can be. */
    private record Names(Set<String> strata, Map<Long, String> combinations) {}

    private Names names(CaseBlocks cases) {
        Names names = new Names(new HashSet<>(), new HashMap<>(Map.of(0L, combinations.combination(0))));
        cases.inParallel(() -> new Names(new HashSet<>(), new HashMap<>()), (part, block) -> {
                    for (CaseRows.Kind kind : block.rows().kinds()) {
                        part.strata.add(kind.stratum());
                        Exposure exposure = kind.exposure();
                        for (int step = 0; step < exposure.steps(); step++) {
                            part.combinations.computeIfAbsent(exposure.begun(step), combinations::combination);
                        }
                    }
                })
                .forEach(part -> {
                    names.strata.addAll(part.strata);
                    names.combinations.putAll(part.combinations);
                });
        return names;
    }

    /** Names as they enumerate a type, in their order. */
    private static <T> String enumerated(Collection<T> values, Function<T, String> name) {
        return values.stream()
                .map(name)
                .distinct()
                .sorted()
                .map(text -> "'" + text.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Appends rows, beside others that do. */
    private final class Rows implements AutoCloseable {
        private final HistoryFindings findings;
        private final Names names;
        private final DuckDBConnection connection;
        private final DuckDBAppender row;

        Rows(DuckDBConnection shared, HistoryFindings findings, Names names) {
            this.findings = findings;
            this.names = names;
            try {
                connection = shared.duplicate();
                connection.setAutoCommit(false);
                row = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "exported");
            } catch (SQLException e) {
                throw database.failed(e);
            }
        }

        void add(CaseBlock block) {
            HistoryFindings.OfPart ofPart = findings.of(block.part());
            try {
                for (KeptCase kept : block.cases()) {
                    if (ofPart.accepts(kept.item())) {
                        int recurs = ofPart.recurrentClass(kept.item());
                        append(
                                kept,
                                CaseRows.ofCode(
                                        recurs == HistoryFindings.NOT_RECURRENT
                                                ? kept.rows().classWithoutHistory(kept.row())
                                                : recurs));
                    }
                }
                // by the thread that appended: closed by another, the appender would lose them
                row.flush();
            } catch (SQLException e) {
                throw database.failed(e);
            }
        }

        private void append(KeptCase kept, CaseClass caseClass) throws SQLException {
            CaseRows counted = kept.rows();
            int onset = counted.onsetDay(kept.row());
            int days = counted.days(kept.row());
            CaseRows.Kind kind = counted.kinds()[counted.kind(kept.row())];
            Exposure exposure = kind.exposure();
            row.beginRow();
            if (counted.isDate(kept.row())) {
                row.appendEpochDays(onset).appendNull();
            } else {
                row.appendNull().append(onset);
            }
            row.append(kind.stratum().isEmpty() ? null : kind.stratum());
            row.append(caseClass.name());
            row.append((short) days);
            row.append(counted.recovered(kept.row()));
            row.append(names.combinations.get(exposure.everUsed()));
            for (int landmark : database.landmarks()) {
                row.append(days > landmark ? names.combinations.get(exposure.begunBy(landmark)) : null);
            }
            for (int bit = 0; bit < treatments.names().size(); bit++) {
                Integer day = exposure.firstDay(bit);
                if (day == null) {
                    row.appendNull();
                } else {
                    row.append(day.shortValue());
                }
            }
            PracticeVerdicts practice = new PracticeVerdicts(counted.practice(kept.row()));
            row.append(practice.onCase(caseClass).code());
            row.append(kept.entries());
            row.append(kept.withoutStart());
            row.append(kept.afterEnd());
            row.append(kept.unrecognised());
            row.endRow();
        }

        @Override
        public void close() {
            try (connection;
                    row) {
                connection.commit();
            } catch (SQLException e) {
                throw database.failed(e);
            }
        }
    }
}
