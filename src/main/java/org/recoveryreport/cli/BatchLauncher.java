package org.recoveryreport.cli;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import jakarta.transaction.TransactionManager;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.jberet.repository.JdbcRepository;
import org.jberet.repository.JobRepository;
import org.jberet.runtime.AbstractStepExecution;
import org.jberet.runtime.JobExecutionImpl;
import org.jberet.se.BatchSEEnvironment;
import org.jberet.spi.ArtifactFactory;
import org.jberet.spi.BatchEnvironment;
import org.jberet.spi.JobOperatorContext;
import org.jberet.spi.JobTask;
import org.jberet.spi.JobXmlResolver;
import org.jberet.tools.ChainedJobXmlResolver;
import org.jspecify.annotations.Nullable;

/** Starts jobs on JBeret and reads the history of runs. One at a time in a process. */
final class BatchLauncher implements AutoCloseable {
    private final HikariDataSource dataSource;
    private final JobOperator operator;
    private final HistoryTables history;

    private BatchLauncher(HikariDataSource dataSource, @Nullable String owner, JobFolder jobs) {
        this.dataSource = dataSource;
        JobRepository repository = new JdbcRepository(dataSource, new Properties());
        this.history = new HistoryTables(dataSource, owner);
        history.createIndexes();
        history.keepIdsInARow();
        BatchEnvironment environment = new Environment(new BatchSEEnvironment(), repository, jobs, owner);
        JobOperatorContext context = JobOperatorContext.create(environment);
        JobOperatorContext.setJobOperatorContextSelector(() -> context);
        this.operator = context.getJobOperator();
    }

    /** Opens the history of a folder that we hold, or begins one. */
    static BatchLauncher open(FolderLock hold, JobFolder jobs) {
        return open(hold.folder().repository(), jobs);
    }

    /** Opens a history. */
    static BatchLauncher open(Repository repository, JobFolder jobs) {
        return new BatchLauncher(new HikariDataSource(repository.pool()), repository.owner(), jobs);
    }

    /** Starts a job. */
    long start(String job, Properties parameters) {
        return operator.start(job, parameters);
    }

    /** Restarts an execution that failed, was stopped or was cut off. */
    long restart(long execution, Properties parameters) {
        return operator.restart(execution, parameters);
    }

    /** Asks an execution of this process to stop at its next checkpoint. */
    void stop(long execution) {
        operator.stop(execution);
    }

    /** Waits for the end of an execution, for a while. */
    boolean awaitEnd(long execution, long millis) throws InterruptedException {
        JobExecutionImpl running = (JobExecutionImpl) operator.getJobExecution(execution);
        running.awaitTermination(millis, TimeUnit.MILLISECONDS);
        return running.getEndTime() != null;
    }

    JobExecution execution(long id) {
        return operator.getJobExecution(id);
    }

    /** Parameters of an execution. */
    Properties parameters(long execution) {
        return operator.getParameters(execution);
    }

    /** Every run of the output folder, as its executions, of which all but the first are restarts; newest run first. */
    List<List<PastExecution>> runs() {
        Map<Long, List<PastExecution>> runs = new LinkedHashMap<>();
        for (PastExecution execution : executions()) {
            runs.computeIfAbsent(execution.run(), run -> new ArrayList<>()).add(0, execution);
        }
        return List.copyOf(runs.values());
    }

    /** Every execution of the output folder, newest first. */
    List<PastExecution> executions() {
        return history.executions();
    }

    /** Removes the run of an execution from the history. */
    void forget(PastExecution execution) {
        history.forget(execution.run());
    }

    /** The step an execution stands at; null before the first. */
    @Nullable
    StepExecution lastStep(long execution) {
        List<StepExecution> steps = operator.getStepExecutions(execution);
        return steps.isEmpty() ? null : steps.get(steps.size() - 1);
    }

    /** Why a step of this process failed; null where it did not. */
    static @Nullable Exception failure(@Nullable StepExecution step) {
        return step instanceof AbstractStepExecution known ? known.getException() : null;
    }

    /** Closes the history with its last connection. */
    @Override
    public void close() {
        dataSource.close();
    }

    /** JBeret's own environment, but for the repository and for job definitions, which come first from our folder. */
    private record Environment(
            BatchSEEnvironment standard,
            JobRepository repository,
            JobFolder jobs,
            @Nullable String owner) implements BatchEnvironment {
        @Override
        public ClassLoader getClassLoader() {
            return standard.getClassLoader();
        }

        @Override
        public ArtifactFactory getArtifactFactory() {
            return standard.getArtifactFactory();
        }

        @Override
        public void submitTask(JobTask task) {
            standard.submitTask(task);
        }

        @Override
        public TransactionManager getTransactionManager() {
            return standard.getTransactionManager();
        }

        @Override
        public JobRepository getJobRepository() {
            return repository;
        }

        @Override
        public JobXmlResolver getJobXmlResolver() {
            return new ChainedJobXmlResolver(List.of(jobs, standard.getJobXmlResolver()));
        }

        @Override
        public Properties getBatchConfigurationProperties() {
            return standard.getBatchConfigurationProperties();
        }

        @Override
        public @Nullable String getApplicationName() {
            return owner;
        }
    }
}
