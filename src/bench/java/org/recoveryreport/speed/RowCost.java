package org.recoveryreport.speed;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.course.CourseClassifier;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.Fingerprint;
import org.recoveryreport.domain.study.EpisodeTagger;
import org.recoveryreport.domain.study.TextReadings;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;
import org.recoveryreport.intake.EpisodeRows;
import org.recoveryreport.intake.EpisodeValidator;
import org.recoveryreport.intake.InputPlan;
import org.recoveryreport.intake.LogInspector;
import org.recoveryreport.intake.PartitionReader;
import org.recoveryreport.staging.CaseWriter;
import org.recoveryreport.staging.Origin;
import org.recoveryreport.staging.StagedCase;
import org.recoveryreport.staging.StagedItem;
import org.recoveryreport.staging.StagingDatabase;

/**
 * What a row of a sample log costs from file to staging, in processor time of the one thread that does it, item by item as the job
 * does: on a machine that others use, steadier than a profile. Each round goes through the log once for each phase, up to that
 * phase; what the phase costs is what it takes longer. The first rounds are without the compiler's work, the last ones with it.
 *
 * <p>Arguments: the log, which has no bad rows; number of rounds.
 */
final class RowCost {
    private static final int CHUNK = 10_000;
    private static final List<Integer> LANDMARKS = List.of(7, 14, 28);

    private enum Phase {
        READ,
        VALIDATE,
        TAG,
        DESCRIBE,
        STAGE
    }

    private final EpisodeValidator validator = new EpisodeValidator();
    private final EpisodeTagger tagger = new EpisodeTagger(new TextReadings(CatalogueReader.builtIn()), LANDMARKS);
    private final CourseClassifier classifier = new CourseClassifier(new CourseRules(84, null, 3, 365));
    private final List<StagedItem> chunk = new ArrayList<>();
    private long rows;

    public static void main(String[] args) throws Exception {
        InputPlan plan = new LogInspector().plan(List.of(Path.of(args[0])), 1);
        Path folder = Files.createTempDirectory("row-cost");
        System.out.println("Microseconds a row: read, validate, tag, describe, stage = sum");
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            StringBuilder line = new StringBuilder();
            double before = 0;
            for (Phase last : Phase.values()) {
                double cost = new RowCost().upTo(last, plan, folder.resolve(round + "-" + last));
                line.append(String.format(Locale.ROOT, "%.2f  ", cost - before));
                before = cost;
            }
            System.out.printf(Locale.ROOT, "%s = %.2f%n", line, before);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private double upTo(Phase last, InputPlan plan, Path folder) throws IOException {
        StagingDatabase staging =
                new StagingDatabase(Files.createDirectory(folder).resolve("staging.duckdb"), LANDMARKS);
        staging.create();
        long start = now();
        try (PartitionReader reader = PartitionReader.open(plan, 0, null);
                CaseWriter writer = new CaseWriter(staging, 0, 0)) {
            for (EpisodeRows item = reader.next(); item != null; item = reader.next()) {
                rows += item.size();
                process(item, last);
                if (chunk.size() == CHUNK) {
                    write(last, writer);
                }
            }
            write(last, writer);
        }
        return (now() - start) / 1e3 / rows;
    }

    private void process(EpisodeRows item, Phase last) {
        if (last.compareTo(Phase.VALIDATE) >= 0) {
            AcceptedEpisode accepted = (AcceptedEpisode) validator.read(item);
            if (last.compareTo(Phase.TAG) >= 0) {
                EpisodeTagger.Tagged tagged = tagger.tag(accepted.episode());
                if (last.compareTo(Phase.DESCRIBE) >= 0) {
                    chunk.add(staged(accepted, tagged, classifier));
                }
            }
        }
    }

    private void write(Phase last, CaseWriter writer) {
        if (last == Phase.STAGE) {
            writer.write(chunk);
        }
        chunk.clear();
    }

    /** What is kept of an episode, each of another patient. */
    static StagedCase staged(
            AcceptedEpisode accepted, EpisodeTagger.Tagged tagged, CourseClassifier classifier) {
        Episode episode = accepted.episode();
        classifier.nextPatient();
        return new StagedCase(
                episode,
                classifier.classify(episode.onset().day(), episode.followUp()).caseClass(),
                "",
                tagged,
                Fingerprint.of(episode),
                new Origin(
                        accepted.span().source(),
                        accepted.span().firstLine(),
                        accepted.span().rows(),
                        accepted.span().steps()));
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
