package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;
import org.recoveryreport.intake.EpisodeReading.RejectedEpisode;

/** Reads logs that were spoilt in every way; {@code -Dspoilt.logs=20000} reads more of them. */
class SpoiltLogsTest {
    private static final int LOGS = Integer.getInteger("spoilt.logs", 2_000);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aSpoiltLogNeverHangsFailsOrLosesARow() {
        int refused = 0;
        int rejected = 0;
        for (int seed = 0; seed < LOGS; seed++) {
            byte[] bytes = new RandomLog(seed).spoil().bytes();
            Path file = Logs.bytes(folder.resolve("spoilt.csv"), bytes);
            try {
                rejected += readEveryWay(file, bytes, seed);
            } catch (InputRefused e) {
                assertThat(e).as("log %d", seed).hasMessageContaining("spoilt.csv");
                refused++;
            } catch (RuntimeException | AssertionError e) {
                fail("log " + seed, e);
            }
        }
        assertThat(refused).as("most logs are read").isBetween(LOGS / 500, LOGS / 4);
        assertThat(rejected).as("rows are rejected").isGreaterThan(LOGS);
    }

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aSpoiltCompressedLogIsReadWholeOrRefused() {
        int refused = 0;
        int read = 0;
        for (int seed = 0; seed < LOGS / 4; seed++) {
            Random random = new Random(seed);
            byte[] content = new RandomLog(seed).spoil().bytes();
            byte[] bytes = Logs.gzip(content);
            boolean whole = random.nextInt(3) == 0;
            if (!whole && random.nextBoolean()) {
                bytes = Arrays.copyOf(bytes, 2 + random.nextInt(bytes.length - 2));
            } else if (!whole) {
                bytes[2 + random.nextInt(bytes.length - 2)] ^= (byte) (1 << random.nextInt(8));
            }
            Path file = Logs.bytes(folder.resolve("spoilt.csv.gz"), bytes);
            try {
                List<EpisodeReading> readings =
                        Logs.read(new LogInspector(1).plan(List.of(file), 1 + random.nextInt(3)));
                // it passes only where what is compressed is intact: in the header of the format a bit may be another
                Path plain = Logs.bytes(folder.resolve("spoilt.csv"), content);
                assertThat(Logs.rejected(readings))
                        .as("log %d", seed)
                        .isEqualTo(Logs.rejected(Logs.read(new LogInspector().plan(List.of(plain), 1))));
                read++;
            } catch (InputRefused e) {
                assertThat(e).as("log %d", seed).hasMessageContaining("spoilt.csv");
                refused++;
            } catch (RuntimeException | AssertionError e) {
                fail("log " + seed, e);
            }
        }
        assertThat(read).isGreaterThan(LOGS / 4 / 5);
        assertThat(refused).isGreaterThan(LOGS / 4 / 3);
    }

    private int readEveryWay(Path file, byte[] bytes, int seed) {
        Random random = new Random(seed);
        InputPlan whole = new LogInspector().plan(List.of(file), 1);
        List<EpisodeReading> readings = Logs.read(whole);
        checkCount(whole, readings);
        checkRows(readings, lines(bytes), whole.files().get(0));

        InputPlan parts = new LogInspector(1).plan(List.of(file), 2 + random.nextInt(5));
        assertThat(Logs.read(parts))
                .as("in %d parts", parts.partitions().size())
                .isEqualTo(readings);
        checkCount(parts, readings);

        List<EpisodeReading> resumed = new ArrayList<>();
        PartitionPosition position;
        long passed;
        try (PartitionReader reader = PartitionReader.open(whole, 0, null)) {
            for (int i = random.nextInt(readings.size() + 1); i > 0; i--) {
                resumed.add(new EpisodeValidator().read(reader.next()));
            }
            position = reader.position();
        }
        try (PartitionReader reader = PartitionReader.open(whole, 0, position)) {
            Logs.readRest(reader, resumed);
            passed = reader.position().rows();
        }
        assertThat(resumed).as("resumed at %s", position).isEqualTo(readings);
        assertThat(passed).as("counted from %s on", position).isEqualTo(passed(whole));
        return Logs.rejections(readings).size();
    }

    /** The check of the file and its readers count alike, and what is read is what is accepted or rejected. */
    private static void checkCount(InputPlan plan, List<EpisodeReading> readings) {
        assertThat(passed(plan)).isEqualTo(plan.records());
        assertThat(passed(plan))
                .isEqualTo(readings.stream().mapToLong(EpisodeReading::rows).sum());
    }

    private static long passed(InputPlan plan) {
        long passed = 0;
        for (int partition = 0; partition < plan.partitions().size(); partition++) {
            try (PartitionReader reader = PartitionReader.open(plan, partition, null)) {
                Logs.readRest(reader, new ArrayList<>());
                passed += reader.position().rows();
            }
        }
        return passed;
    }

    private static void checkRows(List<EpisodeReading> readings, List<String> lines, LogFile file) {
        Set<Long> read = new HashSet<>();
        long last = 0;
        for (EpisodeReading reading : readings) {
            List<Long> rows = reading instanceof AcceptedEpisode accepted
                    ? accepted.span().lines()
                    : ((RejectedEpisode) reading)
                            .rejections().stream().map(Rejection::line).toList();
            assertThat(reading.rows()).isEqualTo(rows.size());
            for (long line : rows) {
                assertThat(line).isGreaterThan(last).isLessThanOrEqualTo(lines.size());
                last = line;
                read.add(line);
            }
            if (reading instanceof AcceptedEpisode accepted) {
                rows.forEach(line -> assertThat(line(lines, line))
                        .contains(accepted.episode().key().value()));
            }
        }
        for (Rejection rejection : Logs.rejections(readings)) {
            String id = rejection.episodeId();
            if (id != null && id.chars().allMatch(c -> c > ' ' && c != '"')) {
                assertThat(line(lines, rejection.line())).contains(id);
            }
        }
        for (int line = (int) file.rowsLine(); line <= lines.size(); line++) {
            String text = line(lines, line);
            boolean plainRow = text.matches("ep\\d+,[^\"]*")
                    && text.split(",", -1).length == file.columns().width();
            if (plainRow && Day.isDay(Cells.trim(text.split(",", -1)[2]))) {
                assertThat(read).as("the row on line %d is not lost", line).contains((long) line);
            }
        }
    }

    private static String line(List<String> lines, long line) {
        return lines.get((int) line - 1);
    }

    private static List<String> lines(byte[] bytes) {
        return List.of(new String(bytes, StandardCharsets.UTF_8).split("\r\n|\r|\n", -1));
    }
}
