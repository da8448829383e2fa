package org.recoveryreport.job;

import jakarta.batch.api.Decider;
import jakarta.batch.runtime.StepExecution;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.recoveryreport.staging.RejectedRows;
import org.recoveryreport.staging.StagedTotals;

/** Decides whether enough of the log is good for a report. */
@Dependent
@Named("rejectedShareDecider")
public class RejectedShareDecider implements Decider {
    static final String ENOUGH = "ENOUGH";
    static final String TOO_MANY_REJECTED = "TOO-MANY-REJECTED";

    private final Run run;

    @Inject
    public RejectedShareDecider(Run run) {
        this.run = run;
    }

    @Override
    public String decide(StepExecution[] executions) {
        StagedTotals totals = StagedTotals.of(run.staging());
        // spreadsheets leave blank rows behind, in which nothing is lost
        long blank = totals.rejectedRowsByReason().getOrDefault(RejectedRows.BLANK, 0L);
        double rejectedPercent = 100.0 * (totals.rowsRejected() - blank) / Math.max(1, totals.rowsRead() - blank);
        return rejectedPercent > run.settings().maxRejectedPercent() ? TOO_MANY_REJECTED : ENOUGH;
    }
}
