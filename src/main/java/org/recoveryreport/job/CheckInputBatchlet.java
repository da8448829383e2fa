package org.recoveryreport.job;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.recoveryreport.intake.LogInspector;

/** Checks the log's files before anything is read, and plans how they are read. */
@Dependent
@Named("checkInputBatchlet")
public class CheckInputBatchlet extends AbstractBatchlet {
    private final Run run;

    @Inject
    public CheckInputBatchlet(Run run) {
        this.run = run;
    }

    @Override
    public String process() throws IOException {
        run.noteFirstExecution();
        // a mistake in the clinic's catalogue is better found now than in the middle of the log
        Catalogues.of(run.settings());
        List<Path> inputs =
                Files.readAllLines(run.inputs()).stream().map(Path::of).toList();
        new LogInspector().plan(inputs, run.settings().partitions()).write(run.planFile());
        run.staging().create();
        return "CHECKED";
    }
}
