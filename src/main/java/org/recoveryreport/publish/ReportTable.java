package org.recoveryreport.publish;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.recoveryreport.domain.study.StudyResult;

/**
 * A published table.
 *
 * @param name in words joined by {@code -}, with its folder in front where it has one
 * @param description what a row is about
 * @param columns of the CSV file, in order
 * @param jsonColumns what {@code report.json} says besides
 * @param rows takes the rows out of a result, in published order
 * @param <R> the rows
 */
public record ReportTable<R>(
        String name,
        String description,
        List<ReportColumn<R>> columns,
        List<ReportColumn<R>> jsonColumns,
        Function<StudyResult, List<R>> rows) {
    public ReportTable {
        columns = List.copyOf(columns);
        jsonColumns = List.copyOf(jsonColumns);
    }

    /** The CSV file. */
    public String fileName() {
        return fileName(name);
    }

    static String fileName(String name) {
        return name + ".csv";
    }

    /** The array in {@code report.json}. */
    public String jsonName() {
        return name.replace('-', '_');
    }

    /** Every column: those of the CSV file, then those of {@code report.json} alone. */
    public List<ReportColumn<R>> allColumns() {
        return Stream.concat(columns.stream(), jsonColumns.stream()).toList();
    }

    /** The same of each stratum, in a folder of the strata and with the stratum as the first column. */
    public ReportTable<StratumRow<R>> byStratum() {
        return new ReportTable<>(
                "strata/" + name,
                description + "; of the episodes of one stratum",
                Stream.concat(
                                Stream.of(ReportColumn.text("stratum", "value of stratifyBy", StratumRow<R>::stratum)),
                                columns.stream().map(ReportColumn::byStratum))
                        .toList(),
                jsonColumns.stream().map(ReportColumn::byStratum).toList(),
                result -> result.strata().stream()
                        .flatMap(stratum ->
                                rows.apply(stratum.result()).stream().map(row -> new StratumRow<>(stratum.name(), row)))
                        .toList());
    }
}
