package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.StudyFigures;
import org.recoveryreport.staging.ResultStore;

/** Stages the figures of the parts of the study. */
@Dependent
@Named("figuresItemWriter")
public class FiguresItemWriter implements ItemWriter {
    private final Run run;
    private int written;
    private @Nullable ResultStore store;

    @Inject
    public FiguresItemWriter(Run run) {
        this.run = run;
    }

    /** Nothing needs removing: figures found again take the place of their forerunners. */
    @Override
    public void open(@Nullable Serializable checkpoint) {
        store = new ResultStore(run.staging());
        written = checkpoint instanceof Integer durable ? durable : 0;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<StudyFigures> figures =
                items.stream().map(StudyFigures.class::cast).toList();
        Objects.requireNonNull(store).put(StagedStudy.FIGURES, written, figures);
        written += figures.size();
    }

    @Override
    public Serializable checkpointInfo() {
        return written;
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }
}
