/**
 * The Jakarta Batch artifacts of {@code jobs/recovery-report.xml}: each hands one step's items to the packages that do the
 * work, and no more. Of Jakarta they know Batch and CDI, and no runtime, so any server that has both can run the job.
 *
 * <p>In the order of the job: {@link org.recoveryreport.job.CheckInputBatchlet}, {@link
 * org.recoveryreport.job.EpisodeItemReader}, {@link org.recoveryreport.job.TaggingProcessor}, {@link
 * org.recoveryreport.job.StagingWriter}, {@link org.recoveryreport.job.HistoryItemReader}, {@link
 * org.recoveryreport.job.RejectionItemReader}, {@link org.recoveryreport.job.RejectedShareDecider}, which goes on or to
 * {@link org.recoveryreport.job.KeepRejectedBatchlet}, {@link org.recoveryreport.job.StudyPartItemReader}, {@link
 * org.recoveryreport.job.CompareBatchlet}, {@link org.recoveryreport.job.ReportRowItemReader}, {@link
 * org.recoveryreport.job.PublishBatchlet}.
 *
 * <p>Checkpoints: a writer's data is durable before its checkpoint is, and when a step is restarted the writer first
 * removes what lies behind the checkpoint. Nothing is ever skipped: a bad episode is an item like any other.
 */
@NullMarked
package org.recoveryreport.job;

import org.jspecify.annotations.NullMarked;
