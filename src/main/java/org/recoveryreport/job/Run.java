package org.recoveryreport.job;

import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;
import org.recoveryreport.intake.InputPlan;
import org.recoveryreport.publish.WholeFile;
import org.recoveryreport.staging.StagingDatabase;

/** What the artifacts of a run share: its settings and its files. Everything comes from the job's properties. */
@Dependent
public class Run {
    private static final String FIRST_EXECUTION = "first-execution.txt";

    private final JobContext job;
    private final Properties properties;

    @Inject
    public Run(JobContext job) {
        this.job = job;
        this.properties = job.getProperties();
    }

    /** The job as the runtime knows it. */
    public JobContext job() {
        return job;
    }

    /** The settings. */
    public JobSettings settings() {
        return JobSettings.of(properties);
    }

    /** File with the paths of the log. */
    public Path inputs() {
        return Path.of(property("inputs"));
    }

    /** Folder for what the run needs while it is not finished. */
    public Path work() {
        return Path.of(property("work"));
    }

    /** Folder that the report goes to. */
    public Path output() {
        return Path.of(property("output"));
    }

    /** When the run began; a restart does not change it. */
    public Instant started() {
        return Instant.parse(property("started"));
    }

    /** The execution that began this run; restarts have executions of their own. Known once the first step is done. */
    public long firstExecution() {
        try {
            return Long.parseLong(Files.readString(work().resolve(FIRST_EXECUTION)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Notes this execution as the first, unless one is noted. */
    public void noteFirstExecution() {
        Path file = work().resolve(FIRST_EXECUTION);
        if (!Files.exists(file)) {
            WholeFile.replace(file, Long.toString(job.getExecutionId()));
        }
    }

    /** The plan for reading the log, which the first step made. */
    public InputPlan plan() {
        return InputPlan.read(planFile());
    }

    /** Where the first step leaves the plan. */
    public Path planFile() {
        return planFile(work());
    }

    /** Where the first step leaves the plan in a run's work folder. */
    public static Path planFile(Path work) {
        return work.resolve("plan.txt");
    }

    /** Where cases are kept between the steps. */
    public StagingDatabase staging() {
        return new StagingDatabase(
                work().resolve("staging.duckdb"), settings().study().landmarks());
    }

    /** The run's folder while it is written aside. */
    public RunFolder aside() {
        return new RunFolder(work().resolve("run"));
    }

    /** The run's folder once it is whole: its name tells when the run began and its first execution. */
    public RunFolder inPlace() {
        return new RunFolder(output().resolve(RunFolder.stamp(started()) + "-" + firstExecution()));
    }

    private String property(String name) {
        String value = properties.getProperty(name, "");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("the job needs the parameter " + name);
        }
        return value;
    }
}
