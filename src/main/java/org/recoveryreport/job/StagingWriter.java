package org.recoveryreport.job;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.staging.CaseWriter;
import org.recoveryreport.staging.StagedItem;

/** Stages the cases and rejections of one partition. */
@Dependent
@Named("stagingWriter")
public class StagingWriter implements ItemWriter {
    private final Run run;
    private final RunProgress progress;
    private final int partition;
    private @Nullable CaseWriter writer;

    @Inject
    public StagingWriter(Run run, RunProgress progress, @BatchProperty(name = "partition") String partition) {
        this.run = run;
        this.progress = progress;
        this.partition = Integer.parseInt(partition);
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        writer = new CaseWriter(run.staging(), partition, checkpoint instanceof Long written ? written : 0);
    }

    @Override
    @SuppressWarnings(
            "unchecked") // to look at each of them would fetch it twice, and the writer fails with any other item
    public void writeItems(List<Object> items) {
        progress.staged(opened().write((List<StagedItem>) (List<?>) items));
    }

    @Override
    public Serializable checkpointInfo() {
        return opened().written();
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }

    private CaseWriter opened() {
        if (writer == null) {
            throw new IllegalStateException("the writer is not open");
        }
        return writer;
    }
}
