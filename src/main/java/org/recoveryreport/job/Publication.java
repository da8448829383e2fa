package org.recoveryreport.job;

import jakarta.batch.runtime.context.JobContext;
import org.recoveryreport.domain.study.LogCounts;
import org.recoveryreport.domain.study.StudyResult;

/**
 * What is to be published.
 *
 * @param log what became of the log's rows
 * @param result what the study found, without the certificate of its audit
 */
record Publication(LogCounts log, StudyResult result) {
    /** As the steps before staged it; read once in an execution, for with very many combinations that takes a second. */
    static Publication of(Run run) {
        JobContext job = run.job();
        if (job.getTransientUserData() instanceof Publication read) {
            return read;
        }
        LogCounts log = StagedStudy.counts(run);
        Publication publication = new Publication(log, StagedStudy.published(run, log));
        job.setTransientUserData(publication);
        return publication;
    }
}
