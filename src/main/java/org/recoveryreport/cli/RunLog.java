package org.recoveryreport.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Locale;
import org.recoveryreport.job.StepReport;

/** What a run tells on standard error, for people or for programs. Counts only: never a pseudonym or a text of the log. */
final class RunLog {
    private final PrintWriter err;
    private final LogFormat format;
    private final long execution;
    private final ProgressLine progress;

    RunLog(PrintWriter err, LogFormat format, long execution) {
        this.err = err;
        this.format = format;
        this.execution = execution;
        this.progress = ProgressLine.on(err);
    }

    /** The run goes on; where nothing is to be told of it, a terminal shows it as long as it does. */
    void progress(Headway headway) {
        if (format == LogFormat.TEXT || (format == LogFormat.NONE && progress.isOnTerminal())) {
            progress.show(headway);
        }
    }

    /** A step has ended; where it failed, the sentence at the end of the run says so. */
    void step(StepReport step) {
        if (!step.successful()) {
            return;
        }
        double seconds = step.duration().toNanos() / 1e9;
        switch (format) {
            case TEXT -> {
                progress.end();
                err.println(text(step, seconds));
            }
            case JSON ->
                line(json -> {
                    json.writeStringField("step", step.step());
                    json.writeNumberField("seconds", rounded(seconds));
                    json.writeNumberField("read", step.read());
                    json.writeNumberField("written", step.written());
                    json.writeNumberField("checkpoints", step.commits());
                    json.writeNumberField("rows", step.rows());
                    json.writeNumberField("items_per_second", rounded(step.read() / seconds));
                    json.writeNumberField("rows_per_second", rounded(step.rows() / seconds));
                });
            case NONE -> {}
        }
    }

    /** A sentence for people. */
    void say(String sentence) {
        progress.end();
        if (format == LogFormat.JSON) {
            line(json -> json.writeStringField("message", sentence));
        } else {
            err.println(sentence);
        }
    }

    /** Nothing moves any more. */
    void end() {
        progress.end();
    }

    private static String text(StepReport step, double seconds) {
        StringBuilder line = new StringBuilder(step.step()).append(": ");
        if (step.read() > 0) {
            line.append(String.format(
                    Locale.ROOT,
                    "%,d read, %,d written, %,.0f/s, ",
                    step.read(),
                    step.written(),
                    step.read() / seconds));
        }
        if (step.rows() > 0) {
            line.append(String.format(Locale.ROOT, "%,d rows, %,.0f rows/s, ", step.rows(), step.rows() / seconds));
        }
        return line.append(String.format(Locale.ROOT, "%.1f s", seconds)).toString();
    }

    private static double rounded(double number) {
        return Math.rint(number * 1000) / 1000;
    }

    private interface Fields {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private void line(Fields fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField("time", Clock.systemUTC().instant().toString());
            json.writeNumberField("execution", execution);
            fields.writeTo(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        err.println(line);
    }
}
