package org.recoveryreport.publish;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rows of published tables into a folder, one CSV file per table. A table without rows has a file with
 * its header. Not thread-safe.
 *
 * <p>Restartable: rows written after a {@link #checkpoint} are removed by {@link #open} with that checkpoint.
 */
public final class ReportTablesWriter implements Closeable {
    /** By name of the table. */
    private final Map<String, CsvTableWriter<?>> writers = new LinkedHashMap<>();

    private ReportTablesWriter() {}

    /**
     * Opens every table's file.
     *
     * @param folder made if need be, with the folders that tables have in it
     * @param published the tables
     * @param checkpoint where to go on; null = start anew
     */
    public static ReportTablesWriter open(
            Path folder, List<ReportTable<?>> published, @Nullable FileLengths checkpoint) {
        ReportTablesWriter tables = new ReportTablesWriter();
        try {
            for (ReportTable<?> table : published) {
                tables.writers.put(table.name(), open(table, folder.resolve(table.fileName()), checkpoint));
            }
            return tables;
        } catch (RuntimeException e) {
            tables.close();
            throw e;
        }
    }

    private static <R> CsvTableWriter<R> open(ReportTable<R> table, Path file, @Nullable FileLengths checkpoint) {
        return checkpoint == null
                ? CsvTableWriter.create(file, table.columns())
                : CsvTableWriter.reopen(file, table.columns(), checkpoint.of(table.fileName()));
    }

    /** Appends rows, each to its table's file. */
    public void write(List<? extends ReportRow<?>> rows) {
        rows.forEach(this::write);
    }

    private <R> void write(ReportRow<R> row) {
        @SuppressWarnings("unchecked") // a file belongs to one table, whose rows are of one type
        CsvTableWriter<R> writer = (CsvTableWriter<R>) writers.get(row.table().name());
        if (writer == null) {
            throw new IllegalArgumentException(
                    "no published table " + row.table().name());
        }
        writer.write(row.row());
    }

    /** Brings every row so far to the disk. */
    public FileLengths checkpoint() {
        Map<String, Long> lengths = new TreeMap<>();
        writers.forEach((table, writer) -> lengths.put(ReportTable.fileName(table), writer.sync()));
        return new FileLengths(lengths);
    }

    @Override
    public void close() {
        writers.values().forEach(CsvTableWriter::close);
    }
}
