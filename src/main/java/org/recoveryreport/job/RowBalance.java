package org.recoveryreport.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.recoveryreport.staging.StagedTotals;

/**
 * Makes sure at the end of a run that no row was lost or counted twice. Three counts are taken independently: by the check
 * of the files, by those who read them, and in the staging database.
 *
 * @param run the run
 */
record RowBalance(Run run) {
    /** Notes what the reader of a partition has given at its end, in place of an earlier note. */
    void noteRead(int partition, long rows) {
        try {
            Files.writeString(note(partition), Long.toString(rows));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The totals of the run.
     *
     * @throws RowsDoNotAddUp where the counts differ
     */
    StagedTotals checked() {
        StagedTotals totals = StagedTotals.of(run.staging());
        long read = read();
        if (rowsInFiles() != read || read != totals.rowsRead()) {
            throw new RowsDoNotAddUp(String.format(
                    Locale.ROOT,
                    "The rows do not add up: %,d are in the log, %,d were read, and %,d accepted + %,d rejected.",
                    rowsInFiles(),
                    read,
                    totals.rowsAccepted(),
                    totals.rowsRejected()));
        }
        return totals;
    }

    /** Rows as the check of the files counted them. */
    long rowsInFiles() {
        return run.plan().records();
    }

    private long read() {
        long read = 0;
        for (int partition = 0; partition < run.plan().partitions().size(); partition++) {
            read += noted(partition);
        }
        return read;
    }

    private long noted(int partition) {
        try {
            return Long.parseLong(Files.readString(note(partition)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path note(int partition) {
        return run.work().resolve("rows-read-" + partition + ".txt");
    }
}
