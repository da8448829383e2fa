package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.staging.DuplicateEpisodes;
import org.recoveryreport.staging.HistoryReader;

/** Reads the histories of patients; an item is a group of them, {@link org.recoveryreport.staging.PatientHistories}. */
@Dependent
@Named("historyItemReader")
public class HistoryItemReader implements ItemReader {
    private final Run run;
    private @Nullable HistoryReader reader;

    @Inject
    public HistoryItemReader(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        DuplicateEpisodes.mark(run.staging());
        int leastEpisodes = run.settings().study().courseRules().recurrentOnsets();
        reader = new HistoryReader(run.staging(), leastEpisodes, checkpoint instanceof Long groups ? groups : 0);
    }

    @Override
    public @Nullable Object readItem() {
        return opened().read();
    }

    @Override
    public Serializable checkpointInfo() {
        return opened().groupsRead();
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    private HistoryReader opened() {
        if (reader == null) {
            throw new IllegalStateException("the reader is not open");
        }
        return reader;
    }
}
