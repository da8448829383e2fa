package org.recoveryreport.job;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.staging.ResultStore;

/** Stages the figures of the parts of the study, and by what they are audited. */
@Dependent
@Named("figuresItemWriter")
public class FiguresItemWriter extends AbstractItemWriter {
    private final Run run;
    private int written;

    @Inject
    public FiguresItemWriter(Run run) {
        this.run = run;
    }

    /** Nothing needs removing: figures found again take the place of their forerunners. */
    @Override
    public void open(@Nullable Serializable checkpoint) {
        written = checkpoint instanceof Integer durable ? durable : 0;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<AnalysedPart> parts = items.stream().map(AnalysedPart.class::cast).toList();
        ResultStore store = new ResultStore(run.staging());
        store.put(
                StagedStudy.PARTS,
                written,
                parts.stream().map(AnalysedPart::audited).toList());
        store.put(
                StagedStudy.FIGURES,
                written,
                parts.stream().map(AnalysedPart::figures).toList());
        store.put(StagedStudy.DECISION, 0, List.of(parts.get(0).decision()));
        written += parts.size();
    }

    @Override
    public Serializable checkpointInfo() {
        return written;
    }
}
