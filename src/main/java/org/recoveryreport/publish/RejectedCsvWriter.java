package org.recoveryreport.publish;

import static org.recoveryreport.publish.ReportColumn.count;
import static org.recoveryreport.publish.ReportColumn.text;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code private/rejected.csv}, restartable as {@link ReportTablesWriter} is. Not thread-safe. */
public final class RejectedCsvWriter implements Closeable {
    private static final List<ReportColumn<RejectedRow>> COLUMNS = List.of(
            text("source", "input file", RejectedRow::source),
            count("line", "line of the file, starting with 1", RejectedRow::line),
            text("episode_id", "pseudonym of the episode", RejectedRow::episodeId),
            text("column", "column of the bad value", RejectedRow::column),
            text("reason", "why the row is rejected", RejectedRow::reason));

    private final CsvTableWriter<RejectedRow> writer;

    private RejectedCsvWriter(CsvTableWriter<RejectedRow> writer) {
        this.writer = writer;
    }

    /**
     * Opens the file.
     *
     * @param file in a folder that exists
     * @param length where to go on, as {@link #checkpoint} returned it; null = start anew
     */
    public static RejectedCsvWriter open(Path file, @Nullable Long length) {
        return new RejectedCsvWriter(
                length == null ? CsvTableWriter.create(file, COLUMNS) : CsvTableWriter.reopen(file, COLUMNS, length));
    }

    /** Appends rows. */
    public void write(List<RejectedRow> rows) {
        rows.forEach(writer::write);
    }

    /** Brings every row so far to the disk and returns the file's length in bytes. */
    public long checkpoint() {
        return writer.sync();
    }

    @Override
    public void close() {
        writer.close();
    }
}
