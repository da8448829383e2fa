package org.recoveryreport.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What the partitions of a run have read in treatment texts, so that none reads what another one has read. Nothing depends on
 * it: who asks for those of another run makes this forget.
 */
@ApplicationScoped
public class RunReadings {
    private @Nullable Path work;
    private @Nullable TextReadings readings;

    /** Those of a run, by its catalogue. */
    synchronized TextReadings of(Run run) {
        if (readings == null || !run.work().equals(work)) {
            work = run.work();
            readings = new TextReadings(Catalogues.of(run.settings()).catalogue());
        }
        return readings;
    }
}
