package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged application, run as users run it: as a process of its own. */
final class Application {
    private static final Path PROGRAM =
            Path.of("target/recovery-report/bin/recovery-report").toAbsolutePath();

    /** The steps of the nightly job, in their order. */
    static final List<String> STEPS = List.of(
            "check-input",
            "read-and-tag",
            "classify",
            "list-rejected",
            "analyse",
            "compare",
            "write-tables",
            "write-report");

    private Application() {}

    /**
     * How a command ended.
     *
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    record Ended(int exitCode, String out, String err) {
        /** Itself; the test fails unless the command did what it should. */
        Ended done() {
            assertThat(exitCode).as(err).isZero();
            return this;
        }
    }

    static Ended run(Object... arguments) {
        return run(List.of(), arguments);
    }

    static Ended run(List<String> javaOptions, Object... arguments) {
        return run(javaOptions, Map.of(), arguments);
    }

    static Ended run(List<String> javaOptions, Map<String, String> environment, Object... arguments) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            Process process = start(javaOptions, environment, out, err, arguments);
            if (!process.waitFor(10, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("the application hangs: " + List.of(arguments));
            }
            Ended ended = new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
            Files.delete(out);
            Files.delete(err);
            return ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Starts a command; what it says goes to {@code out.txt} and {@code err.txt} in a folder. */
    static Process start(List<String> javaOptions, Path folder, Object... arguments) throws IOException {
        return start(javaOptions, Map.of(), folder.resolve("out.txt"), folder.resolve("err.txt"), arguments);
    }

    private static Process start(
            List<String> javaOptions, Map<String, String> environment, Path out, Path err, Object... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        builder.environment().put("RECOVERY_REPORT_OPTS", String.join(" ", javaOptions));
        return builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    }

    /** Lines of a file, with {@code \n} as the only line end. */
    static List<String> lines(Path file) {
        try {
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return List.of(text.split("\n", -1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
