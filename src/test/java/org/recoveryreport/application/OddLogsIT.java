package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryreport.cli.Main;

/** Logs with one oddity each, through the whole job in this process: nothing is lost, and each bad row is named. */
class OddLogsIT {
    private static final Path LOGS = Path.of("src/test/resources/logs");
    private static final Table REJECTIONS = Table.read(LOGS.resolve("expected-rejections.csv"));

    @TempDir
    private Path folder;

    static List<Map<String, String>> logs() {
        return Table.read(LOGS.resolve("expected-files.csv")).rows();
    }

    static List<Map<String, String>> refused() {
        return Table.read(LOGS.resolve("expected-refusals.csv")).rows();
    }

    @ParameterizedTest
    @MethodSource("logs")
    void everyRowIsAcceptedOrRejectedForTheRightReason(Map<String, String> expected) {
        String file = expected.get("file");
        String said = run(LOGS.resolve(file), 0);
        long rowsRead = Long.parseLong(expected.get("rows_read"));
        long rowsRejected = Long.parseLong(expected.get("rows_rejected"));
        assertThat(said)
                .contains(rowsRead + " rows read = " + (rowsRead - rowsRejected) + " accepted + " + rowsRejected
                        + " rejected");
        Path latest = folder.resolve("output/latest");
        List<Map<String, String>> rejections =
                Table.read(latest.resolve("private/rejected.csv")).rows();
        List<Map<String, String>> wanted = REJECTIONS.where(row -> file.equals(row.get("file")));
        assertThat(rejections)
                .extracting(row -> row.get("line"))
                .containsExactlyElementsOf(
                        wanted.stream().map(row -> row.get("line")).toList());
        for (int i = 0; i < wanted.size(); i++) {
            assertThat(rejections.get(i).get("column")).startsWith(wanted.get(i).get("column"));
            assertThat(rejections.get(i).get("reason").toLowerCase(Locale.ROOT))
                    .contains(wanted.get(i).get("keyword"));
        }
        long episodes = Table.read(latest.resolve("report/recovery-by-combination.csv"))
                .where(row -> row.get("case_class").equals("ALL"))
                .stream()
                .mapToLong(row -> Long.parseLong(row.get("episodes")))
                .sum();
        assertThat(episodes).isEqualTo(Long.parseLong(expected.get("episodes_accepted")));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void whatIsNoLogIsRefused(Map<String, String> expected) {
        assertThat(run(LOGS.resolve("refused").resolve(expected.get("file")), 2))
                .containsIgnoringCase(expected.get("keyword"))
                .hasLineCount(1);
    }

    @Test
    void blankRowsAreOfNoEpisodeAndDoNotKeepAReportFromBeingPublished() throws IOException {
        assertThat(run(LOGS.resolve("commas-only.csv"), 0, 0)).contains("5 rows read = 2 accepted + 3 rejected");

        assertThat(Files.readString(folder.resolve("output/latest/report/report.json")))
                .contains("\"episodes_rejected\" : 0");
    }

    private String run(Path log, int exitCode) {
        return run(log, exitCode, 100);
    }

    private String run(Path log, int exitCode, int maxRejectedPercent) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        String[] command = {
            "run",
            "--input",
            log.toString(),
            "--output",
            folder.resolve("output").toString(),
            "-P",
            "minCellCount=0",
            "-P",
            "maxRejectedPercent=" + maxRejectedPercent
        };
        assertThat(Main.run(command, writer, writer)).as(said.toString()).isEqualTo(exitCode);
        return said.toString();
    }
}
