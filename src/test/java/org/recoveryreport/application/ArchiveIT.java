package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator finds in the archive. */
class ArchiveIT {
    private static final Path APPLICATION = Path.of("target/recovery-report").toAbsolutePath();
    /** On systemd's scale from 0 to 10, below which it calls a service OK, that is, well protected. */
    private static final double WELL_PROTECTED = 2.0;

    @TempDir
    private Path folder;

    @Test
    void theListOfPartsIsWhatIsInLib() throws IOException {
        Path list = APPLICATION.resolve("recovery-report.cdx.json");
        assumeTrue(Files.exists(list), "built with Maven offline, where there is no list of parts");
        JsonNode parts = new ObjectMapper().readTree(list.toFile());
        assertThat(parts.path("bomFormat").asText()).isEqualTo("CycloneDX");
        List<String> listed = new ArrayList<>();
        for (JsonNode part : parts.path("components")) {
            listed.add(part.path("name").asText() + "-" + part.path("version").asText() + ".jar");
            assertThat(part.path("hashes")).as(part.path("name").asText()).isNotEmpty();
        }
        assertThat(listed).containsExactlyInAnyOrderElementsOf(libraries());
        // what would differ from build to build
        assertThat(parts.has("serialNumber")).isFalse();
        assertThat(parts.path("metadata").has("timestamp")).isFalse();
    }

    @Test
    void theSchemaOfTheReportIsWhereAReaderFindsIt() {
        assertThat(APPLICATION.resolve("docs/report.schema.json")).exists();
    }

    @Test
    void everyPartHasALicence() throws IOException {
        String licences = Files.readString(APPLICATION.resolve("THIRD-PARTY.txt"));
        assertThat(licences).doesNotContainIgnoringCase("unknown license");
        for (String library : libraries()) {
            String name = library.replaceFirst("-\\d.*$", "");
            assertThat(licences).as(library).contains(":" + name + ":");
        }
    }

