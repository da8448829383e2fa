package org.recoveryreport.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.WholeFile;

/**
 * {@code status.json} of an output folder, for monitors: how far the run is, or how the last one ended. It is replaced in
 * one instant, every second; an older heartbeat is that of a run that was cut off. Counts only.
 */
final class StatusFile {
    private static final String RUNNING = "RUNNING";
    private static final long EVERY_NANOS = 1_000_000_000;

    private final Path file;
    private final long execution;
    private final String job;
    private final Instant started = Clock.systemUTC().instant();
    private long lastNanos = System.nanoTime() - EVERY_NANOS;

    StatusFile(Path file, long execution, String job) {
        this.file = file;
        this.execution = execution;
        this.job = job;
    }

    /** The run goes on. */
    void running(Headway headway) {
        if (System.nanoTime() - lastNanos >= EVERY_NANOS) {
            lastNanos = System.nanoTime();
            write(RUNNING, null, headway);
        }
    }

    /**
     * The run has ended.
     *
     * @param stopped whether it was asked to
     */
    void ended(int exitCode, boolean stopped, Headway headway) {
        String state =
                switch (exitCode) {
                    case ExitCode.DONE -> "DONE";
                    case ExitCode.TOO_MANY_REJECTED -> "TOO_MANY_REJECTED";
                    case ExitCode.REFUSED -> "REFUSED";
                    default -> stopped ? "STOPPED" : "FAILED";
                };
        write(state, exitCode, headway);
    }

    /** The execution that is going on, as such a file tells; null where it tells of none. */
    static @Nullable Long running(Path file) {
        boolean running = false;
        Long execution = null;
        try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.VALUE_STRING && "state".equals(json.currentName())) {
                    running = json.getText().equals(RUNNING);
                } else if (token == JsonToken.VALUE_NUMBER_INT && "execution_id".equals(json.currentName())) {
                    execution = json.getLongValue();
                }
            }
            return running ? execution : null;
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String state, @Nullable Integer exitCode, Headway headway) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("state", state);
            json.writeObjectField("exit_code", exitCode);
            json.writeNumberField("execution_id", execution);
            json.writeStringField("job", job);
            json.writeStringField("step", headway.step());
            json.writeNumberField("rows", headway.rows());
            json.writeObjectField("rows_expected", headway.rowsExpected());
            json.writeNumberField("rows_per_second", Math.round(headway.rowsPerSecond()));
            json.writeObjectField("seconds_left", headway.secondsLeft());
            json.writeNumberField("process_id", ProcessHandle.current().pid());
            json.writeStringField(
                    "started", started.truncatedTo(ChronoUnit.SECONDS).toString());
            json.writeStringField(
                    "heartbeat",
                    Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS).toString());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        WholeFile.replace(file, text + "\n");
    }
}
