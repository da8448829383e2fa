package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.intake.Rejection;
import org.recoveryreport.intake.RejectionReason;
import org.recoveryreport.intake.RowSpan;
import org.recoveryreport.publish.RejectedRow;
import org.recoveryreport.staging.Origin;
import org.recoveryreport.staging.RejectedRows;
import org.recoveryreport.staging.RejectionReader;

/** Reads the rejected rows; an item is a {@link RejectedRow}. */
@Dependent
@Named("rejectionItemReader")
public class RejectionItemReader implements ItemReader {
    private final Run run;
    private final Queue<RejectedRow> pending = new ArrayDeque<>();
    private @Nullable RejectionReader reader;
    private long read;

    @Inject
    public RejectionItemReader(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        reader = new RejectionReader(run.staging());
        long skip = checkpoint instanceof Long rows ? rows : 0;
        while (read < skip && readItem() != null) {
            // passes over what was read before
        }
    }

    @Override
    public @Nullable Object readItem() {
        if (reader == null) {
            throw new IllegalStateException("the reader is not open");
        }
        if (pending.isEmpty()) {
            RejectedRows next = reader.read();
            if (next == null) {
                return null;
            }
            Origin origin = next.origin();
            RejectionReason reason = RejectionReason.valueOf(next.reason());
            for (long line : new RowSpan(origin.source(), origin.firstLine(), origin.rows(), origin.steps()).lines()) {
                Rejection rejection =
                        new Rejection(origin.source(), line, next.episodeId(), next.column(), reason, next.otherLine());
                pending.add(new RejectedRow(
                        origin.source(), line, next.episodeId(), next.column(), rejection.reasonText()));
            }
        }
        read++;
        return pending.poll();
    }

    @Override
    public Serializable checkpointInfo() {
        return read;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
        }
    }
}
