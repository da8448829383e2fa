package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run can be repeated from its {@code run.json}. */
class RerunIT {
    @TempDir
    private Path folder;

    private Path log;
    private Path runJson;

    @BeforeEach
    void run() throws IOException {
        log = Files.copy(
                Path.of("src/test/resources/reference/survival/latestart-null.csv"), folder.resolve("log.csv"));
        Path output = folder.resolve("first");
        Application.run("run", "--input", log, "--output", output, "-P", "landmarkDays=21", "-P", "minCellCount=5")
                .done();
        runJson = output.resolve("latest/report/run.json");
    }

    @Test
    void theSameLogGivesTheSameBytes() throws IOException {
        Path moved =
                Files.move(log, Files.createDirectory(folder.resolve("archive")).resolve("renamed.csv"));
        Application.Ended ended = rerun("--input", moved);
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).containsPattern("Every byte is equal: all \\d+ files");
        assertThat(ended.exitCode()).isZero();
        Folders.assertSame(folder.resolve("second/latest/report"), Folders.content(runJson.resolveSibling("")));
    }

    @Test
    void aChangedLogIsNamedAndSoAreTheFilesThatDiffer() throws IOException {
        Files.writeString(log, Files.readString(log) + "more,more,0,9,9,ibuprofen,1\n");
        Application.Ended ended = rerun();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains("log.csv is not as it was").hasLineCount(1);
        assertThat(ended.out())
                .contains("The reports differ in", "  recovery-by-combination.csv", "Possible reasons:", "log.csv")
                .doesNotContain("  verify.R", "version:", "parameter:");
    }

    @Test
    void anotherVersionAndAnotherParameterAreSaid() throws IOException {
        String record = Files.readString(runJson);
        Files.writeString(
                runJson,
                record.replaceFirst("(\"version\" : \")", "$10.0.0-")
                        .replace("\"landmarkDays\" : \"21\"", "\"landmarkDays\" : \"22\", \"forgotten\" : \"1\""));
        Application.Ended ended = rerun();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out())
                .contains("  landmark-by-combination.csv", "version: 0.0.0-", "parameter: forgotten 1 then");
    }

    @Test
    void theRowsOfEveryTableAreRecorded() throws IOException {
        int tables = 0;
        for (JsonNode output : new ObjectMapper().readTree(runJson.toFile()).path("outputs")) {
            Path file = runJson.resolveSibling(output.path("path").asText());
            boolean table = file.toString().endsWith(".csv");
            assertThat(output.has("rows")).as("%s", file).isEqualTo(table);
            if (table) {
                assertThat(output.path("rows").asInt())
                        .as("%s", file)
                        .isEqualTo(Table.read(file).rows().size());
                tables++;
            }
        }
        assertThat(tables).isPositive();
    }

    @Test
    void aSingleFileThatDiffersIsOneFile() throws IOException {
        String record = Files.readString(runJson);
        Files.writeString(runJson, record.replaceFirst("(\"verify.R\",\\s+\"sha256\" : \")[0-9a-f]", "$1x"));
        Application.Ended ended = rerun();
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).contains("The reports differ in 1 file:", "  verify.R");
    }

    @Test
    void whatCannotBeRepeatedIsRefused() throws IOException {
        Files.delete(log);
        Application.Ended ended = rerun();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("log.csv is not there", "--input").hasLineCount(1);
        Files.writeString(runJson, "{}");
        ended = rerun();
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("is not the run.json of a report").hasLineCount(1);
        assertThat(folder.resolve("second")).doesNotExist();
    }

    private Application.Ended rerun(Object... more) {
        Object[] command = new Object[4 + more.length];
        System.arraycopy(new Object[] {"rerun", runJson, "--output", folder.resolve("second")}, 0, command, 0, 4);
        System.arraycopy(more, 0, command, 4, more.length);
        return Application.run(command);
    }
}