    @Test
    void systemdTakesTheServiceAndTheTimer() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/systemd-analyze")), "systemd is not installed");
        Path units = Files.createDirectory(folder.resolve("units"));
        for (String unit : List.of("recovery-report.service", "recovery-report.timer")) {
            String text = Files.readString(APPLICATION.resolve("nightly").resolve(unit));
            Files.writeString(units.resolve(unit), text.replace("/opt/recovery-report/bin", APPLICATION + "/bin"));
        }
        String service = units.resolve("recovery-report.service").toString();
        Said verified = said(
                "systemd-analyze",
                "verify",
                service,
                units.resolve("recovery-report.timer").toString());
        assertThat(verified.exitCode()).as(verified.text()).isZero();
        assertThat(verified.text()).doesNotContain("recovery-report");
        Said security = said("systemd-analyze", "security", "--offline=yes", "--no-pager", service);
        Matcher exposure = Pattern.compile("exposure level for recovery-report.service: (\\d+\\.\\d+)")
                .matcher(security.text());
        assertThat(exposure.find()).as(security.text()).isTrue();
        assertThat(Double.parseDouble(exposure.group(1))).as(security.text()).isLessThan(WELL_PROTECTED);
    }

    @Test
    void itRunsWithoutANetwork() throws Exception {
        assumeTrue(said("unshare", "--net", "true").exitCode() == 0, "only root may take the network away");
        Path output = folder.resolve("output");
        Said ran = said(
                "unshare",
                "--net",
                APPLICATION.resolve("bin/recovery-report").toString(),
                "run",
                "--input",
                "sample-data/tiny/tiny.csv",
                "--output",
                output.toString());
        assertThat(ran.exitCode()).as(ran.text()).isZero();
        assertThat(output.resolve("latest/report/report.html")).exists();
    }

    @Test
    void itStartsWhateverTheShellIsSetTo() throws Exception {
        String program = APPLICATION.getParent().relativize(APPLICATION) + "/bin/recovery-report";
        Said jobs = said("sh", "-c", "cd target && exec env CDPATH=/:. " + program + " jobs");
        assertThat(jobs.text()).isEqualTo("recovery-report\n");
        Said elsewhere = said("env", "JAVA_HOME=/nope", "target/" + program, "jobs");
        assertThat(elsewhere.exitCode()).isEqualTo(2);
        assertThat(elsewhere.text())
                .isEqualTo("JAVA_HOME is /nope, and there is no bin/java in it: correct or unset it.\n");
    }

    @Test
    void anOlderJavaIsNamed() throws Exception {
        Path bin = Files.createDirectories(folder.resolve("an older Java/bin"));
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\necho 'java version \"1.8.0_392\"' >&2\n");
        open(java, "rwxr-xr-x");
        assertNeedsNewer(bin.getParent(), 8);
        Files.writeString(bin.resolveSibling("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"11.0.21\"\n");
        assertNeedsNewer(bin.getParent(), 11);
    }

    @Test
    void onlyANewerJavaIsToldNotToWarn() throws Exception {
        Path home = Files.createDirectories(folder.resolve("any Java/bin")).getParent();
        open(Files.writeString(home.resolve("bin/java"), "#!/bin/sh\necho \"$@\"\n"), "rwxr-xr-x");
        for (int version : List.of(17, 23, 24, 25)) {
            Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + ".0.1\"\n");
            Said options = said("env", "JAVA_HOME=" + home, APPLICATION + "/bin/recovery-report", "jobs");
            assertThat(options.exitCode()).as(options.text()).isZero();
            assertThat(options.text().contains("--sun-misc-unsafe-memory-access=allow")
                            && options.text().contains("--enable-native-access=ALL-UNNAMED"))
                    .as("Java " + version)
                    .isEqualTo(version >= 24);
        }
    }

    private void assertNeedsNewer(Path javaHome, int version) throws Exception {
        Said jobs = said("env", "JAVA_HOME=" + javaHome, APPLICATION + "/bin/recovery-report", "jobs");
        assertThat(jobs.exitCode()).isEqualTo(2);
        assertThat(jobs.text())
                .isEqualTo("Recovery Report needs Java 17 or newer, and this is Java " + version
                        + ": install one, or set JAVA_HOME to its folder.\n");
    }

    @Test
    void underCronTooTheNameOfALogMayHaveAnyLetter() throws Exception {
        assumeTrue(said("sh", "-c", "locale -a | grep -qi 'C.utf-*8'").exitCode() == 0, "no C.UTF-8 here");
        String run = APPLICATION + "/bin/recovery-report run --input 'L\u00f6g *%1' --output '\u00dct'";
        Path script = Files.writeString(
                folder.resolve("night.sh"),
                "mkdir 'L\u00f6g *%1'; cp '"
                        + Path.of("sample-data/tiny/tiny.csv").toAbsolutePath() + "' 'L\u00f6g *%1/M\u00e4rz.csv'\n"
                        + run + " && ls \u00dct/latest/report/report.html\n");
        Said night =
                said("env", "-i", "-C", folder.toString(), "PATH=" + System.getenv("PATH"), "sh", script.toString());
        assertThat(night.exitCode()).as(night.text()).isZero();
    }

    @Test
    void anotherUserIsToldWhoseTheFolderIs() throws Exception {
        List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        Path output = Files.createDirectory(folder.resolve("of root"));
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Files.copy(Path.of("sample-data/tiny/tiny.csv"), logs.resolve("tiny.csv"));
        open(folder, "rwxr-xr-x");
        open(logs, "rwxr--r--");
        assumeTrue(as(nobody, "jobs").exitCode() == 0, "only root may become another user");
        assertThat(as(List.of(), "run", "--input", "sample-data/tiny/tiny.csv", "--output", output.toString())
                        .exitCode())
                .isNotEqualTo(2);
        for (List<String> command : List.of(
                List.of("executions", "--output", output.toString()),
                List.of("stop", "1", "--output", output.toString()),
                List.of("purge", "--older-than", "1", "--output", output.toString()))) {
            Said said = as(nobody, command.toArray(String[]::new));
            assertThat(said.exitCode()).as(said.text()).isEqualTo(2);
            assertThat(said.text())
                    .isEqualTo(output + " belongs to another user: run this as the user of the nightly job.\n");
        }
        Said checked = as(nobody, "check", "--input", logs.toString());
        assertThat(checked.exitCode()).as(checked.text()).isEqualTo(2);
        assertThat(checked.text()).contains("logs cannot be opened: the folder needs the right x.");
        Path own = output.resolve(".recovery-report");
        open(own, "rwxrwxrwx");
        open(own.resolve("lock"), "rw-rw-rw-");
        open(own.resolve("repository.mv.db"), "r--r--r--");
        Said listed = as(nobody, "executions", "--output", output.toString());
        assertThat(listed.exitCode()).as(listed.text()).isEqualTo(2);
        assertThat(listed.text()).contains("The history of runs in " + own + " cannot be written to: give the user");
    }

    private Said as(List<String> user, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(user);
        command.add(APPLICATION.resolve("bin/recovery-report").toString());
        command.addAll(List.of(arguments));
        return said(command.toArray(String[]::new));
    }

    private static void open(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    /** With {@code -Xshare:on} the runtime refuses to start where it cannot use the classes that were left. */
    @Test
    void laterRunsStartFromTheClassesThatTheFirstOneLeft() throws Exception {
        Path elsewhere = folder.resolve("an application");
        Folders.copy(APPLICATION, elsewhere);
        Path classes = elsewhere.resolve("classes.jsa");
        Files.deleteIfExists(classes);
        String said = tiny(elsewhere, "first", "");
        assertThat(classes).exists();
        said += tiny(elsewhere, "later", "-Xshare:on");
        Folders.assertSame(folder.resolve("later/latest"), Folders.content(folder.resolve("first/latest")));
        Files.delete(classes);
        Files.writeString(classes, "of another runtime");
        said += tiny(elsewhere, "spoilt", "");
        assertThat(said).doesNotContain("[warning]", "[error]", "shared", ".jsa");
    }

    /** Returns what the run said. */
    private String tiny(Path application, String output, String options) throws Exception {
        Said said = said(
                "env",
                "RECOVERY_REPORT_OPTS=" + options,
                application.resolve("bin/recovery-report").toString(),
                "run",
                "--input",
                "sample-data/tiny/tiny.csv",
                "--output",
                folder.resolve(output).toString());
        assertThat(said.exitCode()).as(said.text()).isZero();
        return said.text();
    }

    /** What an application's jar needs, besides that jar. */
    private static List<String> libraries() throws IOException {
        try (Stream<Path> jars = Files.list(APPLICATION.resolve("lib"))) {
            return jars.map(jar -> jar.getFileName().toString())
                    .filter(jar -> !jar.startsWith("recovery-report-"))
                    .toList();
        }
    }

    private record Said(int exitCode, String text) {}

    private Said said(String... command) throws Exception {
        File text = Files.createTempFile(folder, "said", ".txt").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(text)
                .start();
        return new Said(process.waitFor(), Files.readString(text.toPath()));
    }
}
