package org.recoveryreport.speed;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.course.CourseClassifier;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.Fingerprint;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;
import org.recoveryreport.intake.EpisodeRows;
import org.recoveryreport.intake.EpisodeValidator;
import org.recoveryreport.intake.InputPlan;
import org.recoveryreport.intake.LogInspector;
import org.recoveryreport.intake.PartitionReader;
import org.recoveryreport.job.EpisodeTagger;
import org.recoveryreport.job.TextReadings;
import org.recoveryreport.staging.CaseWriter;
import org.recoveryreport.staging.Origin;
import org.recoveryreport.staging.StagedCase;
import org.recoveryreport.staging.StagedItem;
import org.recoveryreport.staging.StagingDatabase;

/**
 * What a row of a sample log costs from file to staging, by phase, in processor time of the one thread that does it: on a
 * machine that others use, steadier than a profile. The first rounds are without the compiler's work, the last ones with it.
 *
 * <p>Arguments: the log, which has no bad rows; number of rounds.
 */
final class RowCost {
    private static final int CHUNK = 10_000;
    private static final List<Integer> LANDMARKS = List.of(7, 14, 28);
    private static final List<String> PHASES = List.of("read", "validate", "tag", "describe", "stage");

    private final long[] nanos = new long[PHASES.size()];
    private final EpisodeValidator validator = new EpisodeValidator();
    private final EpisodeTagger tagger = new EpisodeTagger(new TextReadings(CatalogueReader.builtIn()), LANDMARKS);
    private final CourseClassifier classifier = new CourseClassifier(new CourseRules(84, null, 3, 365));
    private long rows;
    private long since;

    public static void main(String[] args) throws Exception {
        InputPlan plan = new LogInspector().plan(List.of(Path.of(args[0])), 1);
        Path folder = Files.createTempDirectory("row-cost");
        System.out.println("Microseconds a row: " + String.join(", ", PHASES));
        for (int round = 0; round < Integer.parseInt(args[1]); round++) {
            StagingDatabase staging = new StagingDatabase(
                    Files.createDirectory(folder.resolve("round-" + round)).resolve("staging.duckdb"), LANDMARKS);
            staging.create();
            RowCost cost = new RowCost();
            try (PartitionReader reader = PartitionReader.open(plan, 0, null);
                    CaseWriter writer = new CaseWriter(staging, 0, 0)) {
                while (cost.chunk(reader, writer)) {
                    // chunk by chunk
                }
            }
            cost.print();
        }
    }

    private boolean chunk(PartitionReader reader, CaseWriter writer) {
        since = now();
        List<EpisodeRows> read = new ArrayList<>();
        for (EpisodeRows next = reader.next(); next != null; next = read.size() < CHUNK ? reader.next() : null) {
            read.add(next);
            rows += next.size();
        }
        ended(0);
        List<AcceptedEpisode> accepted =
                read.stream().map(item -> (AcceptedEpisode) validator.read(item)).toList();
        ended(1);
        List<EpisodeTagger.Tagged> tagged =
                accepted.stream().map(item -> tagger.tag(item.episode())).toList();
        ended(2);
        List<StagedItem> staged = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            staged.add(staged(accepted.get(i), tagged.get(i), classifier));
        }
        ended(3);
        writer.write(staged);
        ended(4);
        return read.size() >= CHUNK;
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
                tagged.exposure(),
                tagged.entries(),
                tagged.withoutStart(),
                tagged.unrecognised(),
                tagged.practice(),
                tagged.practiceAtLandmark(),
                Fingerprint.of(episode),
                new Origin(
                        accepted.span().source(),
                        accepted.span().firstLine(),
                        accepted.span().rows(),
                        accepted.span().steps()));
    }

    private void ended(int phase) {
        long until = now();
        nanos[phase] += until - since;
        since = until;
    }

    private void print() {
        StringBuilder line = new StringBuilder();
        double sum = 0;
        for (long phase : nanos) {
            line.append(String.format(Locale.ROOT, "%.2f  ", phase / 1e3 / rows));
            sum += phase / 1e3 / rows;
        }
        System.out.printf(Locale.ROOT, "%s = %.2f%n", line, sum);
    }

    private static long now() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
