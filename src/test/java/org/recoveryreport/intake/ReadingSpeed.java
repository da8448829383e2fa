package org.recoveryreport.intake;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A program, not a test: rows a second of inspecting, reading and validating a log on one core, side by side with nothing but
 * Apache Commons CSV taking the same file apart. Arguments: episodes (default 500,000) and rounds (default 7).
 */
final class ReadingSpeed {
    private static final String[] TEXTS = {
        "ice pack",
        "ibuprofen 400 mg every 8 h",
        "\"heating pad, then stretching\"",
        "physical therapy",
        "",
        "cyclobenzaprine 5 mg",
        "massage (deep tissue)",
        "bed rest 2 days"
    };

    private ReadingSpeed() {}

    public static void main(String[] args) throws IOException {
        int episodes = args.length > 0 ? Integer.parseInt(args[0]) : 500_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        Path file = Files.createTempFile("speed", ".csv");
        try {
            write(file, episodes);
            System.out.printf("%,d bytes%n", Files.size(file));
            List<Double> bare = new ArrayList<>();
            List<Double> inspected = new ArrayList<>();
            List<Double> read = new ArrayList<>();
            List<Double> validated = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                InputPlan plan = new LogInspector().plan(List.of(file), 1);
                bare.add(rate(() -> bare(file)));
                read.add(rate(() -> read(plan)));
                validated.add(rate(() -> validated(plan)));
                long rows = read(plan);
                inspected.add(rate(
                        () -> new LogInspector().plan(List.of(file), 4).files().size() * rows));
            }
            double floor = median(bare);
            print("Commons CSV alone", floor, floor);
            print("inspect", median(inspected), floor);
            print("LogReader", median(read), floor);
            print("LogReader and EpisodeValidator", median(validated), floor);
        } finally {
            Files.delete(file);
        }
    }

    private static void print(String what, double rate, double floor) {
        System.out.printf("%-32s %,12.0f rows/s  %.2f times the floor's time%n", what, rate, floor / rate);
    }

    private static double rate(Supplier<Long> work) {
        long start = System.nanoTime();
        long rows = work.get();
        return rows * 1e9 / (System.nanoTime() - start);
    }

    private static double median(List<Double> rates) {
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static long bare(Path file) {
        try (Reader reader = Files.newBufferedReader(file);
                CSVParser parser = CSVParser.builder()
                        .setReader(reader)
                        .setFormat(CSVFormat.RFC4180)
                        .get()) {
            long rows = 0;
            for (CSVRecord row : parser) {
                rows += row.size() > 1 ? 1 : 0;
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long read(InputPlan plan) {
        long rows = 0;
        try (PartitionReader reader = PartitionReader.open(plan, 0, null)) {
            for (EpisodeRows item = reader.next(); item != null; item = reader.next()) {
                rows += item.size();
            }
        }
        return rows;
    }

    private static long validated(InputPlan plan) {
        EpisodeValidator validator = new EpisodeValidator();
        long rows = 0;
        try (PartitionReader reader = PartitionReader.open(plan, 0, null)) {
            for (EpisodeRows item = reader.next(); item != null; item = reader.next()) {
                rows += validator.read(item).rows();
            }
        }
        return rows;
    }

    private static void write(Path file, int episodes) throws IOException {
        Random random = new Random(1);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "episode_id,patient_id,onset,recovered,last_seen,treatment,started,ended,age_band,sex,severity\n");
            for (int episode = 0; episode < episodes; episode++) {
                int rows = 1 + random.nextInt(3);
                String onset = day(random);
                String head = "ep%09d,pt%08d,2024-%s,2025-%s,2025-%s,"
                        .formatted(episode, random.nextInt(episodes), onset, onset, onset);
                for (int row = 0; row < rows; row++) {
                    out.write(head + TEXTS[random.nextInt(TEXTS.length)] + ",2024-" + day(random) + ",,40-49,F,"
                            + episode % 11 + "\n");
                }
            }
        }
    }

    private static String day(Random random) {
        return "%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
    }
}
