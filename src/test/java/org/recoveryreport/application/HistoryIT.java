package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of runs stays, and stays fast. */
class HistoryIT {
    private static final Path LOG = Path.of("sample-data/tiny/tiny.csv");

    @TempDir
    private Path folder;

    @Test
    void anOutputFolderOfTheFirstVersionIsGoneOnWith() throws IOException {
        Path output = unpacked("/output-folders/0.1.0.zip");
        Application.Ended listed =
                Application.run("executions", "--output", output).done();
        assertThat(listed.out().lines().skip(1))
                .satisfiesExactly(cutOff -> assertThat(cutOff).contains("     2  ", "CUT_OFF"), done -> assertThat(done)
                        .contains("     1  ", "DONE", "21", "20261121T104703Z-1/report/report.html"));
        Application.Ended restarted = Application.run("restart", "--output", output);
        assertThat(restarted.exitCode()).isEqualTo(2);
        assertThat(restarted.err()).contains("start a new run").hasLineCount(1);
        Application.run("run", "--resume", "--input", LOG, "--output", output, "-P", "maxRejectedPercent=100")
                .done();
        assertThat(Application.run("executions", "--output", output).out())
                .hasLineCount(4)
                .contains("20261121T104703Z-1");
        assertThat(Files.readString(output.resolve("index.html"))).contains("20261121T104703Z-1");
        assertThat(Folders.runs(output)).hasSize(2);
    }

    @Test
    void tenThousandRunsAreListedInSeconds() throws Exception {
        Path output = folder.resolve("output");
        Application.run("run", "--input", LOG, "--output", output, "-P", "maxRejectedPercent=100")
                .done();
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + output.resolve(".recovery-report/repository"), "sa", "");
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO JOB_INSTANCE (JOBINSTANCEID, JOBNAME) SELECT X + 10, 'recovery-report'"
                    + " FROM SYSTEM_RANGE(1, 10000)");
            statement.execute(
                    "INSERT INTO JOB_EXECUTION (JOBEXECUTIONID, JOBINSTANCEID, CREATETIME, STARTTIME, ENDTIME,"
                            + " BATCHSTATUS, EXITSTATUS, JOBPARAMETERS) SELECT X + 10, X + 10, CURRENT_TIMESTAMP,"
                            + " CURRENT_TIMESTAMP, CURRENT_TIMESTAMP, 'COMPLETED',"
                            + " 'PUBLISHED read=21 rejected=0 episodes=12 folder=20260101T000000Z-' || X, '' FROM SYSTEM_RANGE(1, 10000)");
            statement.execute("INSERT INTO STEP_EXECUTION (JOBEXECUTIONID, STEPNAME, BATCHSTATUS)"
                    + " SELECT JOBEXECUTIONID, 'step-' || X, 'COMPLETED' FROM JOB_EXECUTION, SYSTEM_RANGE(1, 7)");
        }
        long start = System.nanoTime();
        Application.Ended listed = Application.run("executions", "--output", output);
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertThat(listed.exitCode()).as(listed.err()).isZero();
        assertThat(listed.out()).hasLineCount(10_002);
        // some two seconds on a machine with nothing else to do
        assertThat(taken).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void aKilledRunStandsInTheListAtOnce() throws Exception {
        Path log = folder.resolve("log.csv");
        Application.run("sample", "--episodes", 6_000, "--seed", 7, "--file", log)
                .done();
        Path output = folder.resolve("killed");
        Path index = output.resolve("index.html");
        List<String> options = SmallChunks.in(folder, 1_000);
        Process process = Application.start(options, folder, "run", "--input", log, "--output", output);
        while (process.isAlive() && !Files.exists(index)) {
            Thread.sleep(1);
        }
        assertThat(process.destroyForcibly().waitFor()).as("killed").isEqualTo(137);
        assertThat(Files.readString(index))
                .contains(", no report yet.</strong> If it is no longer running")
                .contains("recovery-report restart 1 --output .", "<td>log.csv</td>");
        Application.run(options, "restart", 1, "--output", output).done();
        assertThat(Application.run("executions", "--output", output)
                        .out()
                        .lines()
                        .skip(1))
                .extracting(line -> line.strip().split(" ", 2)[0])
                .containsExactly("2", "1");
        assertThat(Files.readString(index)).contains("The newest report is of").doesNotContain("no report yet");
    }

    @Test
    void oldRunsAreRemovedButNeverTheLastGoodReport() throws Exception {
        Path output = folder.resolve("old");
        for (int i = 0; i < 2; i++) {
            Application.run("run", "--input", LOG, "--output", output, "-P", "maxRejectedPercent=100")
                    .done();
        }
        // the last run is no good one
        Path bad = Files.writeString(
                folder.resolve("bad.csv"), "episode_id,patient_id,onset,recovered,treatment\ne,p,5,3,massage\n");
        assertThat(Application.run("run", "--input", bad, "--output", output).exitCode())
                .isEqualTo(3);
        String good = output.resolve("latest").toRealPath().getFileName().toString();
        assertThat(purge(output, 1).err()).contains("Runs removed: 0.");
        assertThat(purge(output, -1).exitCode()).isEqualTo(2);
        Application.Ended ended = purge(output, 0).done();
        assertThat(ended.err()).contains("Runs removed: 2.");
        assertThat(Folders.runs(output)).containsExactly(good);
        assertThat(output.resolve("latest/report/report.html")).exists();
        assertThat(Application.run("executions", "--output", output).out())
                .hasLineCount(2)
                .contains(good);
        assertThat(Files.readString(output.resolve("index.html"))).contains(good);
    }

    private static Application.Ended purge(Path output, int days) {
        return Application.run("purge", "--older-than", days, "--output", output);
    }

    private Path unpacked(String archive) throws IOException {
        Path output = folder.resolve("recovery-reports");
        try (InputStream in = HistoryIT.class.getResourceAsStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = output.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, zip.readAllBytes());
            }
        }
        // archives of this kind have no links
        Files.createSymbolicLink(output.resolve("latest"), Path.of("20261121T104703Z-1"));
        return output;
    }
}
