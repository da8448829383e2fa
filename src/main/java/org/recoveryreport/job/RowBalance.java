package org.recoveryreport.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.recoveryreport.intake.RowCount;
import org.recoveryreport.staging.StagedTotals;

/**
 * Makes sure at the end of a run that no row was lost or counted twice. Three counts are taken independently: by the check
 * of the files, by those who read them, and in the staging database.
 *
 * @param run the run
 */
record RowBalance(Run run) {
    /** What the reader of a partition has passed when it has come to the end; a repetition takes the place of the note. */
    void noteRead(int partition, RowCount passed) {
        try {
            Files.writeString(note(partition), passed.rows() + " " + passed.blank());
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
        RowCount read = read();
        if (rowsInFiles() != read.rows() || read.rows() != totals.rowsRead()) {
            throw new RowsDoNotAddUp(String.format(
                    Locale.ROOT,
                    "The rows do not add up: %,d are in the log, %,d were read, and %,d accepted + %,d rejected.",
                    rowsInFiles(),
                    read.rows(),
                    totals.rowsAccepted(),
                    totals.rowsRejected()));
        }
        return totals;
    }

    /** Rows as the check of the files counted them, blank ones left out. */
    long rowsInFiles() {
        return run.plan().records() - read().blank();
    }

    private RowCount read() {
        RowCount read = new RowCount(0, 0);
        for (int partition = 0; partition < run.plan().partitions().size(); partition++) {
            read = read.plus(noted(partition));
        }
        return read;
    }

    private RowCount noted(int partition) {
        try {
            String[] counts = Files.readString(note(partition)).split(" ", -1);
            return new RowCount(Long.parseLong(counts[0]), Long.parseLong(counts[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path note(int partition) {
        return run.work().resolve("rows-read-" + partition + ".txt");
    }
}
