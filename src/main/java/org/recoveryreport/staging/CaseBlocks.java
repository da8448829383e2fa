package org.recoveryreport.staging;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** All that the partitions of a run staged. */
final class CaseBlocks implements Closeable {
    private final List<BlockFile> files = new ArrayList<>();
    private final List<CaseBlock> blocks = new ArrayList<>();

    private CaseBlocks() {}

    static CaseBlocks of(StagingDatabase database) {
        CaseBlocks all = new CaseBlocks();
        for (int part : database.parts()) {
            BlockFile file = BlockFile.read(database.caseFile(part));
            all.files.add(file);
            for (BlockFile.Block block : file.blocks()) {
                all.blocks.add(
                        new CaseBlock(file, block, part, database.landmarks().size()));
            }
        }
        return all;
    }

    /** By partition, in the order of the log. */
    List<CaseBlock> blocks() {
        return blocks;
    }

    /** The sums over all cases. */
    CaseTotals totals() {
        CaseTotals totals = new CaseTotals();
        blocks.forEach(block -> totals.add(block.totals()));
        return totals;
    }

    /** Reads all blocks in as many threads as there are processors, each with a result of its own; in no particular order. */
    <R> List<R> inParallel(Supplier<R> start, BiConsumer<R, CaseBlock> step) {
        AtomicInteger next = new AtomicInteger();
        return IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .mapToObj(thread -> {
                    R result = start.get();
                    for (int i = next.getAndIncrement(); i < blocks.size(); i = next.getAndIncrement()) {
                        step.accept(result, blocks.get(i));
                    }
                    return result;
                })
                .toList();
    }

    @Override
    public void close() {
        files.forEach(BlockFile::close);
    }
}
