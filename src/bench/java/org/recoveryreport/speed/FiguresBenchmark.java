package org.recoveryreport.speed;

import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.CoxModel;
import org.recoveryreport.domain.survival.ExposureCounts;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** What figures cost, made of the counts of 100,000 cases: a group of one treatment combination, and a model of ten treatments. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class FiguresBenchmark {
    private static final int CASES = 100_000;
    private static final int TREATMENTS = 10;
    private static final int NEVER = 1_000;

    private SurvivalCounts group;
    private ExposureCounts exposures;
    private List<Integer> covariates;

    /** Cases that recover within weeks or are followed for a year. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        ExposureCounts.Builder starting = ExposureCounts.builder();
        for (int i = 0; i < CASES; i++) {
            int recovery = (int) (-25 * Math.log(random.nextDouble()));
            int end = random.nextInt(365);
            int day = Math.min(recovery, end);
            boolean recovered = recovery <= end;
            counts.add(day, recovered ? 1 : 0, recovered ? 0 : 1);
            starting.addSubject(
                    day,
                    recovered,
                    IntStream.range(0, TREATMENTS)
                            .map(k -> random.nextInt(4) == 0 ? random.nextInt(20) : NEVER)
                            .toArray());
        }
        group = counts.build();
        exposures = starting.build();
        covariates = IntStream.range(0, TREATMENTS).boxed().toList();
    }

    @Benchmark
    public KaplanMeier kaplanMeier() {
        return KaplanMeier.fit(group, 0.95, ConfidenceType.LOG_LOG);
    }

    @Benchmark
    public CoxModel coxModel() {
        return CoxModel.fit(List.of(exposures), covariates, 0.95);
    }
}
