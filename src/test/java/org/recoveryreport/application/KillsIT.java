package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs that are killed at any moment, and again while they are gone on with, end with the bytes of runs that were not. The
 * build kills a few; {@code mvn verify -P kills} kills hundreds, and writes down where they hit. The figures of the last
 * such night stand in {@code kills.md} beside this file.
 */
class KillsIT {
    private static final int KILLS = Integer.getInteger("kills", 6);
    private static final long SEED = Long.getLong("kills.seed", 20_260_101);
    /** The exit code of a process that was killed. */
    private static final int KILLED = 137;

    private static final List<Moment> MOMENTS = List.of(Moment.values());

    private static final boolean SHORT = KILLS < 50;

    @TempDir
    private static Path folder;

    private final Random random = new Random(SEED);
    private final List<String> options = options();
    private final Deque<Moment> deck = new ArrayDeque<>();
    private final SortedMap<String, Integer> hits = new TreeMap<>();
    private int kills;
    private int killsOfRestarts;
    private int runs;

    /**
     * What is read.
     *
     * @param nanos how long a run takes that nobody kills
     * @param undisturbed contents of its report and of that of the night after, which is compared with the one before
     */
    private record Night(
            String name, Path input, int partitions, long nanos, List<SortedMap<String, String>> undisturbed) {
        /** What the report of a run of an output folder has to hold: only the first has none to be compared with. */
        SortedMap<String, String> undisturbed(int run) {
            return undisturbed.get(Math.min(run, 1));
        }
    }

    @Test
    void aKilledRunEndsAsIfNothingHadHappened() throws Exception {
        List<Night> nights = new ArrayList<>();
        for (int partitions = 1; partitions <= (SHORT ? 2 : 4); partitions++) {
            nights.add(night(partitions));
        }
        for (int i = 0; kills < KILLS || (stepsHit() < 3 && i < 12); i++) {
            disturb(nights.get(i % nights.size()), folder.resolve("output-" + i));
            Files.writeString(Path.of("target/kills.md"), summary());
        }
        String summary = summary();
        assertThat(kills).as(summary).isGreaterThanOrEqualTo(KILLS);
        assertThat(killsOfRestarts).as(summary).isPositive();
        assertThat(stepsHit()).as(summary).isGreaterThanOrEqualTo(3);
        if (!SHORT) {
            assertThat(hits.keySet()).as(summary).containsAll(Application.STEPS);
        }
    }

    /** A busy machine may need more kills to hit so many. */
    private long stepsHit() {
        return hits.keySet().stream().filter(Application.STEPS::contains).count();
    }

    /** Kills a run, and up to three times what goes on with it; then lets it end, and compares. */
    private void disturb(Night night, Path output) throws Exception {
        runs++;
        int times = SHORT ? 3 : 1 + random.nextInt(4);
        long last = 0;
        for (int i = 0; i < times && last >= 0; i++) {
            last = kill(night, output, last);
            killsOfRestarts += i > 0 && last >= 0 ? 1 : 0;
        }
        Application.run(options, command(night, output)).done();
        List<String> published = Folders.runs(output);
        // where a run had come to its end before its process was killed, what goes on with it is the next night
        for (int i = 0; i < published.size(); i++) {
            assertThat(Folders.differences(Folders.content(output.resolve(published.get(i))), night.undisturbed(i)))
                    .as("run %d of %s after %s", i + 1, night.name(), hits)
                    .isEmpty();
        }
        assertThat(output.resolve("latest").toRealPath())
                .isEqualTo(output.resolve(published.get(published.size() - 1)).toRealPath());
        Folders.delete(output);
        Folders.delete(scratch());
    }

    /** The number of the last step there was when the process was killed; -1 = it had ended by itself. */
    private long kill(Night night, Path output, long before) throws Exception {
        Files.createDirectories(scratch());
        Moment moment = next(output);
        Process process = Application.start(options, folder, command(night, output));
        while (process.isAlive() && !moment.hasCome(output)) {
            Thread.sleep(1);
        }
        long came = System.nanoTime();
        long afterwards = (long) (soon(moment) * night.nanos() / (moment == Moment.START ? 1 : 12));
        while (process.isAlive() && System.nanoTime() - came < afterwards) {
            Thread.sleep(0, 200_000);
        }
        if (process.destroyForcibly().waitFor() != KILLED) {
            return -1;
        }
        kills++;
        HitStep hit = HitStep.of(output, folder, before);
        hits.merge(hit.name(), 1, Integer::sum);
        return hit.execution();
    }

