package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log whose figures its README works out by hand. */
class TinyLogIT {
    private static final Path TINY = Path.of("sample-data/tiny");

    @TempDir
    private Path folder;

    @Test
    void theReportSaysWhatWasWorkedOutByHand() {
        Application.run("run", "--input", TINY.resolve("tiny.csv"), "--output", folder, "-P", "minCellCount=0")
                .done();
        Path report = folder.resolve("latest/report");
        assertThatTableAgrees(report, "recovery-by-combination.csv", List.of("case_class", "combination"));
        assertThatTableAgrees(report, "landmark-by-combination.csv", List.of("landmark_days", "combination"));
        assertThatTableAgrees(report, "tests.csv", List.of("landmark_days", "case_class"));
    }

    private static void assertThatTableAgrees(Path report, String name, List<String> key) {
        Table actual = Table.read(report.resolve(name));
        for (Map<String, String> expected :
                Table.read(TINY.resolve("expected-" + name)).rows()) {
            Map<String, String> row =
                    actual.row(key.get(0), expected.get(key.get(0)), key.get(1), expected.get(key.get(1)));
            expected.forEach((column, value) -> assertThatValuesAgree(name + " " + column, row.get(column), value));
        }
    }

    private static void assertThatValuesAgree(String what, String actual, String expected) {
        if (expected.matches("-?[0-9.]+(e-?[0-9]+)?")) {
            double number = Double.parseDouble(expected);
            assertThat(actual).as(what).isNotEmpty();
            assertThat(Double.parseDouble(actual)).as(what).isCloseTo(number, offset(1e-9 * Math.max(1, number)));
        } else {
            assertThat(actual).as(what).isEqualTo(expected);
        }
    }
}
