package org.recoveryreport.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;
import org.recoveryreport.intake.EpisodeReading.RejectedEpisode;

/** Writes small logs and reads them. */
final class Logs {
    static final String HEADER = "episode_id,patient_id,onset,recovered,last_seen,treatment,started,ended,severity\n";

    private Logs() {}

    /** A log of study days with these lines. */
    static Path log(Path folder, String... lines) {
        return bytes(
                folder.resolve("log.csv"), (HEADER + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Path bytes(Path file, byte[] content) {
        try {
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static List<EpisodeReading> read(Path log) {
        return read(new LogInspector().plan(List.of(log), 1));
    }

    /** Everything, partition after partition. */
    static List<EpisodeReading> read(InputPlan plan) {
        List<EpisodeReading> readings = new ArrayList<>();
        for (int partition = 0; partition < plan.partitions().size(); partition++) {
            try (PartitionReader reader = PartitionReader.open(plan, partition, null)) {
                readRest(reader, readings);
            }
        }
        return readings;
    }

    static void readRest(PartitionReader reader, List<EpisodeReading> readings) {
        EpisodeValidator validator = new EpisodeValidator();
        EpisodeRows rows = reader.next();
        while (rows != null) {
            readings.add(validator.read(rows));
            rows = reader.next();
        }
    }

    static List<Episode> episodes(List<EpisodeReading> readings) {
        List<Episode> episodes = new ArrayList<>();
        for (EpisodeReading reading : readings) {
            if (reading instanceof AcceptedEpisode accepted) {
                episodes.add(accepted.episode());
            }
        }
        return episodes;
    }

    static List<Rejection> rejections(List<EpisodeReading> readings) {
        List<Rejection> rejections = new ArrayList<>();
        for (EpisodeReading reading : readings) {
            if (reading instanceof RejectedEpisode rejected) {
                rejections.addAll(rejected.rejections());
            }
        }
        return rejections;
    }

    /** {@code line column reason}, and the line to blame where it is another one. */
    static List<String> rejected(List<EpisodeReading> readings) {
        return rejections(readings).stream()
                .map(r -> r.line() + " " + r.column() + (r.column().isEmpty() ? "" : " ") + r.reason()
                        + (r.otherLine() == 0 ? "" : " " + r.otherLine()))
                .toList();
    }

    static List<String> keys(List<EpisodeReading> readings) {
        return episodes(readings).stream().map(e -> e.key().value()).toList();
    }

    static @Nullable Episode only(List<EpisodeReading> readings) {
        return readings.size() == 1 && readings.get(0) instanceof AcceptedEpisode accepted ? accepted.episode() : null;
    }
}
