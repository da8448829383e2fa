package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.recoveryreport.domain.study.Comparison;
import org.recoveryreport.domain.study.ComparisonAnalysis;

/** Turns the groups of a comparison into figures. */
@Dependent
@Named("comparisonProcessor")
public class ComparisonProcessor implements ItemProcessor {
    private final ComparisonAnalysis analysis;

    @Inject
    public ComparisonProcessor(Run run) {
        analysis = new ComparisonAnalysis(run.settings().study());
    }

    @Override
    public Object processItem(Object item) {
        return analysis.figures((Comparison) item);
    }
}
