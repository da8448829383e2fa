package org.recoveryreport.job;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.intake.EpisodeRows;
import org.recoveryreport.intake.InputPlan;
import org.recoveryreport.intake.LogFile;
import org.recoveryreport.intake.LogPosition;
import org.recoveryreport.intake.LogRange;
import org.recoveryreport.intake.LogReader;

/** Reads one partition of the log, range by range; an item is the {@link EpisodeRows} of one episode. */
@Dependent
@Named("episodeItemReader")
public class EpisodeItemReader implements ItemReader {
    private final Run run;
    private final int partition;
    private List<LogFile> files = List.of();
    private List<LogRange> ranges = List.of();
    private int range;
    private @Nullable LogReader reader;

    @Inject
    public EpisodeItemReader(Run run, @BatchProperty(name = "partition") String partition) {
        this.run = run;
        this.partition = Integer.parseInt(partition);
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        InputPlan plan = run.plan();
        files = plan.files();
        ranges = plan.partitions().get(partition).ranges();
        if (checkpoint instanceof Position position) {
            range = position.range();
            openRange(position.inRange());
        } else if (!ranges.isEmpty()) {
            openRange(null);
        }
    }

    @Override
    public @Nullable Object readItem() {
        while (reader != null) {
            EpisodeRows rows = reader.next();
            if (rows != null || range + 1 == ranges.size()) {
                return rows;
            }
            reader.close();
            range++;
            openRange(null);
        }
        return null;
    }

    @Override
    public @Nullable Serializable checkpointInfo() {
        return reader == null ? null : new Position(range, reader.position());
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    private void openRange(@Nullable LogPosition resumeAt) {
        LogRange next = ranges.get(range);
        reader = LogReader.open(files.get(next.file()), next, resumeAt);
    }

    /**
     * Where to go on.
     *
     * @param range which of the partition's ranges
     * @param inRange where in it
     */
    private record Position(int range, LogPosition inRange) implements Serializable {}
}
