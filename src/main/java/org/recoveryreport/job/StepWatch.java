package org.recoveryreport.job;

import jakarta.batch.api.chunk.listener.ChunkListener;
import jakarta.batch.api.listener.StepListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.Metric;
import jakarta.batch.runtime.Metric.MetricType;
import jakarta.batch.runtime.context.JobContext;
import jakarta.batch.runtime.context.StepContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Arrays;

/** Reports steps and chunks to those who watch the run and to Java Flight Recorder. The job does not depend on it. */
@Dependent
@Named("stepWatch")
public class StepWatch implements StepListener, ChunkListener {
    private final JobContext job;
    private final StepContext step;
    private final RunProgress progress;
    private long beganNanos;
    private long rowsBefore;
    private long writtenBefore;
    private StepEvent stepEvent = new StepEvent();
    private ChunkEvent chunkEvent = new ChunkEvent();

    @Inject
    public StepWatch(JobContext job, StepContext step, RunProgress progress) {
        this.job = job;
        this.step = step;
        this.progress = progress;
    }

    @Override
    public void beforeStep() {
        beganNanos = System.nanoTime();
        rowsBefore = progress.rows();
        stepEvent = new StepEvent();
        stepEvent.begin();
    }

    @Override
    public void afterStep() {
        boolean successful = step.getBatchStatus() != BatchStatus.FAILED;
        progress.ended(new StepReport(
                step.getStepName(),
                successful,
                Duration.ofNanos(System.nanoTime() - beganNanos),
                metric(MetricType.READ_COUNT),
                metric(MetricType.WRITE_COUNT),
                metric(MetricType.COMMIT_COUNT),
                progress.rows() - rowsBefore));
        stepEvent.step = step.getStepName();
        stepEvent.execution = job.getExecutionId();
        stepEvent.read = metric(MetricType.READ_COUNT);
        stepEvent.written = metric(MetricType.WRITE_COUNT);
        stepEvent.successful = successful;
        stepEvent.commit();
    }

    @Override
    public void beforeChunk() {
        writtenBefore = metric(MetricType.WRITE_COUNT);
        chunkEvent = new ChunkEvent();
        chunkEvent.begin();
    }

    @Override
    public void afterChunk() {
        chunkEvent.step = step.getStepName();
        chunkEvent.execution = job.getExecutionId();
        chunkEvent.written = metric(MetricType.WRITE_COUNT) - writtenBefore;
        chunkEvent.commit();
    }

    @Override
    public void onError(Exception failure) {
        // the step's own event says that it failed
    }

    private long metric(MetricType type) {
        return Arrays.stream(step.getMetrics())
                .filter(metric -> metric.getType() == type)
                .mapToLong(Metric::getValue)
                .sum();
    }
}
