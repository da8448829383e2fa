package org.recoveryreport.cli;

import com.zaxxer.hikari.HikariConfig;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the history of runs is kept. */
interface Repository {
    /** How to reach it. */
    HikariConfig pool();

    /** By what the runs of this output folder are told from those of others; null where there are no others. */
    @Nullable
    String owner();

    /** Whether it can have runs of this output folder. */
    boolean exists();

    /**
     * What can be read while another process runs a job.
     *
     * @param folder for a copy, if need be
     */
    Repository whileRunning(Path folder);
}
