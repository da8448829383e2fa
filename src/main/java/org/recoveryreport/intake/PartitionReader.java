package org.recoveryreport.intake;

import java.io.Closeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the ranges of a partition one after the other. Not for several threads at a time. */
public final class PartitionReader implements Closeable {
    private final InputPlan plan;
    private final List<LogRange> ranges;
    private int range;
    private long before;
    private @Nullable LogReader reader;

    private PartitionReader(InputPlan plan, int partition, PartitionPosition position) {
        this.plan = plan;
        this.ranges = plan.partitions().get(partition).ranges();
        this.range = position.range();
        this.before = position.before();
        this.reader = opened(position.within());
    }

    /**
     * Opens a partition.
     *
     * @param partition its position in the plan, from 0
     * @param resumeAt where an earlier reader of the same partition was; null = at its start
     */
    public static PartitionReader open(InputPlan plan, int partition, @Nullable PartitionPosition resumeAt) {
        return new PartitionReader(plan, partition, resumeAt == null ? new PartitionPosition(0, null, 0) : resumeAt);
    }

    /** The next episode's rows; null = there are no more. */
    public @Nullable EpisodeRows next() {
        while (reader != null) {
            EpisodeRows rows = reader.next();
            if (rows != null) {
                return rows;
            }
            reader.close();
            before += reader.position().rows();
            range++;
            reader = opened(null);
        }
        return null;
    }

    /** Where to resume after the item given last. */
    public PartitionPosition position() {
        return new PartitionPosition(range, reader == null ? null : reader.position(), before);
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }

    private @Nullable LogReader opened(@Nullable LogPosition resumeAt) {
        if (range >= ranges.size()) {
            return null;
        }
        LogRange next = ranges.get(range);
        return LogReader.open(plan.files().get(next.file()), next, resumeAt);
    }
}
