package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.staging.RecurrenceWriter;
import org.recoveryreport.staging.Recurrences;

/** Stages the classes of recurrent episodes. */
@Dependent
@Named("recurrenceItemWriter")
public class RecurrenceItemWriter implements ItemWriter {
    private final Run run;
    private @Nullable RecurrenceWriter writer;

    @Inject
    public RecurrenceItemWriter(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        writer = new RecurrenceWriter(run.staging(), checkpoint instanceof Long groups ? groups : 0);
    }

    @Override
    public void writeItems(List<Object> items) {
        opened().write(items.stream().map(Recurrences.class::cast).toList());
    }

    @Override
    public Serializable checkpointInfo() {
        return opened().groupsWritten();
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }

    private RecurrenceWriter opened() {
        if (writer == null) {
            throw new IllegalStateException("the writer is not open");
        }
        return writer;
    }
}
