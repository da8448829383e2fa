package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.RejectedCsvWriter;
import org.recoveryreport.publish.RejectedRow;

/** Writes {@code private/rejected.csv}. */
@Dependent
@Named("rejectedCsvItemWriter")
public class RejectedCsvItemWriter implements ItemWriter {
    private final Run run;
    private @Nullable RejectedCsvWriter writer;

    @Inject
    public RejectedCsvItemWriter(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        writer = RejectedCsvWriter.open(run.aside().rejected(), checkpoint instanceof Long length ? length : null);
    }

    @Override
    public void writeItems(List<Object> items) {
        opened().write(items.stream().map(RejectedRow.class::cast).toList());
    }

    @Override
    public Serializable checkpointInfo() {
        return opened().checkpoint();
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }

    private RejectedCsvWriter opened() {
        if (writer == null) {
            throw new IllegalStateException("the writer is not open");
        }
        return writer;
    }
}
