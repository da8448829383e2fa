package org.recoveryreport.cli;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.JobInstance;
import jakarta.batch.runtime.StepExecution;
import jakarta.transaction.TransactionManager;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

/** Starts jobs on JBeret and reads the history of runs, which is kept in an H2 file. One at a time in a process. */
final class BatchLauncher implements AutoCloseable {
    private final HikariDataSource dataSource;
    private final JobOperator operator;
    private final JobRepository repository;

    private BatchLauncher(HikariDataSource dataSource, JobFolder jobs) {
        this.dataSource = dataSource;
        this.repository = new JdbcRepository(dataSource, new Properties());
        BatchEnvironment environment = new Environment(new BatchSEEnvironment(), repository, jobs);
        JobOperatorContext context = JobOperatorContext.create(environment);
        JobOperatorContext.setJobOperatorContextSelector(() -> context);
        this.operator = context.getJobOperator();
    }

    /** Opens the history of a folder that we hold, or begins one. */
    static BatchLauncher open(OutputFolder.Hold hold, JobFolder jobs) {
        return open(hold.folder().repositoryFile(), jobs);
    }

    /** Opens a history that no other process uses. */
    static BatchLauncher open(Path repositoryFile, JobFolder jobs) {
        String file = repositoryFile.toString().replaceFirst("\\.mv\\.db$", "");
        HikariConfig pool = new HikariConfig();
        // without WRITE_DELAY=0 a killed process loses its last checkpoints; no port is opened
        pool.setJdbcUrl("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;WRITE_DELAY=0");
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMinimumIdle(1);
        return new BatchLauncher(new HikariDataSource(pool), jobs);
    }

    /** Starts a job. */
    long start(String job, Properties parameters) {
        return operator.start(job, parameters);
    }

    /** Goes on with an execution that failed, was stopped or was cut off. */
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

    /** Every run, as its executions, of which all but the first are restarts. */
    List<List<JobExecution>> runs() {
        List<List<JobExecution>> runs = new ArrayList<>();
        for (JobInstance instance : repository.getJobInstances(null)) {
            runs.add(repository.getJobExecutions(instance));
        }
        return runs;
    }

    /** Every execution, newest first. */
    List<JobExecution> executions() {
        return runs().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(JobExecution::getExecutionId).reversed())
                .toList();
    }

    /** Removes the run of an execution from the history. */
    void forget(JobExecution execution) {
        long instance = operator.getJobInstance(execution.getExecutionId()).getInstanceId();
        // JBeret has no call for this; the rows of executions and steps go with that of the instance
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("DELETE FROM JOB_INSTANCE WHERE JOBINSTANCEID = ?")) {
            statement.setLong(1, instance);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the history of runs cannot be changed", e);
        }
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
    private record Environment(BatchSEEnvironment standard, JobRepository repository, JobFolder jobs)
            implements BatchEnvironment {
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
            return null;
        }
    }
}