    /** Some steps are over in milliseconds: most kills follow a sign of one at once. */
    private double soon(Moment moment) {
        double chance = random.nextDouble();
        return SHORT || moment == Moment.START ? chance : Math.pow(chance, 4);
    }

    /** Each moment in its turn, in an order that chance decides; one that has come before the process starts says nothing. */
    private Moment next(Path output) {
        if (deck.isEmpty()) {
            List<Moment> moments = new ArrayList<>(
                    SHORT ? List.of(Moment.STAGING, Moment.REJECTED, Moment.TABLES, Moment.REPORT) : MOMENTS);
            if (!SHORT) {
                Collections.shuffle(moments, random);
            }
            deck.addAll(moments);
        }
        Moment moment = deck.remove();
        return moment.hasCome(output) ? Moment.START : moment;
    }

    private static Path scratch() {
        return folder.resolve("scratch");
    }

    private static List<String> options() {
        List<String> options = new ArrayList<>(SmallChunks.in(folder, 10));
        // short-lived processes are not worth compiling for
        options.add("-XX:TieredStopAtLevel=1");
        // a killed process leaves a library there
        options.add("-Djava.io.tmpdir=" + scratch());
        return options;
    }

    private static Object[] command(Night night, Path output) {
        return new Object[] {
            "run",
            "--resume",
            "--input",
            night.input(),
            "--output",
            output,
            "-P",
            "partitions=" + night.partitions(),
            "-P",
            "maxRejectedPercent=50"
        };
    }

    /** A folder of as many logs as partitions, and one more; every second one compressed, with more and more bad rows. */
    private static Night night(int partitions) throws IOException {
        Files.createDirectories(scratch());
        Path input = Files.createDirectory(folder.resolve("logs-" + partitions));
        for (int i = 0; i <= partitions; i++) {
            Path log = input.resolve("log-" + i + ".csv");
            Application.run(
                            "sample",
                            "--episodes",
                            300 + 50 * i,
                            "--seed",
                            10 * partitions + i,
                            "--bad-rows",
                            i,
                            "--file",
                            log)
                    .done();
            // pseudonyms of different samples are different people's
            String rows = Files.readString(log, StandardCharsets.ISO_8859_1)
                    .replaceAll("(?m)^([A-Z]*\\d+),", "$1-" + i + ",");
            if (i % 2 == 1) {
                try (GZIPOutputStream gzip =
                        new GZIPOutputStream(Files.newOutputStream(input.resolve("log-" + i + ".csv.gz")))) {
                    gzip.write(rows.getBytes(StandardCharsets.ISO_8859_1));
                }
                Files.delete(log);
            } else {
                Files.writeString(log, rows, StandardCharsets.ISO_8859_1);
            }
        }
        Night night = new Night(partitions + " partitions", input, partitions, 0, List.of());
        Path output = folder.resolve("undisturbed-" + partitions);
        long start = System.nanoTime();
        SortedMap<String, String> first = undisturbed(night, output);
        long nanos = System.nanoTime() - start;
        return new Night(night.name(), input, partitions, nanos, List.of(first, undisturbed(night, output)));
    }

    /** Content of the report of a run that nobody kills. */
    private static SortedMap<String, String> undisturbed(Night night, Path output) {
        Application.run(options(), command(night, output)).done();
        return Folders.content(output.resolve("latest"));
    }

    private String summary() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d kills in %d runs, %d of them while a run was gone on with; seed %d. Every run ended with the bytes of one%n"
                        + "that nobody had killed.%n%n| step | kills |%n|---|---|%n",
                kills,
                runs,
                killsOfRestarts,
                SEED));
        hits.forEach((step, count) -> text.append("| " + step + " | " + count + " |\n"));
        return text.toString();
    }
}
