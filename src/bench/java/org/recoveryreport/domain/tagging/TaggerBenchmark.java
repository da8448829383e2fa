package org.recoveryreport.domain.tagging;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.recoveryreport.catalogue.CatalogueReader;

/** How many texts one core tags, or folds, in a second, without any cache: those of the gold set in turn. At least 300,000. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(1)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class TaggerBenchmark {
    private Tagger tagger;
    private String[] texts;
    private int next;

    @Setup
    public void prepare() {
        tagger = new Tagger(CatalogueReader.builtIn());
        List<GoldSet.Example> examples = GoldSet.read("/tagging/gold.csv");
        texts = examples.stream().map(GoldSet.Example::text).toArray(String[]::new);
    }

    @Benchmark
    public Tagging uncached() {
        return tagger.tag(following());
    }

    /** Lower case, without accents, the ways of writing made one. */
    @Benchmark
    public FoldedText folded() {
        return FoldedText.of(following());
    }

    private String following() {
        next = next + 1 == texts.length ? 0 : next + 1;
        return texts[next];
    }
}
