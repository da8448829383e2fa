package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.cli.Main;

/**
 * Logs of few treatments and many episodes: nearly all counts hang together there, and still most rows can be shown and the
 * report is published.
 */
class FewTreatmentsIT {
    private static final List<String> TREATMENTS = List.of(
            "ice",
            "heat pad",
            "ibuprofen 400 mg",
            "paracetamol",
            "rest",
            "walking",
            "stretching",
            "massage",
            "yoga",
            "acupuncture",
            "cupping",
            "tizanidine",
            "tramadol",
            "diclofenac gel",
            "chiropractor",
            "core exercises",
            "posture advice",
            "physio exercises");

    @TempDir
    private Path folder;

    @Test
    void eightOfThemInAnyCombination() throws IOException {
        assertThat(shown(log(100_000, 8, 0.3))).isGreaterThan(200);
    }

    @Test
    void oneOrTwoOfEighteen() throws IOException {
        assertThat(shown(log(100_000, 18, 0.05))).isGreaterThan(100);
    }

    @Test
    void anyOfEighteen() throws IOException {
        assertThat(shown(log(60_000, 18, 0.3))).isGreaterThan(100);
    }

    /** How many rows there are of combinations. */
    private long shown(Path log) {
        Path output = folder.resolve("output");
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said, true);
        String[] command = {"run", "--input", log.toString(), "--output", output.toString()};
        assertThat(Main.run(command, writer, writer)).as(said.toString()).isZero();
        return Table.read(output.resolve("latest/report/recovery-by-combination.csv"))
                .rows()
                .size();
    }

    private Path log(int episodes, int treatments, double share) throws IOException {
        Random random = new Random(1);
        Path log = folder.resolve("log.csv");
        try (Writer out = Files.newBufferedWriter(log)) {
            out.write("episode_id,patient_id,onset,recovered,last_seen,treatment,started\n");
            for (int i = 0; i < episodes; i++) {
                LocalDate onset = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(300));
                int days = Math.min(120, 1 + (int) (-20 * Math.log(1 - random.nextDouble())));
                LocalDate end = onset.plusDays(days);
                String episode = "E" + i + ",P" + i / 2 + "," + onset + "," + (random.nextDouble() < 0.85 ? end : "")
                        + "," + end + ",";
                List<String> entries = new ArrayList<>();
                for (String treatment : TREATMENTS.subList(0, treatments)) {
                    if (random.nextDouble() < share) {
                        entries.add(treatment + "," + onset.plusDays(random.nextInt(days + 1)));
                    }
                }
                for (String entry : entries.isEmpty() ? List.of(",") : entries) {
                    out.write(episode + entry + "\n");
                }
            }
        }
        return log;
    }
}
