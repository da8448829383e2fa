package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.intake.RejectionReason;
import org.recoveryreport.staging.RejectionReader;

/** Reads the rejected rows; an item is a {@link org.recoveryreport.staging.StagedRejection}. */
@Dependent
@Named("rejectionItemReader")
public class RejectionItemReader implements ItemReader {
    private final Run run;
    private @Nullable RejectionReader reader;

    @Inject
    public RejectionItemReader(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        reader = new RejectionReader(
                run.staging(),
                RejectionReason.EPISODE_IN_TWO_PLACES.text(),
                checkpoint instanceof Long rows ? rows : 0);
    }

    @Override
    public @Nullable Object readItem() {
        return opened().read();
    }

    @Override
    public Serializable checkpointInfo() {
        return opened().rowsRead();
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    private RejectionReader opened() {
        if (reader == null) {
            throw new IllegalStateException("the reader is not open");
        }
        return reader;
    }
}
