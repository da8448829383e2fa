package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.recoveryreport.domain.disclosure.Audit;

class RunJsonTest {
    @TempDir
    Path folder;

    @Test
    void theRunIsWrittenAsReviewed() throws IOException {
        Path file = folder.resolve("run.json");
        RunJson.write(file, run());
        GoldenFiles.assertSame(file, "small/run.json");
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path file = folder.resolve("run.json");
        RunJson.write(file, run());
        assertThat(RunJson.read(file)).isEqualTo(run());
    }

    @Test
    void theSizeOfAFileNeedNotBeTold() throws IOException {
        Path file = folder.resolve("run.json");
        RunRecord run = run();
        RunRecord.Input hidden = new RunRecord.Input(new FileFingerprint("b.csv", "aa", null), null);
        RunRecord told = new RunRecord(
                run.executionId(),
                run.jobName(),
                run.applicationVersion(),
                run.started(),
                run.finished(),
                run.parameters(),
                List.of(hidden),
                null,
                null,
                null,
                null,
                run.audit(),
                run.outputs(),
                run.javaRuntime(),
                run.operatingSystem());
        RunJson.write(file, told);
        assertThat(RunJson.read(file)).isEqualTo(told);
    }

    @Test
    void fieldsOfLaterVersionsArePassedOver() throws IOException {
        Path file = folder.resolve("run.json");
        RunJson.write(file, run());
        String later = Files.readString(file).replaceFirst("\\{", "{ \"later\" : { \"job\" : [ { } ] },");
        Files.writeString(file, later);
        assertThat(RunJson.read(file)).isEqualTo(run());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{}", "execution_id", "{ \"execution_id\" : \"x\" }"})
    void anotherFileIsRefused(String content) throws IOException {
        Path file = Files.writeString(folder.resolve("run.json"), content);
        assertThatIllegalArgumentException().isThrownBy(() -> RunJson.read(file));
    }

    private RunRecord run() throws IOException {
        Path report = Files.createDirectories(folder.resolve("report/deep"));
        Files.writeString(report.resolve("z.csv"), "");
        Files.writeString(folder.resolve("report/b.csv"), "abc");
        return new RunRecord(
                42,
                "recovery-report",
                "1.2.3",
                Instant.parse("2026-03-01T02:00:00Z"),
                Instant.parse("2026-03-01T02:01:30.250Z"),
                new TreeMap<>(Map.of("minCellCount", "11", "landmarkDays", "14")),
                List.of(new RunRecord.Input(FileFingerprint.of("b.csv", folder.resolve("report/b.csv")), 17L)),
                17L,
                17L,
                null,
                null,
                new Audit(120, 30, 11L, List.of()),
                List.of(
                        new RunRecord.Output(FileFingerprint.of("b.csv", folder.resolve("report/b.csv")), 3L),
                        new RunRecord.Output(FileFingerprint.of("deep/z.csv", report.resolve("z.csv")), null)),
                "Example VM 17",
                "Example OS 1 (amd64)");
    }
}
