package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed, and gone on with, ends with the bytes of a run that was not. */
class RestartIT {
    @TempDir
    private static Path folder;

    private static Path log;
    private static SortedMap<String, String> undisturbed;

    @BeforeAll
    static void runUndisturbed() {
        log = folder.resolve("log.csv");
        assertThat(Application.run("sample", "--episodes", 60_000, "--seed", 7, "--bad-rows", 1, "--file", log)
                        .exitCode())
                .isZero();
        Path output = folder.resolve("undisturbed");
        assertThat(Application.run("run", "--input", log, "--output", output).exitCode())
                .isZero();
        undisturbed = Folders.content(output.resolve("latest"));
    }

    @Test
    void killedInTheMiddleOfReadAndTag() throws Exception {
        Path output = folder.resolve("read-and-tag");
        Process process = Application.start(
                List.of(),
                folder.resolve("out.txt"),
                folder.resolve("err.txt"),
                "run",
                "--input",
                log,
                "--output",
                output);
        Path staged = awaitStagedRows(output, process);
        process.destroyForcibly().waitFor();
        assertThat(Files.size(staged)).isPositive();
        assertThat(Folders.runs(output)).isEmpty();
        assertThat(Application.run("restart", "--output", output).exitCode()).isZero();
        assertThat(Folders.content(output.resolve("latest"))).isEqualTo(undisturbed);
    }

    @Test
    void killedAgainAndAgainAtAnyMoment() throws Exception {
        Random random = new Random(20_260_101);
        Path output = folder.resolve("again-and-again");
        int kills = 0;
        int exitCode = -1;
        while (exitCode != 0) {
            // the first kills come before there is anything to go on with
            Object[] command = Files.exists(output.resolve(".recovery-report/repository.mv.db"))
                    ? new Object[] {"run", "--resume", "--input", log, "--output", output}
                    : new Object[] {"run", "--input", log, "--output", output};
            Process process =
                    Application.start(List.of(), folder.resolve("out.txt"), folder.resolve("err.txt"), command);
            boolean patient = kills >= 12;
            if (process.waitFor(patient ? 120_000 : 600 + random.nextInt(2_400), TimeUnit.MILLISECONDS)) {
                exitCode = process.exitValue();
                assertThat(exitCode)
                        .as(Files.readString(folder.resolve("err.txt")))
                        .isZero();
            } else {
                process.destroyForcibly().waitFor();
                kills++;
            }
        }
        assertThat(kills).isPositive();
        assertThat(Folders.content(output.resolve("latest"))).isEqualTo(undisturbed);
    }

    @Test
    void aCompletedRunHasNothingToRestart() {
        Application.Ended ended = Application.run("restart", "--output", folder.resolve("undisturbed"));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("complete").contains("nothing to do");
    }

    /** Returns when a chunk is durable but the step is not done. */
    static Path awaitStagedRows(Path output, Process process) throws IOException, InterruptedException {
        Path works = output.resolve(".recovery-report/work");
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            if (Files.isDirectory(works)) {
                try (Stream<Path> files = Files.walk(works)) {
                    for (Path file : files.toList()) {
                        if (file.getFileName().toString().equals("staging.duckdb.wal") && Files.size(file) > 200_000) {
                            return file;
                        }
                    }
                } catch (java.io.UncheckedIOException e) {
                    // a file went away while we looked
                }
            }
        }
        throw new AssertionError("the run ended before it could be killed");
    }
}
