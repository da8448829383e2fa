package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A run that was cut off is gone on with only where nothing has changed since that its result depends on. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChangedSinceIT {
    @TempDir
    private static Path folder;

    private static List<String> options;
    private static Path logs;
    private static Path log;
    private static Path catalogue;
    private static Path output;
    private static Path work;
    private static SortedMap<String, String> undisturbed;

    @BeforeAll
    static void aRunIsCutOff() throws Exception {
        options = SmallChunks.in(folder, 200);
        logs = Files.createDirectory(folder.resolve("logs"));
        log = logs.resolve("log.csv");
        Application.run("sample", "--episodes", 6_000, "--seed", 7, "--bad-rows", 1, "--file", log)
                .done();
        catalogue = Files.createDirectory(folder.resolve("catalogue"));
        for (String file : List.of("phrases.csv", "treatments.csv")) {
            Files.copy(Path.of("sample-data/catalogue").resolve(file), catalogue.resolve(file));
        }
        Path whole = folder.resolve("undisturbed");
        Application.run(options, "run", "--input", logs, "--output", whole, "-P", "catalogue=" + catalogue)
                .done();
        undisturbed = Folders.content(whole.resolve("latest"));
        output = folder.resolve("cut-off");
        work = cutOff(output, "--input", logs, "-P", "catalogue=" + catalogue);
    }

    @Test
    void theLog() throws IOException {
        byte[] content = Files.readAllBytes(log);
        byte[] changed = content.clone();
        changed[changed.length / 2] ^= 1;
        Files.write(log, changed);
        refused("the log", "log.csv");
        Files.delete(log);
        refused("holds no .csv");
        Files.write(log, content);
        Path another = Files.copy(Path.of("sample-data/tiny/tiny.csv"), logs.resolve("another.csv"));
        refused("another.csv (it is new)");
        Files.delete(another);
    }

    @Test
    void theCatalogue() throws IOException {
        Path phrases = catalogue.resolve("phrases.csv");
        String content = Files.readString(phrases);
        Files.writeString(phrases, content + "\n");
        refused("the catalogue's file phrases.csv");
        Files.writeString(phrases, content);
    }

    @Test
    void theJobDefinition() {
        Application.Ended ended =
                Application.run(SmallChunks.in(folder.resolve("another"), 100), "restart", "--output", output);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("the job definition recovery-report has changed.", "Start a new run")
                .hasLineCount(1);
    }

    @Test
    void theApplication() throws IOException {
        Path noted = work.resolve("circumstances.txt");
        String now = Files.readString(noted);
        Files.writeString(noted, now.replaceFirst("(?m)^the application\t.*$", "the application\t0.0.9 build 1"));
        refused("the application (was 0.0.9 build 1, is 0.1.0 build ");
        Files.writeString(noted, now);
    }

    @Test
    void theOutputFolder() throws IOException {
        Path copy = folder.resolve("copy");
        Folders.copy(output, copy);
        Application.Ended ended = Application.run(options, "restart", "--output", copy);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("since it began, the output folder has changed.", "Start a new run")
                .hasLineCount(1);
    }

    /** Else it would be the last run, and what was cut off would be read again from its beginning. */
    @Test
    void aRefusedStartIsNoRun() throws IOException {
        Path named = Files.writeString(folder.resolve("named.csv"), "patient_name,episode_id\nAnn,e1\n");
        Application.Ended ended = Application.run(options, "run", "--input", named, "--output", output);
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(Application.run("executions", "--output", output).out())
                .hasLineCount(2)
                .contains("CUT_OFF");
        assertThat(Files.readString(output.resolve("index.html"))).doesNotContain("named.csv", "failed");
        assertThat(Files.readString(output.resolve("recovery-report.prom")))
                .contains("recovery_report_last_run_exit_code 2.000");
        assertThat(Files.readString(output.resolve("status.json"))).contains("REFUSED");
    }

    @Test
    @Order(Integer.MAX_VALUE) // it ends the run that the others look at
    void nothing() throws IOException {
        Application.run(options, "restart", "--output", output).done();
        Folders.assertSame(output.resolve("latest"), undisturbed);
        Application.Ended again = Application.run(options, "restart", "--output", output);
        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).contains("is complete: there is nothing to do.").hasLineCount(1);
    }

    @Test
    void whatIsAskedForAtNight() throws Exception {
        Path nightly = folder.resolve("nightly");
        cutOff(nightly, "--input", log, "-P", "partitions=2");
        Application.Ended ended = Application.run(
                        options,
                        "run",
                        "--resume",
                        "--input",
                        log,
                        "--output",
                        nightly,
                        "-P",
                        "partitions=3",
                        "-P",
                        "minCellCount=5")
                .done();
        assertThat(ended.err())
                .contains("Run 1 did not come to its end", "what is asked for has changed", "A new run begins.");
        assertThat(Files.readString(nightly.resolve("latest/report/run.json")))
                .contains("\"partitions\" : \"3\"", "\"minCellCount\" : \"5\"");
    }

    @Test
    void aRowThatWasLostFailsTheRun() throws Exception {
        Path lost = folder.resolve("lost");
        Path place = cutOff(lost, "--input", log);
        Path plan = place.resolve("plan.txt");
        String[] fields = Files.readString(plan).split("\n", -1)[1].split(",", -1);
        long records = Long.parseLong(fields[fields.length - 1]);
        Files.writeString(plan, Files.readString(plan).replace("," + records + "\n", "," + (records + 1) + "\n"));
        Application.Ended ended = Application.run(options, "restart", "--output", lost);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("The rows do not add up");
        assertThat(lost.resolve("latest")).doesNotExist();
    }

    /** Kills a run into a folder when some of the log is staged, and returns its work folder. */
    private static Path cutOff(Path to, Object... more) throws Exception {
        Object[] arguments =
                Stream.concat(Stream.of("run", "--output", to), Stream.of(more)).toArray();
        Process process = Application.start(options, folder, arguments);
        Path workOfRun = SmallChunks.awaitStagedRows(to, process);
        process.destroyForcibly().waitFor();
        return workOfRun;
    }

    private static void refused(String... named) {
        Application.Ended ended = Application.run(options, "restart", "--output", output);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("cannot be resumed: since it began, ", " changed. Start a new run")
                .contains(named)
                .hasLineCount(1);
    }
}
