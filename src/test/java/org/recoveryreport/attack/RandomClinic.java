package org.recoveryreport.attack;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.recoveryreport.cli.Main;

/** A small log of some clinic, and the parameters it runs the report with. Equal seeds give equal clinics. */
final class RandomClinic {
    private static final List<String> TREATMENTS = List.of(
            "ice pack",
            "heating pad",
            "ibuprofen 400 mg every 6 h",
            "naproxen 220 mg every 12 h",
            "massage",
            "physiotherapy",
            "cyclobenzaprine 10 mg",
            "bed rest for 2 days",
            "paracetamol 1 g",
            "acupuncture",
            "ice pack 20 min, then heat",
            "stretching");
    private static final List<String> UNKNOWN = List.of("see letter", "as above", "usual care", "TENS unit");
    private static final LocalDate FIRST = LocalDate.of(2025, 3, 1);

    private final Random random;
    private final List<String> parameters = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> usual = new ArrayList<>();
    private final boolean dates;
    private final double untreated;
    private final double lost;
    private final double flawed;
    private final double untimed;
    private final int duration;

    RandomClinic(long seed) {
        random = new Random(seed * 7_919 + 17);
        dates = random.nextInt(4) > 0;
        untreated = 0.1 + 0.5 * random.nextDouble();
        lost = random.nextInt(4) == 0 ? 0 : 0.3 * random.nextDouble();
        flawed = random.nextInt(3) == 0 ? 0 : 0.06 * random.nextDouble();
        untimed = random.nextInt(2) == 0 ? 0 : 0.3 * random.nextDouble();
        duration = 8 + random.nextInt(40);
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            usual.add(TREATMENTS.get(random.nextInt(TREATMENTS.size())));
        }
        parameters.add("maxRejectedPercent=100");
        parameter("minCellCount", List.of("11", "11", "11", "5", "3", "8", "20"));
        parameter("combineBy", List.of("tag", "tag", "tag", "family"));
        parameter("stratifyBy", List.of("", "", "sex", "site"));
        parameter("subacuteAfterDays", List.of("", "", "", "28"));
        parameter("landmarkDays", List.of("14", "14", "10", "21"));
        int episodes = 30 + (int) (570 * Math.pow(random.nextDouble(), 2));
        for (int i = 0; i < episodes; i++) {
            episode(i);
        }
    }

    private void parameter(String name, List<String> values) {
        String value = values.get(random.nextInt(values.size()));
        if (!value.isEmpty()) {
            parameters.add(name + "=" + value);
        }
    }

    /**
     * Runs the report, in this process.
     *
     * @param parameter one more, in place of the clinic's own of that name; blank = none
     * @return the folder {@code report/}
     */
    Path run(Path folder, String parameter) throws IOException {
        return run(folder, "output " + parameter, parameter, episodes());
    }

    /**
     * Runs the report on the first episodes of the log.
     *
     * @param output name of the output folder
     */
    Path run(Path folder, String output, String parameter, int episodes) throws IOException {
        Path log = Files.createDirectories(folder.resolve("log")).resolve("log.csv");
        write(log, episodes);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--input",
                log.toString(),
                "--output",
                folder.resolve(output).toString()));
        for (String own : parameters) {
            if (parameter.isEmpty() || !own.startsWith(parameter.substring(0, parameter.indexOf('=') + 1))) {
                arguments.addAll(List.of("-P", own));
            }
        }
        if (!parameter.isEmpty()) {
            arguments.addAll(List.of("-P", parameter));
        }
        StringWriter messages = new StringWriter();
        int exitCode = Main.run(
                arguments.toArray(String[]::new), new PrintWriter(new StringWriter()), new PrintWriter(messages));
        if (exitCode != 0) {
            throw new AssertionError(arguments + " ended with " + exitCode + ": " + messages);
        }
        return folder.resolve(output).resolve("latest/report");
    }

    private void write(Path file, int episodes) throws IOException {
        String header = "episode_id,patient_id,onset,recovered,last_seen,treatment,started,sex,site,red_flags\n";
        List<String> first =
                rows.stream().filter(row -> numberOf(row) < episodes).toList();
        Files.writeString(file, header + String.join("", first));
    }

    /** How many episodes the log has. */
    int episodes() {
        return 1 + numberOf(rows.get(rows.size() - 1));
    }

    private static int numberOf(String row) {
        return Integer.parseInt(row.substring(1, row.indexOf(',')));
    }

    private void episode(int number) {
        int onset = random.nextInt(300);
        int length = (int) Math.round(-duration * Math.log(1 - random.nextDouble()) * (0.4 + random.nextDouble()));
        boolean recovers = random.nextDouble() >= lost;
        String recovered = recovers ? day(onset + length) : "";
        String seen = recovers ? "" : day(onset + length);
        if (random.nextDouble() < flawed) {
            recovered = random.nextBoolean() ? day(onset - 3 - random.nextInt(5)) : "tomorrow";
        }
        String start =
                "E" + number + ",P" + random.nextInt(900) + "," + day(onset) + "," + recovered + "," + seen + ",";
        String end = "," + (random.nextInt(3) == 0 ? "M" : "F") + "," + (random.nextInt(4) == 0 ? "hill" : "north")
                + "," + (random.nextInt(25) == 0 ? "fever" : "") + "\n";
        if (random.nextDouble() < untreated) {
            rows.add(start + "," + end);
            return;
        }
        for (int i = 1 + (int) (random.nextDouble() * random.nextDouble() * 4); i > 0; i--) {
            boolean known = random.nextInt(12) > 0;
            List<String> from = known ? usual : UNKNOWN;
            int which = Math.min(random.nextInt(from.size()), random.nextInt(from.size()));
            int begun = onset + (int) (random.nextDouble() * random.nextDouble() * 30);
            rows.add(start + '"' + from.get(which) + "\"," + (random.nextDouble() < untimed ? "" : day(begun)) + end);
        }
    }

    private String day(int day) {
        return dates ? FIRST.plusDays(day).toString() : Integer.toString(day + 10);
    }
}
