package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run can be watched: by people, monitors and Java Flight Recorder. */
class WatchedIT {
    @TempDir
    private static Path folder;

    private static Path output;
    private static List<JsonNode> log;
    private static final List<JsonNode> STATUS = new ArrayList<>();
    private static Path recording;

    @BeforeAll
    static void run() throws Exception {
        Path input = folder.resolve("log.csv");
        Application.run("sample", "--episodes", 6_000, "--seed", 7, "--bad-rows", 1, "--file", input)
                .done();
        output = folder.resolve("output");
        recording = folder.resolve("run.jfr");
        List<String> options = new ArrayList<>(SmallChunks.in(folder, 1_000));
        options.add("-XX:StartFlightRecording=filename=" + recording);
        options.add("-Xlog:disable");
        Process process = Application.start(
                options, folder, "run", "--input", input, "--output", output, "--log", "json", "-P", "partitions=2");
        while (process.isAlive()) {
            noteStatus();
            Thread.sleep(20);
        }
        assertThat(process.exitValue()).isZero();
        noteStatus();
        log = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("err.txt"))) {
            log.add(new ObjectMapper().readTree(line));
        }
    }

    private static void noteStatus() throws IOException {
        try {
            // a file that is only half there would not be JSON
            STATUS.add(new ObjectMapper().readTree(Files.readString(output.resolve("status.json"))));
        } catch (NoSuchFileException e) {
            // not yet
        }
    }

    @Test
    void byALineForEachStepWithCountsAndRates() {
        assertThat(log).extracting(line -> line.path("step").asText()).containsExactlyElementsOf(Application.STEPS);
        JsonNode reading = log.get(1);
        assertThat(reading.path("rows").asLong()).isBetween(12_000L, 13_000L);
        assertThat(reading.path("read").asLong()).isGreaterThanOrEqualTo(6_000);
        assertThat(reading.path("checkpoints").asLong()).isGreaterThanOrEqualTo(6);
        assertThat(reading.path("rows_per_second").asDouble())
                .isCloseTo(
                        reading.path("rows").asLong() / reading.path("seconds").asDouble(),
                        org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void byAStatusFile() {
        assertThat(STATUS.get(0).path("state").asText()).isEqualTo("RUNNING");
        assertThat(STATUS)
                .extracting(status -> Instant.parse(status.path("heartbeat").asText()))
                .isSorted();
        JsonNode last = STATUS.get(STATUS.size() - 1);
        assertThat(last.path("state").asText()).isEqualTo("DONE");
        assertThat(last.path("exit_code").asInt(-1)).isZero();
        assertThat(last.path("rows").asLong())
                .isEqualTo(last.path("rows_expected").asLong())
                .isEqualTo(log.get(1).path("rows").asLong());
    }

    @Test
    void byNodeExporter() throws IOException {
        Path metrics = output.resolve("recovery-report.prom");
        List<String> lines = Files.readAllLines(metrics);
        assertThat(lines)
                .contains("recovery_report_last_run_exit_code 0.000", "recovery_report_last_run_published 1.000")
                .contains("# TYPE recovery_report_last_run_rows_read gauge")
                .contains("recovery_report_last_run_rows_read "
                        + log.get(1).path("rows").asLong() + ".000")
                .endsWith("# EOF");
        assertThat(lines).allMatch(line -> line.startsWith("# ") || line.matches("[a-z_]+ [0-9]+\\.[0-9]{3}"));
        assertThat(Files.readString(metrics)).endsWith("# EOF\n");
    }

    @Test
    void byFlightRecorder() throws IOException {
        Map<String, List<RecordedEvent>> events = RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().startsWith("org.recoveryreport."))
                .collect(Collectors.groupingBy(event -> event.getEventType().getName()));
        assertThat(events.get("org.recoveryreport.Step"))
                .extracting(event -> event.getString("step"))
                .containsExactlyInAnyOrderElementsOf(Application.STEPS);
        assertThat(events.get("org.recoveryreport.Chunk").stream()
                        .filter(event -> event.getString("step").equals("read-and-tag"))
                        .mapToLong(event -> event.getLong("written"))
                        .sum())
                .isEqualTo(log.get(1).path("written").asLong());
    }
}
