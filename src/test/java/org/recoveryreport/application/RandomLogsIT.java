package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random logs with late starts, ties, censoring, day 0, recurrences and things unsaid: R finds the published figures again,
 * from the log alone. {@code -Drandom.logs.seed=2} for other logs.
 */
class RandomLogsIT {
    private static final long SEED = Long.getLong("random.logs.seed", 1);
    private static final Path SCRIPT = Path.of("src/test/resources/reference/random/from-log.R");

    @TempDir
    private Path folder;

    private Path log;
    private Path report;

    @BeforeAll
    static void needsR() throws Exception {
        R.assumeSurvival();
    }

    @BeforeEach
    void nameFiles() {
        log = folder.resolve("log.csv");
        report = folder.resolve("output/latest/report");
    }

    @ParameterizedTest
    @CsvSource({
        "none, 250, ice pack; heating pad; massage; cyclobenzaprine; ibuprofen; bed rest",
        "sex, 250, ice pack; massage; cyclobenzaprine; ibuprofen",
        "severity, 400, heating pad; massage; ibuprofen",
        "recurrence, 300, ice pack; massage; ibuprofen; bed rest"
    })
    void figuresAreThoseThatRFindsInTheLog(String stratifyBy, int patients, String texts) throws Exception {
        write(new RandomLog(SEED, List.of(texts.split("; "))), patients);
        Application.Ended found = compare(stratifyBy, "");
        assertThat(found.exitCode()).as(found.out() + found.err()).isZero();
        assertThat(found.out())
                .contains(
                        "landmark-by-combination.csv",
                        "practice-by-landmark.csv",
                        "recovery-by-treatment.csv",
                        "sensitivity.csv",
                        "tests.csv",
                        "stratified by " + stratifyBy)
                .doesNotContain("DIFFERS");
        if (!stratifyBy.equals("none")) {
            assertThat(found.out()).contains("strata/stratified-tests.csv");
        }
    }

    @Test
    void aTreatmentThatIsAlwaysWithAnotherIsNamedAndLeftOut() throws Exception {
        write(new RandomLog(SEED, List.of("ice pack", "ibuprofen", "massage")).always("massage", "bed rest"), 200);
        Application.Ended found = compare("none", "rest");
        assertThat(found.exitCode()).as(found.out() + found.err()).isZero();
        assertThatTheyAreNamed(
                Map.of("rest", "redundant"), "Left out: whoever had it follows from the treatments before it");
    }

    @Test
    void treatmentsThatDecideTheEndAreNamedAndHaveNoRatio() throws Exception {
        write(
                new RandomLog(SEED, List.of("ice pack", "heating pad", "ibuprofen", "massage"))
                        .recovers("massage", 0)
                        .recovers("heating pad", RandomLog.NEVER),
                200);
        Application.Ended found = compare("none", "heat massage");
        assertThat(found.exitCode()).as(found.out() + found.err()).isZero();
        assertThatTheyAreNamed(
                Map.of("heat", "separated", "massage", "separated"),
                "No ratio: the log is too one-sided about it for a finite one");
    }

    /** In the file for programs and on the page; of the others no figure is beyond reason. */
    private void assertThatTheyAreNamed(Map<String, String> causes, String sentence) throws Exception {
        Matcher row = Pattern.compile("\"tag\" : \"([a-z-]+)\",[^}]*\"left_out\" : \"([a-z]+)\"")
                .matcher(Files.readString(report.resolve("report.json")));
        Map<String, String> named = new TreeMap<>();
        while (row.find()) {
            named.put(row.group(1), row.group(2));
        }
        assertThat(named).isEqualTo(causes);
        assertThat(Files.readString(report.resolve("report.html"))).contains(sentence);
        for (Map<String, String> treatment :
                Table.read(report.resolve("recovery-by-treatment.csv")).rows()) {
            for (String column : List.of("hazard_ratio", "hr_lower", "hr_upper")) {
                String figure = treatment.get(column);
                assertThat(figure.isEmpty()).isEqualTo(causes.containsKey(treatment.get("tag")));
                if (!figure.isEmpty()) {
                    assertThat(Double.parseDouble(figure)).isBetween(0.01, 100.0);
                }
            }
        }
    }

    private void write(RandomLog random, int patients) throws Exception {
        Files.write(log, random.rows(patients));
    }

    /** Runs the application, then R, whose model has no finite ratio for some tags. */
    private Application.Ended compare(String stratifyBy, String withoutRatio) throws Exception {
        List<Object> command = new ArrayList<>(
                List.of("run", "--input", log, "--output", folder.resolve("output"), "-P", "minCellCount=0"));
        if (!stratifyBy.equals("none")) {
            command.addAll(List.of("-P", "stratifyBy=" + stratifyBy));
        }
        Application.run(command.toArray()).done();
        List<String> arguments =
                new ArrayList<>(List.of(SCRIPT.toString(), log.toString(), report.toString(), stratifyBy));
        if (!withoutRatio.isEmpty()) {
            arguments.addAll(List.of(withoutRatio.split(" ")));
        }
        return R.script(arguments);
    }
}
