package org.recoveryreport.job;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.recoveryreport.staging.ResultStore;

/** Stages what is to be published where it is not all figures: beside the last report of this folder, some tell too much. */
@Dependent
@Named("compareBatchlet")
public class CompareBatchlet extends AbstractBatchlet {
    private final Run run;

    @Inject
    public CompareBatchlet(Run run) {
        this.run = run;
    }

    @Override
    public String process() {
        new ResultStore(run.staging())
                .put(StagedStudy.PUBLISHED, 0, List.of(StagedStudy.of(run).compared()));
        return "COMPARED";
    }
}
