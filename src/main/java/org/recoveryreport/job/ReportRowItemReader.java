package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.ReportRow;
import org.recoveryreport.publish.ReportRows;

/** Reads the rows of the report's tables; an item is a {@link ReportRow}. */
@Dependent
@Named("reportRowItemReader")
public class ReportRowItemReader implements ItemReader {
    private final Run run;
    private List<ReportRow<?>> rows = List.of();
    private int next;

    @Inject
    public ReportRowItemReader(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        rows = ReportRows.of(StagedStudy.of(run).published());
        next = checkpoint instanceof Integer read ? read : 0;
    }

    @Override
    public @Nullable Object readItem() {
        return next < rows.size() ? rows.get(next++) : null;
    }

    @Override
    public Serializable checkpointInfo() {
        return next;
    }

    @Override
    public void close() {
        rows = List.of();
    }
}
