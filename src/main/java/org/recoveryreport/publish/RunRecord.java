package org.recoveryreport.publish;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;

/**
 * When, where and from what a report was made. Null = hidden, because the count is small.
 *
 * @param executionId of the job execution that published the report
 * @param jobName the job's id
 * @param applicationVersion this application's version
 * @param started when the run started
 * @param finished when the report was ready, not before {@code started}
 * @param parameters every job parameter, those by default too
 * @param inputs the files read, in order
 * @param rowsInFiles rows of the log, as counted before it was read
 * @param rowsRead rows of the log, as counted by its readers; the same number
 * @param rowsAccepted rows of accepted episodes
 * @param rowsRejected rows of rejected episodes
 * @param audit of the counts in the report; null = every count may be shown
 * @param outputs the files of the report but {@code run.json} itself
 * @param javaRuntime name and version of the Java runtime
 * @param operatingSystem its name, version and architecture
 */
public record RunRecord(
        long executionId,
        String jobName,
        String applicationVersion,
        Instant started,
        Instant finished,
        SortedMap<String, String> parameters,
        List<Input> inputs,
        @Nullable Long rowsInFiles,
        @Nullable Long rowsRead,
        @Nullable Long rowsAccepted,
        @Nullable Long rowsRejected,
        @Nullable Audit audit,
        List<Output> outputs,
        String javaRuntime,
        String operatingSystem) {
    public RunRecord {
        if (finished.isBefore(started)) {
            throw new IllegalArgumentException("finished " + finished + " before it started " + started);
        }
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /**
     * An input file.
     *
     * @param file what identifies it
     * @param rows without header and blank lines; null = hidden
     */
    public record Input(FileFingerprint file, @Nullable Long rows) {}

    /**
     * An output file.
     *
     * @param file what identifies it
     * @param rows of a table, without its header; null = it is none, or the version that made it did not say
     */
    public record Output(FileFingerprint file, @Nullable Long rows) {}
}
