package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be run is refused in one sentence, and leaves nothing half-written. */
class RefusalIT {
    private static final String HEADER = "episode_id,patient_id,onset,recovered,last_seen,treatment\n";

    @TempDir
    private Path folder;

    @Test
    void aColumnThatNamesAPerson() throws IOException {
        refused(log("patient_name," + HEADER + "Ann,e1,p1,0,3,3,ice\n"), "patient_name");
    }

    @Test
    void anEmptyFile() throws IOException {
        refused(log(""), "empty");
    }

    @Test
    void aFileWithoutHeader() throws IOException {
        refused(log("e1,p1,2026-01-05,2026-01-09,2026-01-09,ice\n"), "header");
    }

    @Test
    void aMissingColumn() throws IOException {
        refused(log("episode_id,onset,recovered,last_seen,treatment\ne1,0,3,3,ice\n"), "patient_id");
    }

    @Test
    void aFolderWithoutLogs() throws IOException {
        refused(Files.createDirectory(folder.resolve("none")), "csv");
    }

    @Test
    void aFileThatIsNotThere() {
        refused(folder.resolve("missing.csv"), "missing.csv");
    }

    @Test
    void anUnknownParameter() throws IOException {
        refused(log(HEADER), "minCells", "-P", "minCells=5");
    }

    @Test
    void aParameterOutOfRange() throws IOException {
        refused(log(HEADER), "confidence", "-P", "confidence=95");
    }

    @Test
    void anUnknownJob() throws IOException {
        refused(log(HEADER), "weekly", "--job", "weekly");
    }

    @Test
    void aJobOutsideTheFolder() throws IOException {
        refused(log(HEADER), "../", "--job", "../recovery-report");
    }

    @Test
    void anOutputFolderThatCannotBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Application.Ended ended = Application.run("run", "--input", log(HEADER), "--output", file.resolve("output"));
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("output folder").hasLineCount(1);
    }

    @Test
    void anOutputFolderThatIsNone() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        refusedOutput(file, "file is a file: name a folder.");
        refusedOutput(Path.of(""), "--output names no folder");
        Path divided = folder.resolve("out;put");
        refusedOutput(divided, "semicolon");
        refusedOutput(folder.resolve("out\nput"), "line break");
        assertThat(divided).doesNotExist();
    }

    @Test
    void anOutputFolderInsideTheFolderOfARun() throws IOException {
        Path run = folder.resolve("reports/20260302T020000Z-1");
        Files.writeString(Files.createDirectories(run.resolve("report")).resolve("run.json"), "{}");
        Path latest = Files.createSymbolicLink(run.resolveSibling("latest"), run.getFileName());
        for (Path inside : List.of(run, latest, latest.resolve("again"))) {
            refusedOutput(inside, "is inside the folder of a run: name the folder that all runs go to.");
        }
        assertThat(Folders.content(run)).as("besides run.json").isEmpty();
    }

    @Test
    void anOutputFolderWithAFolderWhereTheLinkToTheLastGoodReportBelongs() throws IOException {
        Path latest = Files.createDirectories(folder.resolve("copied/latest"));
        refusedOutput(latest.getParent(), "latest is a folder, where a link to the last good report belongs: move it");
        assertThat(Folders.runs(latest.getParent())).isEmpty();
        assertThat(latest.resolveSibling(".recovery-report/work")).doesNotExist();
    }

    @Test
    void aFolderWithoutRuns() {
        Application.Ended listed = Application.run("executions", "--output", folder);
        assertThat(listed.exitCode()).isEqualTo(2);
        assertThat(listed.err()).contains("There are no runs in").hasLineCount(1);
        Application.Ended json =
                Application.run("executions", "--output", folder, "--json").done();
        assertThat(json.out()).isEqualTo("[ ]\n");
        assertThat(Application.run("executions", "--output", folder.resolve("none"), "--json")
                        .exitCode())
                .isEqualTo(2);
    }

    @Test
    void anExecutionThatIsNoNumber() {
        for (String command : List.of("stop", "restart")) {
            Application.Ended ended = Application.run(command, "abc", "--output", folder);
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).isEqualTo("EXECUTION is a number: see the command executions.\n");
        }
    }

    private void refusedOutput(Path output, String named) throws IOException {
        Application.Ended ended = Application.run("run", "--input", log(HEADER), "--output", output);
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(named).hasLineCount(1);
    }

    @Test
    void tooManyRejectedRowsPublishNothingButSayWhy() throws IOException {
        Path log = log(HEADER + "e1,p1,0,3,3,ice\n" + "e2,p2,5,3,,ice\n");
        Path output = folder.resolve("output");
        Application.Ended ended = Application.run("run", "--input", log, "--output", output, "--log", "none");
        assertThat(ended.exitCode()).isEqualTo(3);
        assertThat(ended.err()).contains("rejected.csv").hasLineCount(1);
        assertThat(output.resolve("latest")).doesNotExist();
        Path run = output.resolve(Folders.runs(output).get(0));
        assertThat(run.resolve("report")).doesNotExist();
        assertThat(Table.read(run.resolve("private/rejected.csv")).rows())
                .extracting(row -> row.get("line"), row -> row.get("column"))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("3", "recovered"));
        assertThat(Files.readString(output.resolve("index.html")))
                .as("of which log, though there is no report")
                .contains(log.getFileName().toString());
    }

    @Test
    void aFolderThatAnotherRunHolds() throws Exception {
        Path output = folder.resolve("output");
        Application.run("run", "--input", log(HEADER), "--output", output).done();
        try (java.nio.channels.FileChannel lock = java.nio.channels.FileChannel.open(
                output.resolve(".recovery-report/lock"), java.nio.file.StandardOpenOption.WRITE)) {
            lock.lock();
            Application.Ended ended = Application.run("run", "--input", log(HEADER), "--output", output);
            assertThat(ended.exitCode()).isEqualTo(4);
            assertThat(ended.err()).contains("Another run").hasLineCount(1);
            assertThat(Application.run("executions", "--output", output).out()).contains("RUNNING");
            Application.Ended stopped = Application.run("stop", 1, "--output", output);
            assertThat(stopped.exitCode()).isEqualTo(2);
            assertThat(stopped.err()).contains("No run is going on").hasLineCount(1);
            Path status = output.resolve("status.json");
            Files.writeString(status, Files.readString(status).replace("DONE", "RUNNING"));
            stopped = Application.run("stop", 2, "--output", output);
            assertThat(stopped.exitCode()).isEqualTo(2);
            assertThat(stopped.err())
                    .contains("Run 2 is not going on", "that is run 1")
                    .hasLineCount(1);
            Application.run("stop", 1, "--output", output).done();
        }
    }

    private Path log(String content) throws IOException {
        return Files.writeString(folder.resolve("log.csv"), content);
    }

    private void refused(Path input, String named, String... more) {
        Path output = folder.resolve("output");
        Object[] command = new Object[5 + more.length];
        System.arraycopy(new Object[] {"run", "--input", input, "--output", output}, 0, command, 0, 5);
        System.arraycopy(more, 0, command, 5, more.length);
        Application.Ended ended = Application.run(command);
        assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
        assertThat(ended.err()).contains(named).hasLineCount(1);
        assertThat(ended.out()).isEmpty();
        if (Files.exists(output)) {
            assertThat(Folders.runs(output)).isEmpty();
            assertThat(output.resolve(".recovery-report/work"))
                    .satisfiesAnyOf(work -> assertThat(work).doesNotExist(), work -> assertThat(work)
                            .isEmptyDirectory());
        }
    }
}
