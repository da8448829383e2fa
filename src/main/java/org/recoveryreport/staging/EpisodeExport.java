package org.recoveryreport.staging;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final Map<Long, String> labels = new HashMap<>();

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

    /** Replaces the file. */
    public void write(Path file) {
        HistoryFindings findings = HistoryFindings.of(database);
        try (CaseBlocks cases = CaseBlocks.of(database);
                DuckDBConnection connection = (DuckDBConnection) database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS exported");
            statement.execute("CREATE TABLE exported (" + columns() + ")");
            connection.commit();
            try (DuckDBAppender rows = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "exported")) {
                for (CaseBlock block : cases.blocks()) {
                    HistoryFindings.OfPart ofPart = findings.of(block.part());
                    for (KeptCase kept : block.cases()) {
                        if (ofPart.accepts(kept.item())) {
                            int recurs = ofPart.recurrentClass(kept.item());
                            boolean isRecurrent = recurs != HistoryFindings.NOT_RECURRENT;
                            append(
                                    rows,
                                    kept,
                                    CaseRows.ofCode(
                                            isRecurrent ? recurs : kept.rows().classWithoutHistory(kept.row())));
                        }
                    }
                }
                rows.flush();
            }
            connection.commit();
            statement.execute("SET preserve_insertion_order = true");
            statement.execute("COPY (SELECT * FROM exported ORDER BY ALL) TO '"
                    + file.toString().replace("'", "''") + "' (FORMAT parquet, COMPRESSION zstd)");
            statement.execute("DROP TABLE exported");
            connection.commit();
        } catch (SQLException e) {
            throw database.failed(e);
        }
    }

    private String columns() {
        List<String> columns = new ArrayList<>(List.of(
                "onset_date DATE",
                "onset_study_day INTEGER",
                "stratum VARCHAR",
                "case_class VARCHAR",
                "days INTEGER",
                "recovered BOOLEAN",
                "combination VARCHAR"));
        database.landmarks().forEach(day -> columns.add("combination_at_" + day + " VARCHAR"));
        treatments.names().forEach(name -> columns.add(quoted(name + " from day") + " INTEGER"));
        for (PracticeCheck check : PracticeCheck.values()) {
            columns.add(quoted(check.id()) + " VARCHAR");
        }
        columns.add("entries INTEGER");
        columns.add("entries_without_start INTEGER");
        columns.add("entries_after_end INTEGER");
        columns.add("entries_unrecognised INTEGER");
        return String.join(", ", columns);
    }

    private static String quoted(String name) {
        return '"' + name.replace('-', '_').replace(' ', '_').replace("\"", "\"\"") + '"';
    }

    private void append(DuckDBAppender row, KeptCase kept, CaseClass caseClass) throws SQLException {
        CaseRows counted = kept.rows();
        boolean calendar = counted.isDate(kept.row());
        int onset = counted.onsetDay(kept.row());
        int days = counted.days(kept.row());
        CaseRows.Kind kind = counted.kinds()[counted.kind(kept.row())];
        Exposure exposure = kind.exposure();
        PracticeVerdicts practice = new PracticeVerdicts(counted.practice(kept.row()));
        row.beginRow();
        row.append(calendar ? LocalDate.ofEpochDay(onset) : null);
        row.append(calendar ? null : Integer.valueOf(onset));
        row.append(kind.stratum().isEmpty() ? null : kind.stratum());
        row.append(caseClass.name());
        row.append(days);
        row.append(counted.recovered(kept.row()));
        row.append(label(exposure.everUsed()));
        for (int landmark : database.landmarks()) {
            row.append(days > landmark ? label(exposure.begunBy(landmark)) : null);
        }
        for (int bit = 0; bit < treatments.names().size(); bit++) {
            row.append(exposure.firstDay(bit));
        }
        for (PracticeCheck check : PracticeCheck.values()) {
            row.append(text(practice.verdict(check, caseClass)));
        }
        row.append(kept.entries());
        row.append(kept.withoutStart());
        row.append(kept.afterEnd());
        row.append(kept.unrecognised());
        row.endRow();
    }

    private static String text(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    private String label(long mask) {
        return labels.computeIfAbsent(mask, combinations::combination);
    }
}
