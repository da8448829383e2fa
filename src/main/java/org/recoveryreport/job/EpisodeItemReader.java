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

/** Reads one partition of the log; an item is the {@link EpisodeRows} of one episode. */
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
            reader = opened(position.inRange());
        } else {
            reader = opened(null);
        }
    }

    @Override
    public @Nullable Object readItem() {
        LogReader current = current();
        EpisodeRows rows = current.next();
        while (rows == null && range + 1 < ranges.size()) {
            current.close();
            range++;
            current = opened(null);
            reader = current;
            rows = current.next();
        }
        return rows;
    }

    @Override
    public Serializable checkpointInfo() {
        return new Position(range, current().position());
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    private LogReader opened(@Nullable LogPosition resumeAt) {
        LogRange next = ranges.get(range);
        return LogReader.open(files.get(next.file()), next, resumeAt);
    }

    private LogReader current() {
        if (reader == null) {
            throw new IllegalStateException("the reader is not open");
        }
        return reader;
    }

    /**
     * Where to go on.
     *
     * @param range which of the partition's ranges
     * @param inRange where in it
     */
    private record Position(int range, LogPosition inRange) implements Serializable {}
}
