package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of one output folder, night after night. */
class NightGuardIT {
    private static final int K = 11;

    @TempDir
    private Path folder;

    private List<String> log;
    private Path output;

    @BeforeEach
    void prepare() throws IOException {
        Path sample = folder.resolve("sample.csv");
        Application.run("sample", "--episodes", 1_200, "--seed", 11, "--file", sample)
                .done();
        log = Files.readAllLines(sample);
        output = folder.resolve("reports");
    }

    @Test
    void noCountDiffersFromTheLastReportByFew() throws IOException {
        assertThat(night(1_000).out()).doesNotContain("earlier-counts.csv");
        assertThat(earlierCounts()).isEmpty();
        Map<String, Long> before = counts();
        Application.Ended ended = night(1_010);
        assertThat(ended.out()).containsPattern("\\d+ counts stay as an earlier report showed them");
        Map<String, Long> tonight = counts();
        assertThat(tonight).isNotEmpty();
        tonight.forEach((name, count) -> assertThat(Math.abs(count - before.getOrDefault(name, count)))
                .as(name)
                .matches(change -> change == 0 || change >= K));
        assertThat(earlierCounts()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.get("as_of")).matches("\\d{4}-\\d\\d-\\d\\d");
            assertThat(row.get("table")).isNotEmpty();
        });
        assertThat(Files.readString(output.resolve("latest/report/report.html")))
                .contains("stay as an earlier report showed them");
    }

    @Test
    void theRowsOfTheFilesAreNotTonightsWhereThoseOfTheLogStay() throws IOException {
        night(1_000);
        String rows = said("rows_read");
        assertThat(said("rows_in_files")).isEqualTo(rows);
        night(1_004);
        assertThat(said("rows_read")).isEqualTo(rows);
        assertThat(said("rows_in_files")).isEqualTo("null");
        assertThat(Files.readString(output.resolve("latest/report/run.json")))
                .as("the size of a file tells about how many rows it has")
                .containsPattern("\"path\" : \"[^\"]*log.csv\", \"sha256\" : \"\\w+\", \"rows\" : null");
    }

    private String said(String field) throws IOException {
        return Files.readString(output.resolve("latest/report/run.json"))
                .replaceAll("(?s).*\"" + field + "\" : (\\w+).*", "$1");
    }

    @Test
    void researchersSwitchItOff() throws IOException {
        night(1_000);
        night(1_010, "-P", "nightGuard=false");
        assertThat(earlierCounts()).isEmpty();
        Path report = output.resolve("latest/report/recovery-by-combination.csv");
        String guarded = Files.readString(report);
        output = folder.resolve("by itself");
        night(1_010);
        assertThat(guarded).isEqualTo(Files.readString(output.resolve("latest/report/recovery-by-combination.csv")));
    }

    @Test
    void otherSettingsAreComparedWithNothing() throws IOException {
        night(1_000);
        night(1_010, "-P", "landmarkDays=21");
        assertThat(earlierCounts()).isEmpty();
    }

    @Test
    void aLastReportThatCannotBeReadIsNoReasonToPublish() throws IOException {
        night(1_000);
        Path last = output.resolve("latest").toRealPath();
        Files.writeString(last.resolve("report/report.json"), "{");
        Application.Ended ended = run(1_010);
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err())
                .contains("The last report cannot be compared with", "report.json", "another output folder");
        assertThat(output.resolve("latest").toRealPath()).isEqualTo(last);
    }

    @Test
    void aNightThatIsKilledComparesAgainWithTheSameReport() throws Exception {
        night(1_000);
        Path before = folder.resolve("before");
        Folders.copy(output, before);
        night(1_010);
        SortedMap<String, String> undisturbed = Folders.content(output.resolve("latest"));
        assertThat(undisturbed.get("report/earlier-counts.csv")).contains("\n");
        for (Moment moment : List.of(Moment.ANALYSED, Moment.COMPARED, Moment.TABLES)) {
            Folders.delete(output);
            Folders.copy(before, output);
            assertThat(killedAt(moment)).as("killed when " + moment).isTrue();
            night(1_010, "--resume");
            // not the latest: had it come to its end before it was killed, that is of the next night
            Path killed = output.resolve(Folders.runs(output).get(1));
            assertThat(Folders.differences(Folders.content(killed), undisturbed))
                    .as("after a kill when " + moment)
                    .isEmpty();
        }
    }

    /** Starts the night and kills it, unless it was too quick. */
    private boolean killedAt(Moment moment) throws Exception {
        Process process =
                Application.start(List.of(), folder, "run", "--input", folder.resolve("log.csv"), "--output", output);
        while (process.isAlive() && !moment.hasCome(output)) {
            Thread.sleep(1);
        }
        return process.destroyForcibly().waitFor() == 137;
    }

    private Application.Ended night(int lines, Object... options) throws IOException {
        Application.Ended ended = run(lines, options).done();
        return ended;
    }

    private Application.Ended run(int lines, Object... options) throws IOException {
        Path file = folder.resolve("log.csv");
        Files.write(file, log.subList(0, wholeEpisodes(lines)));
        Object[] arguments = new Object[5 + options.length];
        System.arraycopy(new Object[] {"run", "--input", file, "--output", output}, 0, arguments, 0, 5);
        System.arraycopy(options, 0, arguments, 5, options.length);
        return Application.run(arguments);
    }

    /** Up to the last row of an episode. */
    private int wholeEpisodes(int lines) {
        int end = lines;
        while (end < log.size() && id(end).equals(id(end - 1))) {
            end++;
        }
        return end;
    }

    private String id(int line) {
        return log.get(line).substring(0, log.get(line).indexOf(','));
    }

    private List<Map<String, String>> earlierCounts() {
        return Table.read(output.resolve("latest/report/earlier-counts.csv")).rows();
    }

    /** Those of the rows that have a name of their own. */
    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        counts.putAll(counts("recovery-by-combination", 2, "episodes", "recovered", "censored"));
        counts.putAll(counts("landmark-by-combination", 2, "episodes", "recovered", "censored"));
        counts.putAll(counts("recovery-by-treatment", 1, "episodes_with", "episodes_without"));
        counts.putAll(counts("recovery-by-month", 1, "episodes", "recovered"));
        counts.putAll(counts("practice-checks", 2, "eligible", "kept", "not_assessable"));
        counts.putAll(counts("unrecognised", 1, "entries"));
        return counts;
    }

    private Map<String, Long> counts(String file, int keys, String... columns) {
        Table table = Table.read(output.resolve("latest/report").resolve(file + ".csv"));
        Map<String, Long> counts = new HashMap<>();
        for (Map<String, String> row : table.rows()) {
            String name = file + ": "
                    + String.join(
                            ", ",
                            table.columns().subList(0, keys).stream()
                                    .map(row::get)
                                    .toList());
            for (String column : columns) {
                String cell = row.getOrDefault(column, "");
                if (!cell.isEmpty()) {
                    counts.put(name + ", " + column, Long.parseLong(cell));
                }
            }
        }
        return counts;
    }
}
