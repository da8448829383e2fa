package org.recoveryreport.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** What a running job tells those who watch it. Nothing depends on it; a restarted run counts anew. */
@ApplicationScoped
public class RunProgress {
    private final LongAdder rows = new LongAdder();
    private final LongAdder rowsBefore = new LongAdder();
    private final Queue<StepReport> ended = new ConcurrentLinkedQueue<>();
    private volatile long rowsExpected;

    /** Rows were staged. */
    public void staged(long count) {
        rows.add(count);
    }

    /** A reader resumes behind rows that an earlier execution staged. */
    public void resumed(long count) {
        rowsBefore.add(count);
    }

    /** Rows staged so far by this execution. */
    public long rows() {
        return rows.sum();
    }

    /** Rows known to be staged before. */
    public long rowsBefore() {
        return rowsBefore.sum();
    }

    /** How many rows the log has, where known; otherwise 0. */
    public long rowsExpected() {
        return rowsExpected;
    }

    /** The log has this many rows. */
    public void expect(long count) {
        rowsExpected = count;
    }

    /** A step has ended. */
    void ended(StepReport step) {
        ended.add(step);
    }

    /** Takes away the next step that has ended; null = there is none. */
    public @Nullable StepReport nextEnded() {
        return ended.poll();
    }
}
