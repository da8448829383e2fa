package org.recoveryreport.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.LongAdder;

/** What a running job tells who watches it. Nothing depends on it; a restarted run begins to count anew. */
@ApplicationScoped
public class RunProgress {
    private final LongAdder rows = new LongAdder();
    private volatile long rowsExpected;

    /** Rows were staged. */
    public void staged(long count) {
        rows.add(count);
    }

    /** Rows staged so far. */
    public long rows() {
        return rows.sum();
    }

    /** How many rows the log has, where known; otherwise 0. */
    public long rowsExpected() {
        return rowsExpected;
    }

    /** The log has this many rows. */
    public void expect(long count) {
        rowsExpected = count;
    }
}
