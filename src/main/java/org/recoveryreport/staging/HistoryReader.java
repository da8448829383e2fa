package org.recoveryreport.staging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the histories of all patients with enough episodes for one to be recurrent; the class of any other episode depends
 * on that episode alone. The patients come in the order of the numbers that stand for their pseudonyms, so in the same order
 * every time.
 */
public final class HistoryReader implements AutoCloseable {
    private final CaseBlocks cases;
    private final CaseMarks inTwoPlaces;
    private final int leastEpisodes;
    private int nextBucket;
    private Iterator<List<PatientHistory.Case>> ahead =
            List.<List<PatientHistory.Case>>of().iterator();
    private long next;

    /**
     * Opens the reader.
     *
     * @param leastEpisodes patients with fewer are left out
     * @param skip how many patients were read by the last checkpoint
     */
    public HistoryReader(StagingDatabase database, int leastEpisodes, long skip) {
        this.inTwoPlaces = DoubleEpisodes.marked(database);
        this.cases = CaseBlocks.of(database);
        this.leastEpisodes = leastEpisodes;
        while (next < skip && read() != null) {
            // passes over what was read before
        }
    }

    /** How many patients have been read: the checkpoint. */
    public long patientsRead() {
        return next;
    }

    /** The next patient; null at the end. */
    public @Nullable PatientHistory read() {
        while (!ahead.hasNext() && nextBucket < Pseudonym.BUCKETS) {
            int from = nextBucket;
            nextBucket = Math.min(from + Runtime.getRuntime().availableProcessors(), Pseudonym.BUCKETS);
            ahead = IntStream.range(from, nextBucket).parallel().mapToObj(this::histories).toList().stream()
                    .flatMap(List::stream)
                    .iterator();
        }
        return ahead.hasNext() ? new PatientHistory(next++, ahead.next()) : null;
    }

    /** The histories of the patients of a bucket. */
    private List<List<PatientHistory.Case>> histories(int bucket) {
        Repeated repeated = new Repeated();
        cases.blocks()
                .forEach(block -> block.patients(
                        bucket,
                        high -> {
                            repeated.add(high);
                            return false;
                        },
                        any -> {}));
        long[] candidates = repeated.atLeast(leastEpisodes);
        List<PatientCase> found = new ArrayList<>();
        cases.blocks()
                .forEach(block ->
                        block.patients(bucket, high -> Arrays.binarySearch(candidates, high) >= 0, found::add));
        found.removeIf(one -> inTwoPlaces.has(one.part(), one.item()));
        found.sort(PatientCase.ORDER);
        List<List<PatientHistory.Case>> histories = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= found.size(); i++) {
            if (i == found.size() || !found.get(i).isOfSameHistory(found.get(first))) {
                if (i - first >= leastEpisodes) {
                    histories.add(found.subList(first, i).stream()
                            .map(one -> new PatientHistory.Case(
                                    one.part(), one.item(), one.onset().day(), one.followUp()))
                            .toList());
                }
                first = i;
            }
        }
        return histories;
    }

    @Override
    public void close() {
        cases.close();
    }
}
