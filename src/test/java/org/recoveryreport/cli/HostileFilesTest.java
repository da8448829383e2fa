package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log, a job definition or a catalogue may try, and who may read what a run leaves. */
class HostileFilesTest {
    private static final String HEADER = "episode_id,patient_id,onset,recovered,last_seen,treatment,site\n";
    private static final String JOB = """
            <?xml version="1.0"?>%s
            <job id="own" version="2.0" xmlns="https://jakarta.ee/xml/ns/jakartaee">
              <properties><property name="landmarkDays" value="%s"/></properties>
              <step id="check"><batchlet ref="checkInputBatchlet"/></step>
            </job>
            """;

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @BeforeEach
    void install() throws IOException {
        Files.createDirectories(folder.resolve("home/jobs"));
        System.setProperty("recovery-report.home", folder.resolve("home").toString());
    }

    @AfterEach
    void uninstall() {
        System.clearProperty("recovery-report.home");
    }

    @Test
    void onlyOwnerAndGroupReadAReportAndOnlyTheOwnerWhatIsPrivate() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        assertThat(run(log("ice pack", "north"), "-P", "exportEpisodes=true")).isZero();
        Path run = folder.resolve("out/latest").toRealPath();
        assertThat(permissions(run)).isEqualTo("rwxr-x---");
        assertThat(permissions(run.resolve("report"))).isEqualTo("rwxr-x---");
        assertThat(permissions(run.resolve("report/report.html"))).isEqualTo("rw-r-----");
        assertThat(permissions(run.resolve("private"))).isEqualTo("rwx------");
        assertThat(permissions(run.resolve("private/rejected.csv"))).isEqualTo("rw-------");
        assertThat(permissions(run.resolve("private/episodes.parquet"))).isEqualTo("rw-------");
    }

    /** A spreadsheet takes a cell for a formula that begins with one of these. */
    @ParameterizedTest
    @ValueSource(strings = {"=", "+", "-", "@"})
    void noCellOfACsvFileIsAFormula(String start) throws IOException {
        assertThat(run(log(start + "SUM(A1:A9) unheard of", start + "cmd"), "-P", "stratifyBy=site"))
                .isZero();
        List<String> cells = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.resolve("out/latest").toRealPath())) {
            for (Path file : files.filter(f -> f.toString().endsWith(".csv")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    cells.addAll(List.of(line.replace("\"", "").split(",")));
                }
            }
        }
        assertThat(cells).anyMatch(cell -> cell.startsWith("'" + start + "SUM"));
        assertThat(cells).anyMatch(cell -> cell.startsWith("'" + start + "cmd"));
        assertThat(cells).noneMatch(cell -> cell.startsWith(start) && !cell.matches("-?[0-9.]+([Ee]-?[0-9]+)?"));
    }

    @Test
    void whatTheLogSaysIsNeverMarkupOnThePage() throws IOException {
        String hostile = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        assertThat(run(log(hostile, hostile), "-P", "stratifyBy=site")).isZero();
        String page = Files.readString(folder.resolve("out/latest/report/report.html"));
        assertThat(page)
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert")
                .doesNotContain("<img src=x");
        String policy = page.replaceAll("(?s).*http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\".*", "$1");
        assertThat(policy)
                .contains("default-src 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval")
                .doesNotContain("*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE job [<!ENTITY secret SYSTEM \"%s\">]>",
                "<!DOCTYPE job SYSTEM \"%s\">",
                "<!DOCTYPE job [<!ENTITY %% secret SYSTEM \"%s\"> %%secret;]>"
            })
    void aJobDefinitionReadsNoOtherFile(String documentType) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "<!ENTITY secret \"keep this\">");
        job(
                String.format(documentType, secret.toUri()),
                documentType.startsWith("<!DOCTYPE job [<!ENTITY s") ? "&secret;" : "21");
        assertThat(run(log("ice pack", "north"), "--job", "own")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("own.xml has a document type").doesNotContain("keep this");
        assertThat(folder.resolve("out/latest")).doesNotExist();
    }

    @Test
    void aJobDefinitionThatIsNoXmlIsRefusedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("home/jobs/own.xml"), "<?xml version='1.0'?>\n<job>\n</jib>\n");
        assertThat(run(log("ice pack", "north"), "--job", "own")).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("own.xml is no XML from line 3 on");
    }

    /** Ten entities that multiply by ten each would fill any memory. */
    @Test
    @Timeout(60)
    void aJobDefinitionDoesNotGrowWithoutBound() throws IOException {
        StringBuilder entities = new StringBuilder("<!DOCTYPE job [<!ENTITY e0 \"1111111111\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY e" + i + " \"" + ("&e" + (i - 1) + ";").repeat(10) + "\">");
        }
        job(entities + "]>", "&e9;");
        assertThat(run(log("ice pack", "north"), "--job", "own")).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void anOwnJobIsRun() throws IOException {
        job("", "21");
        assertThat(run(log("ice pack", "north"), "--job", "own"))
                .as(err.toString())
                .isNotEqualTo(ExitCode.REFUSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../outside", "/outside", "..", "jobs/../../outside", "outside.xml", "linked", "a\\b"})
    void theNameOfAJobDoesNotLeaveItsFolder(String name) throws IOException {
        Files.writeString(folder.resolve("home/outside.xml"), String.format(JOB, "", "21"));
        Files.createSymbolicLink(folder.resolve("home/jobs/linked.xml"), folder.resolve("home/outside.xml"));
        assertThat(run(log("ice pack", "north"), "--job", name)).isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("There is no job");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aFileOfACatalogueIsNoLinkOutOfIt() throws IOException {
        Path catalogue = Files.createDirectory(folder.resolve("catalogue"));
        Files.writeString(folder.resolve("elsewhere.csv"), "phrases,tags,kind,beside,source\nblue ice,cold,,,us\n");
        Files.createSymbolicLink(catalogue.resolve("phrases.csv"), folder.resolve("elsewhere.csv"));
        assertThat(run(log("ice pack", "north"), "-P", "catalogue=" + catalogue))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(err.toString()).contains("leads out of the catalogue");
    }

    private void job(String documentType, String landmark) throws IOException {
        Files.writeString(folder.resolve("home/jobs/own.xml"), String.format(JOB, documentType, landmark));
    }

    /** Forty episodes alike. */
    private Path log(String treatment, String site) throws IOException {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int i = 0; i < 40; i++) {
            rows.append("E" + i + ",P" + i + ",1," + (10 + i % 20) + ",,\"" + treatment + "\",\"" + site + "\"\n");
        }
        return Files.writeString(folder.resolve("log.csv"), rows);
    }

    private int run(Path log, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input",
                log.toString(),
                "--output",
                folder.resolve("out").toString()));
        arguments.addAll(List.of(more));
        return Main.run(arguments.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(err));
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
