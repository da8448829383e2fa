package org.recoveryreport.job;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.staging.ResultStore;

/** Makes the figures of the parts of the study, on as many threads as there are processors, and stages them and by what they are audited. */
@Dependent
@Named("figuresItemWriter")
public class FiguresItemWriter extends AbstractItemWriter {
    private final Run run;
    private int written;

    @Inject
    public FiguresItemWriter(Run run) {
        this.run = run;
    }

    /** Nothing needs removing: figures made again replace those made before. */
    @Override
    public void open(@Nullable Serializable checkpoint) {
        written = checkpoint instanceof Integer durable ? durable : 0;
    }

    @Override
    public void writeItems(List<Object> items) {
        List<AnalysedPart> parts = items.stream().map(AnalysedPart.class::cast).toList();
        ResultStore store = new ResultStore(run.staging());
        AtomicInteger next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(thread -> {
                    for (int i = next.getAndIncrement(); i < parts.size(); i = next.getAndIncrement()) {
                        stage(store, written + i, parts.get(i));
                    }
                });
        store.put(StagedStudy.DECISION, 0, List.of(parts.get(0).decision()));
        written += parts.size();
    }

    private static void stage(ResultStore store, int position, AnalysedPart part) {
        store.put(StagedStudy.PARTS, position, List.of(part.audited()));
        store.put(StagedStudy.FIGURES, position, List.of(part.figures().get()));
    }

    @Override
    public Serializable checkpointInfo() {
        return written;
    }
}
