package org.recoveryreport.job;

import jakarta.batch.api.chunk.ItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.FileLengths;
import org.recoveryreport.publish.ReportRow;
import org.recoveryreport.publish.ReportTables;
import org.recoveryreport.publish.ReportTablesWriter;

/** Writes the tables of the report. */
@Dependent
@Named("reportTablesItemWriter")
public class ReportTablesItemWriter implements ItemWriter {
    private final Run run;
    private @Nullable ReportTablesWriter writer;

    @Inject
    public ReportTablesItemWriter(Run run) {
        this.run = run;
    }

    @Override
    public void open(@Nullable Serializable checkpoint) {
        writer = ReportTablesWriter.open(
                run.aside().report(),
                ReportTables.of(run.settings().study()),
                checkpoint instanceof FileLengths lengths ? lengths : null);
    }

    @Override
    public void writeItems(List<Object> items) {
        List<ReportRow<?>> rows = new ArrayList<>();
        items.forEach(item -> rows.add((ReportRow<?>) item));
        opened().write(rows);
    }

    @Override
    public Serializable checkpointInfo() {
        return opened().checkpoint();
    }

    @Override
    public void close() {
        if (writer != null) {
            writer.close();
        }
    }

    private ReportTablesWriter opened() {
        if (writer == null) {
            throw new IllegalStateException("the writer is not open");
        }
        return writer;
    }
}
