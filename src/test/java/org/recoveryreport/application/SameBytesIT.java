package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same episodes give the same report. */
class SameBytesIT {
    private static final Path CLINIC_YEAR = Path.of("sample-data/clinic-year.csv");

    @TempDir
    private Path folder;

    @Test
    void twice() {
        SortedMap<String, String> once = run("once", CLINIC_YEAR, "");
        assertThat(once).containsKeys("report/report.html", "report/report.json", "private/rejected.csv");
        assertThat(run("twice", CLINIC_YEAR, "")).isEqualTo(once);
    }

    @Test
    void inAnotherOrderOverSeveralFilesAndPartitions() throws IOException {
        SortedMap<String, String> whole = run("whole", CLINIC_YEAR, "report/");
        assertThat(run("split", shuffledAndSplit(), "report/")).isEqualTo(whole);
    }

    private SortedMap<String, String> run(String name, Path input, String below) {
        Path output = folder.resolve(name);
        Application.Ended ended = Application.run("run", "--input", input, "--output", output);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        SortedMap<String, String> content = Folders.content(output.resolve("latest"));
        content.keySet().removeIf(file -> !file.startsWith(below));
        return content;
    }

    /** A folder with the clinic's year: episodes shuffled, dealt out to two files and a compressed one. */
    private Path shuffledAndSplit() throws IOException {
        List<String> lines = Files.readAllLines(CLINIC_YEAR);
        String header = lines.get(0);
        Map<String, List<String>> episodes = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            episodes.computeIfAbsent(line.substring(0, line.indexOf(',')), id -> new ArrayList<>())
                    .add(line);
        }
        List<List<String>> shuffled = new ArrayList<>(episodes.values());
        Collections.shuffle(shuffled, new Random(5));
        Path logs = Files.createDirectory(folder.resolve("logs"));
        int third = shuffled.size() / 3;
        write(Files.newOutputStream(logs.resolve("b.csv")), header, shuffled.subList(0, third));
        write(Files.newOutputStream(logs.resolve("a.csv")), header, shuffled.subList(third, 2 * third));
        write(
                new GZIPOutputStream(Files.newOutputStream(logs.resolve("c.csv.gz"))),
                header,
                shuffled.subList(2 * third, shuffled.size()));
        return logs;
    }

    private static void write(OutputStream file, String header, Collection<List<String>> episodes) throws IOException {
        try (file) {
            file.write((header + "\n").getBytes(StandardCharsets.UTF_8));
            for (List<String> episode : episodes) {
                file.write((String.join("\n", episode) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
