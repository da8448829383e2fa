package org.recoveryreport.staging;

import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives the histories of all patients with enough episodes for one to be recurrent; the class of any other episode depends
 * on that episode alone. The patients come in groups, by the numbers that stand for their pseudonyms, and in the same order every
 * time.
 */
public final class HistoryReader implements AutoCloseable {
    private final CaseBlocks cases;
    private final CaseMarks inTwoPlaces;
    private final int leastEpisodes;
    private Iterator<PatientHistories> ahead = List.<PatientHistories>of().iterator();
    private int nextBucket;
    private long next;

    /**
     * Opens the reader.
     *
     * @param leastEpisodes patients with fewer are left out
     * @param skip how many groups were read by the last checkpoint
     */
    public HistoryReader(StagingDatabase database, int leastEpisodes, long skip) {
        this.inTwoPlaces = DuplicateEpisodes.marked(database);
        this.cases = CaseBlocks.of(database);
        this.leastEpisodes = leastEpisodes;
        this.next = skip;
        this.nextBucket = (int) skip;
    }

    /** How many groups have been read: the checkpoint. */
    public long groupsRead() {
        return next;
    }

    /** The next group, which may be empty; null at the end. */
    public @Nullable PatientHistories read() {
        if (!ahead.hasNext() && nextBucket < Pseudonym.BUCKETS) {
            int from = nextBucket;
            nextBucket = Math.min(from + Runtime.getRuntime().availableProcessors(), Pseudonym.BUCKETS);
            ahead = IntStream.range(from, nextBucket)
                    .parallel()
                    .mapToObj(bucket -> new PatientBucket(cases.blocks(), bucket).histories(leastEpisodes, inTwoPlaces))
                    .toList()
                    .iterator();
        }
        if (!ahead.hasNext()) {
            return null;
        }
        next++;
        return ahead.next();
    }

    @Override
    public void close() {
        cases.close();
    }
}
