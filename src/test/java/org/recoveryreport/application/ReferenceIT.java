package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logs with figures that R computed, through the command line. */
class ReferenceIT {
    private static final Path REFERENCE = Path.of("src/test/resources/reference");
    private static final double RELATIVE = 1e-9;
    private static final Set<String> NAMES =
            Set.of("dataset", "tag", "combination", "stratum", "analysis", "case_class");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"aml", "lung", "veteran"})
    void figuresAsUsedAreThoseOfR(String dataset) {
        Path report = report(dataset);
        Table figures = Table.read(report.resolve("recovery-by-combination.csv"));
        List<Map<String, String>> expected =
                Table.read(REFERENCE.resolve("survival/expected.csv")).where(row -> dataset.equals(row.get("dataset")));
        assertThat(expected).isNotEmpty();
        for (Map<String, String> row : expected) {
            assertThatFiguresAgree(figures.row("case_class", "ALL", "combination", row.get("tag")), row);
        }
    }

    @Test
    void figuresAtLandmarksAreThoseOfR() {
        Path report = report("latestart-null");
        Table figures = Table.read(report.resolve("landmark-by-combination.csv"));
        for (Map<String, String> row :
                Table.read(REFERENCE.resolve("survival/expected-landmark.csv")).rows()) {
            Map<String, String> actual =
                    figures.row("landmark_days", row.get("landmark_days"), "combination", row.get("combination"));
            assertThatFiguresAgree(actual, row);
        }
        Table tests = Table.read(report.resolve("tests.csv"));
        for (Map<String, String> row :
                Table.read(REFERENCE.resolve("survival/expected-tests.csv")).rows()) {
            assertThatFiguresAgree(tests.row("landmark_days", row.get("landmark_days"), "case_class", "ALL"), row);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lungtags", "timevarying"})
    void hazardRatiosAreThoseOfR(String dataset) {
        Path report = report(dataset);
        Table treatments = Table.read(report.resolve("recovery-by-treatment.csv"));
        List<Map<String, String>> expected = Table.read(REFERENCE.resolve("survival/expected-cox.csv"))
                .where(row -> dataset.equals(row.get("dataset")));
        assertThat(treatments.rows()).hasSameSizeAs(expected);
        for (Map<String, String> row : expected) {
            Map<String, String> figures = new TreeMap<>(row);
            figures.put("p_value", figures.remove("p"));
            String logLikelihood = figures.remove("loglik");
            List<Map<String, String>> actual =
                    treatments.where(treatment -> row.get("tag").equals(treatment.get("tag")));
            assertThat(actual).hasSize(1);
            assertThatFiguresAgree(actual.get(0), figures);
            assertThat(logLikelihood(report))
                    .isCloseTo(Double.parseDouble(logLikelihood), withinPercentage(100 * RELATIVE));
        }
    }

    @Test
    void figuresOfStrataAreThoseOfR() {
        Path stratified = REFERENCE.resolve("stratified");
        Path report = run(stratified.resolve("stratified-log.csv"), "-P", "stratifyBy=sex");
        Table landmarks = Table.read(report.resolve("strata/landmark-by-combination.csv"));
        assertThatRowsAgree(
                landmarks, stratified.resolve("expected-landmark.csv"), "stratum", "landmark_days", "combination");
        Table tests = Table.read(report.resolve("strata/stratified-tests.csv"));
        assertThatRowsAgree(tests, stratified.resolve("expected-tests.csv"), "analysis", "case_class", "landmark_days");
        Table hazards = Table.read(report.resolve("strata/recovery-by-treatment.csv"));
        Table together = Table.read(report.resolve("recovery-by-treatment.csv"));
        for (Map<String, String> row :
                Table.read(stratified.resolve("expected-cox.csv")).rows()) {
            boolean all = row.get("stratum").equals("all");
            List<Map<String, String>> actual = (all ? together : hazards)
                    .where(found -> found.get("tag").equals(row.get("tag"))
                            && (all || found.get("stratum").equals(row.get("stratum"))));
            assertThat(actual).hasSize(1);
            assertThatFiguresAgree(actual.get(0), row);
        }
    }

    private static void assertThatRowsAgree(Table actual, Path expected, String... keys) {
        List<Map<String, String>> rows = Table.read(expected).rows();
        assertThat(rows).isNotEmpty();
        for (Map<String, String> row : rows) {
            List<Map<String, String>> found = actual.where(
                    candidate -> Stream.of(keys).allMatch(key -> row.get(key).equals(candidate.get(key))));
            assertThat(found).as(row.toString()).hasSize(1);
            assertThatFiguresAgree(found.get(0), row);
        }
    }

    @Test
    void treatmentTextsGetTheirTags() throws IOException {
        Table texts = Table.read(REFERENCE.resolve("tagging/sample.csv"));
        List<String> log = new ArrayList<>();
        log.add("episode_id,patient_id,onset,recovered,treatment");
        int days = 0;
        for (Map<String, String> row : texts.rows()) {
            // each text has a recovery time of its own, by which its combination is found again
            log.add("e" + days + ",p" + days + ",0," + days + ",\"" + row.get("text") + "\"");
            days++;
        }
        Path input = Files.write(folder.resolve("texts.csv"), log);
        Table curves = Table.read(run(input).resolve("recovery-curves.csv"));
        List<String> wrong = new ArrayList<>();
        for (int day = 0; day < texts.rows().size(); day++) {
            Map<String, String> text = texts.rows().get(day);
            String expected = text.get("tags").isEmpty()
                    ? "none"
                    : String.join(" + ", new TreeSet<>(List.of(text.get("tags").split(" "))));
            String wanted = Integer.toString(day);
            boolean found = curves.rows().stream()
                    .anyMatch(row -> "ALL".equals(row.get("case_class"))
                            && "as-used".equals(row.get("analysis"))
                            && wanted.equals(row.get("day"))
                            && expected.equals(row.get("combination")));
            if (!found) {
                wrong.add(text.get("text") + " is not " + expected);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static double logLikelihood(Path report) {
        Matcher number = Pattern.compile("\"log_likelihood\" : (-?[0-9.]+)").matcher("");
        return Application.lines(report.resolve("report.json")).stream()
                .filter(line -> number.reset(line).find())
                .mapToDouble(line -> Double.parseDouble(number.group(1)))
                .findFirst()
                .orElseThrow();
    }

    private Path report(String dataset) {
        return run(REFERENCE.resolve("survival").resolve(dataset + ".csv"));
    }

    private Path run(Path input, String... options) {
        Path output = folder.resolve("output");
        List<Object> command = new ArrayList<>(List.of("run", "--input", input, "--output", output, "--log", "none"));
        command.addAll(List.of("-P", "minCellCount=0"));
        command.addAll(List.of(options));
        Application.Ended ended = Application.run(command.toArray());
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        return output.resolve("latest/report");
    }

    private static void assertThatFiguresAgree(Map<String, String> actual, Map<String, String> expected) {
        expected.forEach((column, value) -> {
            if (NAMES.contains(column)) {
                return;
            }
            if (value.isEmpty()) {
                assertThat(actual.get(column)).as(column).isEmpty();
            } else {
                double number = Double.parseDouble(value);
                assertThat(Double.parseDouble(actual.get(column)))
                        .as(column)
                        // the difference of two means has no more digits than they have
                        .isCloseTo(
                                number,
                                offset(Math.max(
                                        Math.abs(number) * RELATIVE, column.contains("difference") ? 1e-10 : 1e-15)));
            }
        });
    }
}
