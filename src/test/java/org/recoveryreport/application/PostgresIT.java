package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The history of runs can be kept in a clinic's PostgreSQL. */
class PostgresIT {
    @TempDir
    private static Path folder;

    private static PostgresServer server;
    private static Path settings;
    private static Path log;
    private static List<String> options;
    private static SortedMap<String, String> undisturbed;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> binaries = PostgresServer.binaries();
        assumeTrue(binaries.isPresent(), "PostgreSQL is not installed: apt-get install postgresql");
        server = PostgresServer.start(binaries.get());
        settings = settings("clinic.properties", PostgresServer.PASSWORD, "rw-------");
        options = SmallChunks.in(folder, 100);
        log = folder.resolve("log.csv");
        Application.run("sample", "--episodes", 3_000, "--seed", 7, "--bad-rows", 1, "--file", log)
                .done();
        Path output = folder.resolve("undisturbed");
        Application.run(options, "run", "--input", log, "--output", output).done();
        undisturbed = Folders.content(output.resolve("latest"));
    }

    @AfterAll
    static void stop() throws Exception {
        if (server != null) {
            server.remove();
        }
    }

    @Test
    void theHistoryIsThereAndEachFolderSeesItsOwn() throws Exception {
        Path one = folder.resolve("one");
        Path other = folder.resolve("other");
        for (Path output : List.of(one, other)) {
            Application.Ended ended = Application.run(
                            options, "run", "--input", log, "--output", output, "--repository", settings)
                    .done();
            assertThat(ended.out() + ended.err()).doesNotContain(PostgresServer.PASSWORD);
            assertThat(output.resolve(".recovery-report/repository.mv.db")).doesNotExist();
            Folders.assertSame(output.resolve("latest"), undisturbed);
        }
        Application.Ended listed = Application.run("executions", "--output", one, "--repository", settings);
        assertThat(listed.out()).hasLineCount(2).contains("DONE", one.toString());
        Application.run("purge", "--older-than", 0, "--output", other, "--repository", settings)
                .done();
        assertThat(Application.run("restart", "--output", one, "--repository", settings)
                        .err())
                .contains("is complete: there is nothing to do.");
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            assertThat(strings(statement, "SELECT DISTINCT applicationname FROM job_instance"))
                    .contains(Files.readString(one.resolve(".recovery-report/folder-id")));
            assertThat(strings(statement, "SELECT indexname FROM pg_indexes WHERE schemaname = 'public'"))
                    .contains(
                            "job_execution_jobinstanceid",
                            "step_execution_jobexecutionid",
                            "partition_execution_stepexecutionid");
        }
    }

    @Test
    void aDatabaseThatIsKilledInTheMiddleOfARun() throws Exception {
        Path output = folder.resolve("killed");
        Process process =
                Application.start(options, folder, "run", "--input", log, "--output", output, "--repository", settings);
        SmallChunks.awaitStagedRows(output, process);
        String arguments =
                process.info().arguments().map(List::of).orElse(List.of()).toString();
        server.down();
        boolean ended = process.waitFor(3, TimeUnit.MINUTES);
        server.up();
        assertThat(ended).as("it ends").isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err.txt")))
                .endsWith("Resume with: recovery-report restart --output " + output + "\n")
                .doesNotContain("\tat ", PostgresServer.PASSWORD);
        assertThat(arguments).doesNotContain(PostgresServer.PASSWORD);
        Application.Ended listed = Application.run("executions", "--output", output, "--repository", settings);
        assertThat(listed.out()).containsPattern("CUT_OFF|FAILED");
        Application.run(options, "restart", "--output", output, "--repository", settings)
                .done();
        Folders.assertSame(output.resolve("latest"), undisturbed);
    }

    @Test
    void anotherHostHoldsTheFolder() throws Exception {
        Path output = folder.resolve("held");
        Application.run(options, "run", "--input", log, "--output", output, "--repository", settings)
                .done();
        long key = UUID.fromString(Files.readString(output.resolve(".recovery-report/folder-id")))
                .getMostSignificantBits();
        try (Connection host = server.connect();
                Statement statement = host.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + key + ")");
            for (List<Object> command : List.<List<Object>>of(
                    List.of("run", "--input", log), List.of("restart"), List.of("purge", "--older-than", 0))) {
                List<Object> words = new ArrayList<>(command);
                words.addAll(List.of("--output", output, "--repository", settings));
                Application.Ended ended = Application.run(options, words.toArray());
                assertThat(ended.exitCode()).as(words.toString()).isEqualTo(4);
                assertThat(ended.err())
                        .contains("Another run holds", "process ")
                        .hasLineCount(1);
            }
        }
    }

    @Test
    void aHostThatLosesTheFolderToAnotherStops() throws Exception {
        Path output = folder.resolve("lost");
        Process process = slowRun(output);
        try (Connection host = server.connect();
                Statement statement = host.createStatement()) {
            long key = UUID.fromString(Files.readString(output.resolve(".recovery-report/folder-id")))
                    .getMostSignificantBits();
            // the network drops the connection that holds the lock, and another host is quicker
            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory'");
            statement.execute("SELECT pg_advisory_lock(" + key + ")");
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
        }
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("err.txt")))
                .contains(
                        "The lock of the output folder in the database is lost: the run stops.",
                        "Resume with: recovery-report restart --output " + output);
        assertThat(Folders.runs(output)).isEmpty();
        goOn(output, "restart");
    }

    @Test
    void connectionsThatAreCutDoNotHarm() throws Exception {
        Path output = folder.resolve("cut");
        Process process = slowRun(output);
        try (Connection other = server.connect();
                Statement statement = other.createStatement()) {
            for (int i = 0; i < 5 && process.isAlive(); i++) {
                statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'recovery-report'");
                Thread.sleep(500);
            }
        }
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).as("it ends").isTrue();
        if (process.exitValue() != 0) {
            assertThat(process.exitValue()).isEqualTo(1);
            assertThat(Files.readString(folder.resolve("err.txt")))
                    .contains("Resume with: recovery-report restart --output " + output)
                    .doesNotContain("\tat ");
            goOn(output, "restart");
        }
        Folders.assertSame(output.resolve("latest"), undisturbed);
    }

    /** One with many checkpoints, in the middle of which it is. */
    private static Process slowRun(Path output) throws Exception {
        List<String> slow = SmallChunks.in(Files.createDirectory(folder.resolve(output.getFileName() + "-home")), 3);
        Process process =
                Application.start(slow, folder, "run", "--input", log, "--output", output, "--repository", settings);
        SmallChunks.awaitStagedRows(output, process);
        return process;
    }

    private static void goOn(Path output, String command) {
        // the chunks may not have become others meanwhile
        List<String> slow = List.of("-Drecovery-report.home=" + folder.resolve(output.getFileName() + "-home/home"));
        Application.run(slow, command, "--output", output, "--repository", settings)
                .done();
        Folders.assertSame(output.resolve("latest"), undisturbed);
    }

    @Test
    void oldRunsOfTheFolderAreRemovedAndNoOthers() throws Exception {
        Path output = folder.resolve("old");
        Path other = folder.resolve("others");
        for (Path runOf : List.of(output, other, output)) {
            Application.run(options, "run", "--input", log, "--output", runOf, "--repository", settings)
                    .done();
        }
        Path last = output.resolve("latest").toRealPath();
        Application.Ended none = purge(output, 1);
        assertThat(none.err()).contains("Runs removed: 0.");
        Application.Ended ended = purge(output, 0).done();
        assertThat(ended.err()).contains("Runs removed: 1.");
        assertThat(Folders.runs(output)).containsExactly(last.getFileName().toString());
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (Path kept : List.of(output, other)) {
                String id = Files.readString(kept.resolve(".recovery-report/folder-id"));
                assertThat(strings(
                                statement,
                                "SELECT jobexecutionid FROM job_execution JOIN job_instance USING (jobinstanceid)"
                                        + " WHERE applicationname = '" + id + "'"))
                        .hasSize(1);
                assertThat(strings(
                                statement,
                                "SELECT DISTINCT jobexecutionid FROM step_execution JOIN job_execution USING (jobexecutionid)"
                                        + " JOIN job_instance USING (jobinstanceid) WHERE applicationname = '" + id
                                        + "'"))
                        .hasSize(1);
            }
        }
    }

    private static Application.Ended purge(Path output, int days) {
        return Application.run("purge", "--older-than", days, "--output", output, "--repository", settings);
    }

    @Test
    void aPasswordMayComeFromTheEnvironmentOrFromAPasswordFile() throws Exception {
        Path none = Files.writeString(
                folder.resolve("without-password.properties"),
                "url=" + server.url() + "\nuser=clinic\nsslmode=verify-full\nsslrootcert=" + server.certificate()
                        + "\n");
        Path passwords = Files.writeString(folder.resolve("pgpass"), "127.0.0.1:*:*:clinic:" + PostgresServer.PASSWORD);
        Files.setPosixFilePermissions(passwords, PosixFilePermissions.fromString("rw-------"));
        Path output = folder.resolve("password");
        for (Map<String, String> environment :
                List.of(Map.of("PGPASSFILE", passwords.toString()), Map.of("PGPASSWORD", PostgresServer.PASSWORD))) {
            Application.Ended ended = Application.run(
                            options, environment, "run", "--input", log, "--output", output, "--repository", none)
                    .done();
            assertThat(ended.out() + ended.err()).doesNotContain(PostgresServer.PASSWORD);
        }
        Application.Ended without = Application.run(
                options,
                Map.of("PGPASSFILE", folder.resolve("no-such-file").toString()),
                "run",
                "--input",
                log,
                "--output",
                output,
                "--repository",
                none);
        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("cannot be reached").hasLineCount(1);
    }

    @Test
    void aPasswordThatOthersCanReadIsRefused() throws Exception {
        Path open = settings("open.properties", PostgresServer.PASSWORD, "rw-r--r--");
        Application.Ended ended =
                Application.run("run", "--input", log, "--output", folder.resolve("open"), "--repository", open);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("chmod 600").hasLineCount(1);
    }

    @Test
    void aWrongPasswordIsSaidInASentence() throws Exception {
        Path wrong = settings("wrong.properties", "wrong-and-secret", "rw-------");
        Application.Ended ended =
                Application.run("run", "--input", log, "--output", folder.resolve("wrong"), "--repository", wrong);
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err())
                .contains("cannot be reached")
                .doesNotContain("wrong-and-secret")
                .hasLineCount(1);
    }

    /** With the certificate checked: the server refuses connections that are not encrypted. */
    private static Path settings(String name, String password, String permissions) throws Exception {
        Path file = Files.writeString(
                folder.resolve(name),
                "url=" + server.url() + "\nuser=clinic\npassword=" + password + "\nsslmode=verify-full\nsslrootcert="
                        + server.certificate() + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static List<String> strings(Statement statement, String query) throws Exception {
        List<String> strings = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                strings.add(rows.getString(1));
            }
        }
        return strings;
    }
}
