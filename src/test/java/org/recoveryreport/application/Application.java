package org.recoveryreport.application;

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

    private Application() {}

    /**
     * How a command ended.
     *
     * @param out what it wrote to standard output
     * @param err what it wrote to standard error
     */
    record Ended(int exitCode, String out, String err) {}

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

    static Process start(List<String> javaOptions, Path out, Path err, Object... arguments) throws IOException {
        return start(javaOptions, Map.of(), out, err, arguments);
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
