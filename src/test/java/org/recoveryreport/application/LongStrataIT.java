package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryreport.cli.Main;

/** A log of tens of thousands of episodes shows combinations by stratum, however many strata there are and however small. */
class LongStrataIT {
    @TempDir
    private static Path folder;

    @BeforeAll
    static void writeLog() {
        run("sample", "--episodes", "30000", "--file", log());
    }

    /** Four fifths more were shown than are asked for here. */
    @ParameterizedTest
    @CsvSource({"sex, 100, 170", "site, 180, 290", "age_band, 200, 290", "severity, 210, 250", "recurrence, 55, 95"})
    void combinationsAreShownByStratum(String stratifyBy, int asUsed, int atLandmarks) {
        Path output = folder.resolve(stratifyBy);
        run("run", "--input", log(), "--output", output.toString(), "-P", "stratifyBy=" + stratifyBy);
        Path report = output.resolve("latest/report");
        for (String name : List.of("recovery-by-combination.csv", "landmark-by-combination.csv")) {
            List<Map<String, String>> rows =
                    Table.read(report.resolve("strata").resolve(name)).rows();
            assertThat(rows).hasSizeGreaterThan(name.startsWith("recovery") ? asUsed : atLandmarks);
            Map<String, Long> whole = new HashMap<>();
            Table.read(report.resolve(name)).rows().forEach(row -> whole.put(group(row), episodes(row)));
            Map<String, Long> ofStrata = new HashMap<>();
            rows.stream()
                    .filter(row -> !row.get("combination").equals("other combinations"))
                    .filter(row -> whole.containsKey(group(row)))
                    .forEach(row -> ofStrata.merge(group(row), episodes(row), Long::sum));
            ofStrata.forEach((group, episodes) ->
                    assertThat(episodes).as(group).isLessThanOrEqualTo(whole.getOrDefault(group, 0L)));
        }
    }

    private static String group(Map<String, String> row) {
        return row.getOrDefault("case_class", "") + row.getOrDefault("landmark_days", "") + row.get("combination");
    }

    private static long episodes(Map<String, String> row) {
        String episodes = row.getOrDefault("episodes", "");
        return episodes.isEmpty() ? 0 : Long.parseLong(episodes);
    }

    private static String log() {
        return folder.resolve("log.csv").toString();
    }

    private static void run(String... command) {
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        assertThat(Main.run(command, writer, writer)).as(said.toString()).isZero();
    }
}
