package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.intake.EpisodeReading.RejectedEpisode;
import org.recoveryreport.intake.InputPlan.Partition;

class PartitionsTest {
    @TempDir
    private Path folder;

    @Test
    void partitionsShareTheBytesOfAllLogsEvenly() throws IOException {
        Path large = large("large.csv", 20_000);
        Path small = large("small.csv", 4_000);

        InputPlan plan = new LogInspector().plan(List.of(small, large), 4);

        long total = Files.size(large) + Files.size(small);
        assertThat(plan.partitions()).hasSize(4);
        for (Partition partition : plan.partitions()) {
            long bytes = partition.ranges().stream()
                    .mapToLong(range -> range.end() - range.start())
                    .sum();
            assertThat((double) bytes / total).isBetween(0.2, 0.3);
        }
        assertThat(Logs.read(plan)).isEqualTo(Logs.read(new LogInspector().plan(List.of(small, large), 1)));
    }

    @Test
    void aCompressedLogIsReadByOneReader() {
        byte[] rows = (Logs.HEADER + "E1,P1,0,1,,,,,\n".repeat(9_000)).getBytes(StandardCharsets.UTF_8);
        Path a = Logs.bytes(folder.resolve("a.csv.gz"), Logs.gzip(rows));
        rows[rows.length - 3] = 'x';
        Path b = Logs.bytes(folder.resolve("b.csv.gz"), Logs.gzip(rows));

        assertThat(new LogInspector().plan(List.of(a, b), 2).partitions())
                .extracting(partition -> partition.ranges().size())
                .containsExactly(1, 1);
        assertThat(new LogInspector().plan(List.of(a), 2).partitions()).hasSize(1);
    }

    @Test
    void anyCutAndAnyResumptionGivesTheSameEpisodes() {
        for (int seed = 0; seed < 12; seed++) {
            Path log = Logs.bytes(folder.resolve("log.csv"), new RandomLog(seed).bytes());
            InputPlan whole = new LogInspector().plan(List.of(log), 1);
            List<EpisodeReading> readings = Logs.read(whole);
            for (int partitions = 2; partitions < 20; partitions++) {
                InputPlan plan = new LogInspector(1).plan(List.of(log), partitions);
                assertThat(Logs.read(plan)).isEqualTo(readings);
            }
            for (int before = 0; before <= readings.size(); before++) {
                assertThat(resumedAfter(before, whole)).isEqualTo(readings);
            }
        }
    }

    @Test
    @Timeout(10)
    void anyNumberOfPartitionsMayBeAskedFor() {
        Path log = Logs.log(folder, "E1,P1,0,1,,,,,", "E2,P2,0,1,,,,,", "E3,P3,0,1,,,,,");

        assertThat(new LogInspector().plan(List.of(log), Integer.MAX_VALUE).partitions())
                .hasSize(1);
        assertThat(new LogInspector(1).plan(List.of(log), Integer.MAX_VALUE).partitions())
                .hasSize(2);
    }

    @Test
    void aPositionCountsTheEpisodes() {
        Path log = Logs.log(folder, "E1,P1,0,1,,,,,", "E1,,,,,x,,,", "E2,P2,0,1,,,,,");
        LogFile file = new LogInspector().plan(List.of(log), 1).files().get(0);
        LogRange range = new LogRange(0, file.rowsOffset(), file.end(), 2);
        try (LogReader reader = LogReader.open(file, range, null)) {
            assertThat(reader.position()).isEqualTo(new LogPosition(file.rowsOffset(), 2, 0, 0, false, 0));
            reader.next();
            assertThat(reader.position().line()).isEqualTo(4);
            assertThat(reader.position().episodes()).isEqualTo(1);
            reader.next();
            assertThat(reader.position()).isEqualTo(new LogPosition(file.end(), 5, 2, 0, false, 3));
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void anEpisodeOfTooManyRowsIsRejectedPieceByPieceAndCountedOnce() {
        StringBuilder rows = new StringBuilder(Logs.HEADER).append("E0,P0,0,1,,,,,\n");
        for (int row = 0; row < 25_000; row++) {
            rows.append(row == 17_000 ? "E1,P1,0,1,,\"x\"y,,,\n" : "E1,P1,0,1,,ice,,,\n");
        }
        rows.append("E2,P2,0,1,,,,,\n");
        Path log = Logs.bytes(folder.resolve("log.csv"), rows.toString().getBytes(StandardCharsets.UTF_8));
        InputPlan whole = new LogInspector().plan(List.of(log), 1);

        List<EpisodeReading> readings = Logs.read(whole);

        assertThat(readings).extracting(EpisodeReading::rows).containsExactly(1, 10_000, 10_000, 5_000, 1);
        assertThat(readings).extracting(EpisodeReading::episodes).containsExactly(1, 1, 0, 0, 1);
        RejectedEpisode second = (RejectedEpisode) readings.get(2);
        assertThat(second.rejections().get(0).reason()).isEqualTo(RejectionReason.EPISODE_TOO_LARGE);
        assertThat(second.rejections().get(7_001).reason()).isEqualTo(RejectionReason.ANOTHER_ROW_REJECTED);
        assertThat(second.rejections().get(7_000).reason()).isEqualTo(RejectionReason.TEXT_AFTER_QUOTE);
        for (int before = 0; before <= readings.size(); before++) {
            assertThat(resumedAfter(before, whole)).isEqualTo(readings);
        }
        assertThat(Logs.read(new LogInspector().plan(List.of(log), 4))).isEqualTo(readings);
    }

    @Test
    void anEpisodeOfVeryLongRowsIsNotHeldAsAWhole() {
        String row = "E1,P1,0,1,," + "x".repeat(900_000) + ",,,\n";
        Path log =
                Logs.bytes(folder.resolve("log.csv"), (Logs.HEADER + row.repeat(20)).getBytes(StandardCharsets.UTF_8));

        List<EpisodeReading> readings = Logs.read(log);

        assertThat(readings).hasSizeGreaterThan(1).allMatch(reading -> reading instanceof RejectedEpisode);
        assertThat(readings.stream().mapToInt(EpisodeReading::rows).sum()).isEqualTo(20);
        assertThat(readings.stream().mapToInt(EpisodeReading::episodes).sum()).isEqualTo(1);
    }

    private static List<EpisodeReading> resumedAfter(int items, InputPlan plan) {
        List<EpisodeReading> readings = new ArrayList<>();
        PartitionPosition position;
        try (PartitionReader reader = PartitionReader.open(plan, 0, null)) {
            for (int i = 0; i < items; i++) {
                readings.add(new EpisodeValidator().read(reader.next()));
            }
            position = reader.position();
        }
        try (PartitionReader reader = PartitionReader.open(plan, 0, position)) {
            Logs.readRest(reader, readings);
        }
        return readings;
    }

    private Path large(String name, int episodes) {
        StringBuilder rows = new StringBuilder(Logs.HEADER);
        for (int i = 0; i < episodes; i++) {
            rows.append(name).append(i).append(",P1,0,1,,\"ice\nand\"\",\"\" heat\",,,\n");
            rows.append(name).append(i).append(",,,,,massage,,,\n");
        }
        return Logs.bytes(folder.resolve(name), rows.toString().getBytes(StandardCharsets.UTF_8));
    }
}
