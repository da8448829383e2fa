package org.recoveryreport.sample;

import java.io.IOException;
import java.io.OutputStream;

/** Writes sample logs. */
public final class SampleLog {
    private static final BadRow[] KINDS = BadRow.values();

    private final SampleSettings settings;
    private final CsvOutput output;
    private final SampleRows rows;
    private final BadRowWriter badRows;
    private final TruthCounter counter = new TruthCounter();

    private SampleLog(SampleSettings settings, OutputStream out) {
        DayText days = new DayText(settings);
        this.settings = settings;
        this.output = new CsvOutput(out);
        this.rows = new SampleRows(days);
        this.badRows = new BadRowWriter(output, days);
    }

    /**
     * Writes a log in constant memory.
     *
     * @param settings what it is to be like; equal settings give equal bytes
     * @param out gets the log, header first, and is flushed but not closed; need not be buffered
     * @return what is true of it
     */
    public static SampleTruth write(SampleSettings settings, OutputStream out) throws IOException {
        return new SampleLog(settings, out).write();
    }

    private SampleTruth write() throws IOException {
        Cohort cohort = new Cohort(settings);
        output.row(SampleColumn.header());
        long number = 0;
        while (number < settings.episodes()) {
            for (SampleEpisode episode : cohort.nextBlock(settings.episodes() - number)) {
                write(++number, episode);
            }
        }
        output.flush();
        return counter.truth(settings);
    }

    private void write(long number, SampleEpisode episode) throws IOException {
        // the last episode stays good, because a row of the one before may have to follow it
        if (badRowIsDue() && number < settings.episodes()) {
            BadRow kind = KINDS[(int) (counter.badRows() % KINDS.length)];
            badRows.write(kind, rows.row(number, episode, 0), episode.onsetDay());
            counter.add(kind);
        } else {
            for (int entry = 0; entry < episode.entries().size(); entry++) {
                output.row(rows.row(number, episode, entry));
            }
            badRows.writeStraggler();
            counter.add(episode);
        }
    }

    /** Bad rows are spread evenly, so that their share is what was asked for, however short the log. */
    private boolean badRowIsDue() {
        return counter.badRows() < Math.floor(counter.rowsWritten() * settings.badRowsPercent() / 100);
    }
}
