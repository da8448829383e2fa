package org.recoveryreport.speed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.course.CourseClassifier;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.study.EpisodeTagger;
import org.recoveryreport.domain.study.TextReadings;
import org.recoveryreport.intake.EpisodeReading;
import org.recoveryreport.intake.EpisodeReading.AcceptedEpisode;
import org.recoveryreport.intake.EpisodeRows;
import org.recoveryreport.intake.EpisodeValidator;
import org.recoveryreport.intake.InputPlan;
import org.recoveryreport.intake.LogInspector;
import org.recoveryreport.intake.PartitionReader;
import org.recoveryreport.sample.SampleLog;
import org.recoveryreport.sample.SampleSettings;
import org.recoveryreport.staging.CaseWriter;
import org.recoveryreport.staging.StagedItem;
import org.recoveryreport.staging.StagingDatabase;

/** What an episode of a sample log, of two rows on average, costs on its way from the file to staging, piece by piece. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class EpisodeBenchmark {
    private static final int EPISODES = 20_000;
    private static final List<Integer> LANDMARKS = List.of(7, 14, 28);

    private final EpisodeValidator validator = new EpisodeValidator();
    private final EpisodeTagger tagger = new EpisodeTagger(new TextReadings(CatalogueReader.builtIn()), LANDMARKS);
    private final List<EpisodeRows> rows = new ArrayList<>();
    private final List<AcceptedEpisode> accepted = new ArrayList<>();
    private final List<StagedItem> staged = new ArrayList<>();
    private Path folder;
    private InputPlan plan;
    private PartitionReader reader;
    private CaseWriter writer;
    private int next;

    /** A log, and what becomes of it. */
    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("episodes");
        Path log = folder.resolve("log.csv");
        try (OutputStream out = Files.newOutputStream(log)) {
            SampleLog.write(SampleSettings.of(EPISODES, 1), out);
        }
        plan = new LogInspector().plan(List.of(log), 1);
        reader = PartitionReader.open(plan, 0, null);
        CourseClassifier classifier = new CourseClassifier(new CourseRules(84, null, 3, 365));
        for (EpisodeRows read = reader.next(); read != null; read = reader.next()) {
            rows.add(read);
            AcceptedEpisode episode = (AcceptedEpisode) validator.read(read);
            accepted.add(episode);
            staged.add(RowCost.staged(episode, tagger.tag(episode.episode()), classifier));
        }
        reader.close();
        reader = PartitionReader.open(plan, 0, null);
    }

    /** A file of its own for each iteration, so that it does not grow for ever. */
    @Setup(Level.Iteration)
    public void openStaging() throws IOException {
        StagingDatabase staging =
                new StagingDatabase(Files.createTempDirectory(folder, "staging").resolve("staging.duckdb"), LANDMARKS);
        staging.create();
        writer = new CaseWriter(staging, 0, 0);
    }

    @TearDown(Level.Iteration)
    public void closeStaging() throws IOException {
        writer.close();
        try (var files = Files.walk(folder)) {
            files.filter(file -> file.toString().endsWith(".bin"))
                    .map(Path::toFile)
                    .forEach(file -> file.delete());
        }
    }

    /** From bytes to the fields of its rows. */
    @Benchmark
    public EpisodeRows read() {
        EpisodeRows read = reader.next();
        if (read == null) {
            reader.close();
            reader = PartitionReader.open(plan, 0, null);
            read = reader.next();
        }
        return read;
    }

    /** From fields to an episode. */
    @Benchmark
    public EpisodeReading fold() {
        return validator.read(rows.get(following()));
    }

    /** Its treatments, most of whose texts came before, and its practice checks. */
    @Benchmark
    public EpisodeTagger.Tagged tag() {
        return tagger.tag(accepted.get(following()).episode());
    }

    /** Written, and safe from a power cut, {@value #EPISODES} at a time. */
    @Benchmark
    @OperationsPerInvocation(EPISODES)
    public void stage() {
        writer.write(staged);
    }

    private int following() {
        next = next + 1 == EPISODES ? 0 : next + 1;
        return next;
    }
}
