package org.recoveryreport.job;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.intake.EpisodeRows;
import org.recoveryreport.intake.InputPlan;
import org.recoveryreport.intake.PartitionPosition;
import org.recoveryreport.intake.PartitionReader;

/** Reads one partition of the log; an item is the {@link EpisodeRows} of one episode. */
@Dependent
@Named("episodeItemReader")
public class EpisodeItemReader implements ItemReader {
    private final Run run;
    private final RunProgress progress;
    private final int partition;
    private @Nullable PartitionReader reader;

    @Inject
    public EpisodeItemReader(Run run, RunProgress progress, @BatchProperty(name = "partition") String partition) {
        this.run = run;
        this.progress = progress;
        this.partition = Integer.parseInt(partition);
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        InputPlan plan = run.plan();
        reader = PartitionReader.open(
                plan, partition, checkpoint instanceof PartitionPosition position ? position : null);
        progress.expect(plan.records());
        progress.resumed(reader.position().rows());
    }

    @Override
    public @Nullable Object readItem() {
        EpisodeRows rows = opened().next();
        if (rows == null) {
            new RowBalance(run).noteRead(partition, opened().position().rows());
        }
        return rows;
    }

    @Override
    public Serializable checkpointInfo() {
        return opened().position();
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    private PartitionReader opened() {
        if (reader == null) {
            throw new IllegalStateException("the reader is not open");
        }
        return reader;
    }
}
