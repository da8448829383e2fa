package org.recoveryreport.cli;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the history of runs is kept. */
interface Repository {
    /** How to reach it. */
    HikariConfig pool();

    /** What marks the runs of this output folder; null where there are no others. */
    @Nullable
    String owner();

    /** Whether it can have runs of this output folder. */
    boolean exists();

    /** Locks it against other hosts that have the same output folder; null = one of them has the lock. */
    @Nullable
    Lock tryLock();

    /** Keeps other hosts from an output folder until it is closed. */
    interface Lock extends AutoCloseable {
        /** Whether it is still ours, or again; looks now and then. */
        boolean isHeld();

        @Override
        void close();
    }

    /**
     * What can be read while another process runs a job.
     *
     * @param folder for a copy, if need be
     */
    Repository whileRunning(Path folder);
}
