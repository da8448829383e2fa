package org.recoveryreport.publish;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.recoveryreport.domain.disclosure.Audit;

/** Writes and reads {@code run.json}, the one file of a report that differs between two equal runs. */
public final class RunJson {
    private RunJson() {}

    /** Replaces the file. Times are UTC, the duration is in seconds. */
    public static void write(Path file, RunRecord run) {
        WholeFile.write(
                file,
                out -> JsonWriter.writeObject(out, json -> {
                    json.field("execution_id", run.executionId());
                    json.field("job", run.jobName());
                    json.field("version", run.applicationVersion());
                    json.field("started", run.started().toString());
                    json.field("finished", run.finished().toString());
                    json.field(
                            "duration_seconds",
                            Duration.between(run.started(), run.finished()).toMillis() / 1000.0);
                    json.object("parameters", parameters -> {
                        for (Map.Entry<String, String> parameter :
                                run.parameters().entrySet()) {
                            parameters.field(parameter.getKey(), parameter.getValue());
                        }
                    });
                    json.field("rows_in_files", run.rowsInFiles());
                    json.field("rows_read", run.rowsRead());
                    json.field("rows_accepted", run.rowsAccepted());
                    json.field("rows_rejected", run.rowsRejected());
                    Audit audit = run.audit();
                    if (audit != null) {
                        json.object("disclosure_audit", certificate -> {
                            certificate.field("counts", audit.cells());
                            certificate.field("hidden", audit.hidden());
                            certificate.field("narrowest_range", audit.narrowest());
                        });
                    }
                    json.rows(
                            "inputs", run.inputs().stream().map(RunJson::input).toList());
                    json.rows(
                            "outputs",
                            run.outputs().stream().map(RunJson::output).toList());
                    json.field("java", run.javaRuntime());
                    json.field("operating_system", run.operatingSystem());
                }));
    }

    /**
     * Reads what {@link #write} has written; ignores what it does not know.
     *
     * @throws IllegalArgumentException where that is no such file; the message says what is wrong with it
     * @throws UncheckedIOException where it cannot be read
     */
    public static RunRecord read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return RunJsonReader.read(in);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("it is no JSON", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static JsonWriter.Part input(RunRecord.Input input) {
        return json -> {
            fingerprint(json, input.file());
            json.field("rows", input.rows());
        };
    }

    private static JsonWriter.Part output(RunRecord.Output output) {
        return json -> {
            fingerprint(json, output.file());
            if (output.rows() != null) {
                json.field("rows", output.rows());
            }
        };
    }

    private static void fingerprint(JsonWriter json, FileFingerprint file) throws IOException {
        json.field("path", file.path());
        json.field("sha256", file.sha256());
        if (file.bytes() != null) {
            json.field("bytes", file.bytes());
        }
    }
}
