package org.recoveryreport.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import org.recoveryreport.domain.study.TextReadings;

/**
 * What the partitions of a run have read in treatment texts, so that none reads again what another has read. A mere cache:
 * it is dropped when no partition uses it any more, or when another run asks for its own.
 */
@ApplicationScoped
public class RunReadings {
    private Path work = Path.of("");
    private WeakReference<TextReadings> latest = new WeakReference<>(null);

    /** Those of a run, by its catalogue. */
    synchronized TextReadings of(Run run) {
        TextReadings readings = latest.get();
        if (readings == null || !run.work().equals(work)) {
            work = run.work();
            readings = new TextReadings(Catalogues.of(run.settings()).catalogue());
            latest = new WeakReference<>(readings);
        }
        return readings;
    }
}
