package org.recoveryreport.job;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Files;
import org.recoveryreport.publish.WholeFile;
import org.recoveryreport.staging.StagedTotals;

/** Ends a run with too many bad rows: nothing is published, but the list of the bad rows stays. */
@Dependent
@Named("keepRejectedBatchlet")
public class KeepRejectedBatchlet extends AbstractBatchlet {
    private final Run run;

    @Inject
    public KeepRejectedBatchlet(Run run) {
        this.run = run;
    }

    @Override
    public String process() {
        StagedTotals totals = new RowBalance(run).checked();
        RunFolder aside = run.aside();
        RunFolder inPlace = run.inPlace();
        if (!Files.isDirectory(inPlace.path())) {
            // without a report nothing else tells what was read
            WholeFile.copy(run.inputs(), aside.inputs());
        }
        aside.moveTo(inPlace);
        run.job()
                .setExitStatus(new RunOutcome(
                                false,
                                totals.rowsRead(),
                                totals.rowsRejected(),
                                totals.episodesAccepted(),
                                0,
                                inPlace.name())
                        .exitStatus());
        return RejectedShareDecider.TOO_MANY_REJECTED;
    }
}
