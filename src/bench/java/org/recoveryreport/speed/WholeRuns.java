package org.recoveryreport.speed;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.Tagger;

/**
 * Whole runs of the packaged application beside a query in DuckDB and bare parsing, on one sample log, in turns; prints a
 * table of medians and ratios, and one of the steps of the runs. Whole processes are measured, from start to end. Where other programs use the machine, the
 * ratios of processor time are steadier than those of time by the clock; it and memory are known on Linux alone.
 *
 * <p>Arguments: number of episodes, number of rounds.
 */
final class WholeRuns {
    private static final Path APPLICATION = Path.of("target", "recovery-report");
    private static final String RUN = "run";
    private static final String ONE_PARTITION = "run, 1 partition";
    private static final String NEXT_NIGHT = "run, with an earlier report";
    private static final String LAUNCHER =
            APPLICATION.resolve("bin").resolve("recovery-report").toString();

    private final Path folder = Path.of("target", "speed");
    private final Path log;
    private final Path dictionary = folder.resolve("dictionary.csv");
    private final Path peerResult = folder.resolve("peer.csv");

    private WholeRuns(long episodes) {
        log = folder.resolve("log-" + episodes + ".csv");
    }

    public static void main(String[] args) throws Exception {
        long episodes = Long.parseLong(args[0]);
        int rounds = Integer.parseInt(args[1]);
        WholeRuns bench = new WholeRuns(episodes);
        bench.prepare(episodes);
        bench.compareFigures();
        bench.measure(rounds);
    }

    private void prepare(long episodes) throws Exception {
        Files.createDirectories(folder);
        if (!Files.exists(log)) {
            Measured.run(
                    LAUNCHER, "sample", "--episodes", "" + episodes, "--seed", "1", "--file", log.toString());
        }
        Tagger tagger = new Tagger(CatalogueReader.builtIn());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet texts = statement.executeQuery("SELECT DISTINCT treatment FROM read_csv('" + log
                        + "', all_varchar = true) WHERE treatment IS NOT NULL ORDER BY treatment");
                Writer writer = Files.newBufferedWriter(dictionary);
                CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180)) {
            printer.printRecord("text", "tags");
            while (texts.next()) {
                String text = texts.getString(1);
                printer.printRecord(
                        text,
                        tagger.tag(text).tags().stream().map(Tag::name).sorted().collect(Collectors.joining(" ")));
            }
        }
    }

    /** Speed counts only where the figures agree: every class and combination, its counts and its median. */
    private void compareFigures() throws Exception {
        peer();
        Path output = Files.createTempDirectory(folder, "figures-");
        Measured.run(LAUNCHER, "run", "--input", log.toString(), "--output", output.toString(), "-P", "minCellCount=0");
        TreeSet<String> ours = figures(output.resolve("latest/report/recovery-by-combination.csv"));
        TreeSet<String> theirs = figures(peerResult);
        if (!ours.equals(theirs)) {
            TreeSet<String> different = new TreeSet<>(ours);
            different.removeAll(theirs);
            throw new IllegalStateException("the figures differ: " + different.size() + " of " + ours.size()
                    + " combinations, such as " + different.stream().findFirst().orElse("one that we lack"));
        }
        System.out.println(ours.size() + " combinations by class agree in episodes, recovered and median.");
    }

    private static TreeSet<String> figures(Path file) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        TreeSet<String> figures = new TreeSet<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
            for (CSVRecord row : parser) {
                figures.add(Stream.of("case_class", "combination", "episodes", "recovered", "median_days")
                        .map(column -> row.get(column).replaceFirst("\\.0$", ""))
                        .collect(Collectors.joining(" | ")));
            }
        }
        return figures;
    }

    private void measure(int rounds) throws Exception {
        Map<String, List<Measured>> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            Path output = Files.createTempDirectory(folder, "run-");
            add(all, RUN, application(log, output));
            add(all, NEXT_NIGHT, application(log, output));
            delete(output);
            add(all, ONE_PARTITION, application(log, output, "-P", "partitions=1"));
            delete(output);
            add(all, "DuckDB query", peer());
            add(all, "bare parsing, 2 threads", java(BareParsing.class, log));
            add(all, "run, tiny sample", application(APPLICATION.resolve("sample-data/tiny/tiny.csv"), output));
            delete(output);
        }
        System.out.printf(
                "%n%s, %,d bytes, medians of %d%n%n", log.getFileName(), Files.size(log), rounds);
        System.out.println("| | seconds | processor seconds | MB | seconds of `run` / this | processor / this |");
        System.out.println("|---|---|---|---|---|---|");
        List<Measured> run = all.get(RUN);
        all.forEach((what, measured) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.0f | %.2f | %.2f |%n",
                what,
                median(measured, Measured::seconds),
                median(measured, Measured::processorSeconds),
                median(measured, Measured::peakMegabytes),
                median(run, Measured::seconds) / median(measured, Measured::seconds),
                median(run, Measured::processorSeconds) / median(measured, Measured::processorSeconds)));
        printSteps(run, all.get(ONE_PARTITION), all.get(NEXT_NIGHT));
    }

    private static void printSteps(List<Measured> run, List<Measured> onePartition, List<Measured> nextNight) {
        System.out.printf(
                "%n| step | %s | %s | times as long | %s |%n|---|---|---|---|---|%n", RUN, ONE_PARTITION, NEXT_NIGHT);
        List<String> names = List.copyOf(run.get(0).steps().keySet());
        Map<String, ToDoubleFunction<Measured>> steps = new LinkedHashMap<>();
        names.forEach(step -> steps.put(step, measured -> measured.steps().get(step)));
        steps.put("after staging", measured -> names.stream()
                .skip(names.indexOf("read-and-tag") + 1)
                .mapToDouble(measured.steps()::get)
                .sum());
        steps.forEach((step, seconds) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.2f | %.2f |%n",
                step,
                median(run, seconds),
                median(onePartition, seconds),
                median(onePartition, seconds) / median(run, seconds),
                median(nextNight, seconds)));
    }

    private static void add(Map<String, List<Measured>> all, String what, Measured measured) {
        all.computeIfAbsent(what, any -> new ArrayList<>()).add(measured);
    }

    private static double median(List<Measured> measured, ToDoubleFunction<Measured> figure) {
        double[] sorted = measured.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static Measured application(Path input, Path output, String... parameters) throws Exception {
        return Measured.run(Stream.concat(
                        Stream.of(
                                LAUNCHER, "run", "--input", input.toString(), "--output", output.toString(), "--log", "json"),
                        Arrays.stream(parameters))
                .toArray(String[]::new));
    }

    /** A run after this is one into a folder without a history. */
    private static void delete(Path output) throws IOException {
        try (Stream<Path> files = Files.walk(output)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Measured peer() throws Exception {
        return java(DuckDbQuery.class, log, dictionary, peerResult);
    }

    private static Measured java(Class<?> program, Path... files) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("java", "-cp", System.getProperty("java.class.path"), program.getName()));
        Arrays.stream(files).map(Path::toString).forEach(command::add);
        return Measured.run(command.toArray(String[]::new));
    }
}
