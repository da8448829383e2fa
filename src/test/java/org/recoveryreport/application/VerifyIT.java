package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R finds the published figures again, with the script that lies beside them. */
class VerifyIT {
    private static final Path REFERENCE = Path.of("src/test/resources/reference/survival");

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsR() throws Exception {
        R.assumeSurvival();
    }

    @ParameterizedTest
    @CsvSource({"aml, 0.95, log-log", "latestart-null, 0.9, log", "lungtags, 0.99, plain"})
    void figuresAreThoseOfR(String dataset, String confidence, String type) throws Exception {
        Path report = report(
                REFERENCE.resolve(dataset + ".csv"),
                "minCellCount=0",
                "confidence=" + confidence,
                "confidenceType=" + type);
        Application.Ended ended = r(report.resolve("verify.R").toString());
        assertThat(ended.out())
                .contains(
                        "recovery-by-combination.csv",
                        "landmark-by-combination.csv",
                        "practice-by-landmark.csv",
                        "recovery-curves.csv",
                        "sensitivity.csv",
                        "tests.csv",
                        "R finds the same figures in these tables",
                        "Not recomputed: ",
                        "The hazard ratios (recovery-by-treatment.csv, Cox's model) need more than a report tells")
                .doesNotContain("DIFFERS");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
    }

    /** By families, so that the curves have no combination of tags. */
    @Test
    void figuresOfStrataAreThoseOfR() throws Exception {
        Path log = folder.resolve("log.csv");
        Application.run("sample", "--episodes", 300, "--seed", 7, "--file", log).done();
        Path report = report(log, "minCellCount=0", "stratifyBy=sex", "combineBy=family");
        Application.Ended ended = r(report.resolve("verify.R").toString());
        assertThat(ended.out())
                .contains("strata/stratified-tests.csv", "R finds the same figures")
                .doesNotContain("DIFFERS");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        alter(report, "strata/landmark-by-combination.csv", "(F,14,none,\\d+,\\d+,\\d+),\\d+", "$1,1000");
        alter(report, "strata/practice-by-landmark.csv", "(F,7,cold-first,\\d+),\\d+", "$1,99");
        alter(report, "sensitivity.csv", "(family,14,heat-and-cold,log,.*),true$", "$1,false");
        ended = r(report.resolve("verify.R").toString());
        assertThat(ended.out())
                .contains(
                        "DIFFERS, most at landmark/ALL/14/F none median_days",
                        "DIFFERS, most at 7 F cold-first not_kept",
                        "DIFFERS, most at  14 family heat-and-cold log changes_by_grouping");
    }

    @Test
    void aProtectedReportIsCheckedAsFarAsItCanBe() throws Exception {
        Path report = report(Path.of("sample-data"), "minCellCount=11");
        Application.Ended ended = r(report.resolve("verify.R").toString());
        assertThat(ended.out()).contains("Only a report with minCellCount=0", "The report is consistent");
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(report.resolve("verify-counts.csv")).doesNotExist();
    }

    @Test
    void aFigureThatWasAlteredIsFound() throws Exception {
        Path report = report(REFERENCE.resolve("aml.csv"), "minCellCount=0");
        alter(report, "tests.csv", "(as-used,ALL,0,2,\\d+\\.\\d\\d\\d)\\d", "$19");
        Application.Ended ended = r(report.resolve("verify.R").toString(), report.toString());
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).contains("DIFFERS, most at as-used/ALL/0 chi_squared", "The report differs");
    }

    @Test
    void withoutAReportNothingCanBeFoundOut() throws Exception {
        Path report = report(REFERENCE.resolve("aml.csv"), "minCellCount=0");
        Application.Ended ended = r(report.resolve("verify.R").toString(), folder.toString());
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("There is no recovery-by-combination.csv");
    }

    /** Replaces what stands at the beginning of a line. */
    private static void alter(Path report, String table, String found, String replacement) throws IOException {
        Path file = report.resolve(table);
        String before = Files.readString(file);
        String after = before.replaceFirst("(?m)^" + found, replacement);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(file, after);
    }

    private Path report(Path input, String... parameters) {
        Path output = folder.resolve("output");
        List<Object> command = new ArrayList<>(List.of("run", "--input", input, "--output", output));
        for (String parameter : parameters) {
            command.add("-P");
            command.add(parameter);
        }
        Application.run(command.toArray()).done();
        return output.resolve("latest/report");
    }

    private static Application.Ended r(String... arguments) throws IOException, InterruptedException {
        return R.script(List.of(arguments));
    }
}
