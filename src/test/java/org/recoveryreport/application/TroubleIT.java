package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a machine can do to a run at night: it says so in a sentence, and goes on when the trouble is over. */
class TroubleIT {
    private static final String RESUME = "Resume with: recovery-report restart --output ";

    @TempDir
    private static Path folder;

    private static List<String> options;
    private static Path log;
    private static SortedMap<String, String> undisturbed;

    @BeforeAll
    static void runUndisturbed() {
        options = SmallChunks.in(folder, 200);
        log = folder.resolve("log.csv");
        Application.run("sample", "--episodes", 6_000, "--seed", 7, "--bad-rows", 1, "--file", log)
                .done();
        Path output = folder.resolve("undisturbed");
        Application.run(options, "run", "--input", log, "--output", output).done();
        undisturbed = Folders.content(output.resolve("latest"));
    }

    @Test
    void aFullDisk() throws Exception {
        Path output = Files.createDirectory(folder.resolve("small"));
        assumeTrue(sudo("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", output), "only root may mount a small disk");
        try {
            for (int megabytes : List.of(1, 4)) {
                assertThat(sudo("mount", "-o", "remount,size=" + megabytes + "m", output))
                        .isTrue();
                Application.Ended ended =
                        Application.run(options, "run", "--resume", "--input", log, "--output", output);
                assertThat(ended.exitCode()).as(ended.err()).isEqualTo(1);
                assertThat(ended.err()).contains("full", RESUME).doesNotContain("Exception");
            }
            assertThat(sudo("mount", "-o", "remount,size=200m", output)).isTrue();
            goOn(output);
        } finally {
            sudo("umount", output);
        }
    }

    @Test
    void anOutputFolderOfWhichOnlyOurOwnPartCanBeWritten() throws Exception {
        Path output = Files.createDirectory(folder.resolve("read-only"));
        assumeTrue(sudo("mount", "-t", "tmpfs", "tmpfs", output), "only root may mount a disk");
        Path own = Files.createDirectory(output.resolve(".recovery-report"));
        try {
            assertThat(sudo("mount", "-t", "tmpfs", "tmpfs", own)).isTrue();
            assertThat(sudo("mount", "-o", "remount,ro", output)).isTrue();
            Application.Ended ended = Application.run(options, "run", "--input", log, "--output", output);
            assertThat(ended.exitCode()).as(ended.err()).isEqualTo(2);
            assertThat(ended.err()).contains("cannot be written to").hasLineCount(1);
            assertThat(own.resolve("repository.mv.db")).doesNotExist();
        } finally {
            sudo("umount", own);
            sudo("umount", output);
        }
    }

    @Test
    void anOutputFolderThatIsGone() throws Exception {
        Path output = folder.resolve("gone");
        Process process = start(output);
        SmallChunks.awaitStagedRows(output, process);
        Path elsewhere = Files.move(output, folder.resolve("elsewhere"));
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("gone").doesNotContain("Exception");
        // half a folder may have been made meanwhile
        Folders.delete(output);
        Files.move(elsewhere, output);
        goOn(output);
    }

    /** How far a starved process gets is a matter of chance; that it says so is not. */
    @Test
    void tooLittleMemory() throws Exception {
        Path output = folder.resolve("memory");
        boolean longTest = Integer.getInteger("kills", 0) > 50;
        for (int megabytes : longTest ? List.of(10, 12, 13, 14, 15, 16, 17, 18, 18, 18, 19, 20) : List.of(12, 18)) {
            List<String> little = new ArrayList<>(options);
            little.add("-Xmx" + megabytes + "m");
            Application.Ended ended = Application.run(little, "run", "--resume", "--input", log, "--output", output);
            assertThat(ended.exitCode()).as(megabytes + ": " + ended.err()).isEqualTo(1);
            assertThat(ended.err()).as("%d", megabytes).contains("There was not enough memory: give the process more");
        }
        Application.run(options, "run", "--resume", "--input", log, "--output", output)
                .done();
        Folders.assertSame(output.resolve("latest"), undisturbed);
    }

    @Test
    void aWishToEnd() throws Exception {
        Path output = folder.resolve("terminated");
        Process process = start(output);
        SmallChunks.awaitStagedRows(output, process);
        process.destroy();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(process.exitValue()).isEqualTo(143);
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("was stopped", RESUME + output);
        assertThat(Files.readString(output.resolve("status.json"))).contains("\"STOPPED\"");
        assertThat(Files.readString(output.resolve("index.html"))).contains("stopped", "restart 1 --output .");
        assertThat(Application.run("executions", "--output", output).out()).contains("STOPPED");
        assertThat(Folders.runs(output)).isEmpty();
        goOn(output);
    }

    @Test
    void aWishFromAnotherProcess() throws Exception {
        Path output = folder.resolve("stopped");
        Process process = start(output);
        SmallChunks.awaitStagedRows(output, process);
        Application.run("stop", 1, "--output", output).done();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("it ends").isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err.txt"))).contains("was stopped", RESUME + output);
        assertThat(Folders.runs(output)).isEmpty();
        // a wish of which nobody knows who left it concerns no run that begins later
        Files.writeString(output.resolve(".recovery-report/stop-2"), "");
        goOn(output);
        Application.Ended late = Application.run("stop", 1, "--output", output);
        assertThat(late.exitCode()).as(late.err()).isEqualTo(2);
    }

    private static Process start(Path output) throws IOException {
        return Application.start(options, folder, "run", "--input", log, "--output", output);
    }

    private static void goOn(Path output) {
        Application.run(options, "restart", "--output", output).done();
        Folders.assertSame(output.resolve("latest"), undisturbed);
    }

    /** Whether a command that needs rights did what it should. */
    private static boolean sudo(Object... command) throws Exception {
        List<String> words = new ArrayList<>();
        for (Object word : command) {
            words.add(word.toString());
        }
        return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
    }
}
