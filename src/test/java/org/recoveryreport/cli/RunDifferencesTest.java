package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.recoveryreport.publish.FileFingerprint;
import org.recoveryreport.publish.RunRecord;

class RunDifferencesTest {
    private static final FileFingerprint JANUARY = new FileFingerprint("logs/january.csv", "aa", 10L);
    private static final FileFingerprint FEBRUARY = new FileFingerprint("logs/february.csv", "bb", 20L);

    @Test
    void aFileIsTheSameWhereItsBytesAre() {
        FileFingerprint moved = new FileFingerprint("elsewhere/first.csv", "aa", 10L);
        assertThat(RunDifferences.ofInputs(List.of(JANUARY, FEBRUARY), List.of(FEBRUARY, moved)))
                .isEmpty();
    }

    @Test
    void inputsThatDifferAreNamed() {
        FileFingerprint changed = new FileFingerprint("elsewhere/january.csv", "cc", 10L);
        FileFingerprint march = new FileFingerprint("logs/march.csv", "dd", 30L);
        assertThat(RunDifferences.ofInputs(List.of(JANUARY, FEBRUARY), List.of(changed, march)))
                .containsExactly(
                        "input: elsewhere/january.csv is not as it was: SHA-256 cc instead of aa.",
                        "input: logs/february.csv is missing (SHA-256 bb).",
                        "input: logs/march.csv was not among the inputs (SHA-256 dd).");
    }

    @Test
    void versionParametersAndJavaAreReasons() {
        RunRecord then = run("1.0", Map.of("landmarkDays", "14", "former", "5", "subacuteAfterDays", ""), "Java 17");
        RunRecord now = run("1.1", Map.of("landmarkDays", "14", "newer", "6", "subacuteAfterDays", "42"), "Java 21");
        assertThat(RunDifferences.ofCircumstances(then, then)).isEmpty();
        assertThat(RunDifferences.ofCircumstances(then, now))
                .containsExactly(
                        "version: 1.0 then, 1.1 now.",
                        "parameter: former 5 then, unknown now.",
                        "parameter: newer unknown then, 6 now.",
                        "parameter: subacuteAfterDays not given then, 42 now.",
                        "Java: Java 17 then, Java 21 now.");
    }

    @Test
    void aCatalogueOfTheClinicCouldHaveChangedUnseen() {
        RunRecord run = run("1.0", Map.of("catalogue", "/clinic/catalogue"), "Java 17");
        assertThat(RunDifferences.ofCircumstances(run, run))
                .singleElement()
                .asString()
                .contains("/clinic/catalogue may have changed");
    }

    @Test
    void outputsDifferInBytesOrInBeingThere() {
        FileFingerprint changed = new FileFingerprint("tests.csv", "ee", 10L);
        assertThat(RunDifferences.ofOutputs(
                        List.of(new FileFingerprint("tests.csv", "aa", 10L), JANUARY), List.of(FEBRUARY, changed)))
                .containsExactly(
                        "logs/february.csv was not made then", "logs/january.csv is not made now", "tests.csv");
        assertThat(RunDifferences.ofOutputs(List.of(JANUARY), List.of(JANUARY))).isEmpty();
    }

    private static RunRecord run(String version, Map<String, String> parameters, String java) {
        Instant started = Instant.parse("2026-03-01T02:00:00Z");
        return new RunRecord(
                1,
                "recovery-report",
                version,
                started,
                started,
                new TreeMap<>(parameters),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                java,
                "an OS");
    }
}
