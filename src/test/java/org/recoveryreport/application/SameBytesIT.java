package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same episodes give the same report. */
class SameBytesIT {
    @TempDir
    private Path folder;

    @Test
    void twice() {
        Path log = Path.of("sample-data/clinic-year.csv");
        SortedMap<String, String> once = run("once", log, "");
        assertThat(once)
                .containsKeys("report/report.html", "report/report.json", "report/report.xlsx", "private/rejected.csv");
        assertThat(Folders.differences(run("twice", log, ""), once)).isEmpty();
    }

    @Test
    void inAnotherOrderOverSeveralFilesAndPartitions() throws IOException {
        Path log = folder.resolve("log.csv");
        Application.run("sample", "--episodes", 3_000, "--seed", 3, "--file", log)
                .done();
        SortedMap<String, String> whole = run("whole", log, "report/");
        assertThat(Folders.differences(run("split", shuffledAndSplit(log), "report/"), whole))
                .isEmpty();
    }

    @Test
    void inAnotherTimeZone() {
        Path log = Path.of("sample-data/clinic-year.csv");
        SortedMap<String, String> here = run("here", log, "", Map.of("TZ", "UTC"), "-P", "exportEpisodes=true");
        assertThat(here).containsKeys("report/report.xlsx", "private/episodes.parquet");
        assertThat(Folders.differences(
                        run("tokyo", log, "", Map.of("TZ", "Asia/Tokyo"), "-P", "exportEpisodes=true"), here))
                .isEmpty();
    }

    private SortedMap<String, String> run(String name, Path input, String below) {
        return run(name, input, below, Map.of());
    }

    private SortedMap<String, String> run(
            String name, Path input, String below, Map<String, String> environment, Object... more) {
        Path output = folder.resolve(name);
        List<Object> command = new ArrayList<>(List.of("run", "--input", input, "--output", output));
        command.addAll(List.of(more));
        Application.run(List.of(), environment, command.toArray()).done();
        SortedMap<String, String> content = Folders.content(output.resolve("latest"));
        content.keySet().removeIf(file -> !file.startsWith(below));
        return content;
    }

    /** A folder with the same episodes: shuffled, dealt out to two files and a compressed one. */
    private Path shuffledAndSplit(Path log) throws IOException {
        Table table = Table.read(log);
        Map<String, List<Map<String, String>>> episodes = new LinkedHashMap<>();
        for (Map<String, String> row : table.rows()) {
            episodes.computeIfAbsent(row.get("episode_id"), id -> new ArrayList<>())
                    .add(row);
        }
        List<List<Map<String, String>>> shuffled = new ArrayList<>(episodes.values());
        Collections.shuffle(shuffled, new Random(5));
        Path logs = Files.createDirectory(folder.resolve("logs"));
        int third = shuffled.size() / 3;
        write(Files.newOutputStream(logs.resolve("b.csv")), table.columns(), shuffled.subList(0, third));
        write(Files.newOutputStream(logs.resolve("a.csv")), table.columns(), shuffled.subList(third, 2 * third));
        write(
                new GZIPOutputStream(Files.newOutputStream(logs.resolve("c.csv.gz"))),
                table.columns(),
                shuffled.subList(2 * third, shuffled.size()));
        return logs;
    }

    private static void write(OutputStream file, List<String> columns, List<List<Map<String, String>>> episodes)
            throws IOException {
        try (CSVPrinter printer =
                new CSVPrinter(new OutputStreamWriter(file, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
            printer.printRecord(columns);
            for (List<Map<String, String>> episode : episodes) {
                for (Map<String, String> row : episode) {
                    printer.printRecord(columns.stream().map(row::get).toList());
                }
            }
        }
    }
}
