package org.recoveryreport.staging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The cases of one chunk, as a {@link CaseEncoder} wrote them. Several threads may read at a time. */
final class CaseBlock {
    /** The pseudonym of an episode; twice its item, and one more where it is rejected. */
    static final int EPISODE_BYTES = 2 * Long.BYTES + Integer.BYTES;

    /** The pseudonym of a patient; the item, its onset and its {@linkplain CaseRows#ending ending}. */
    static final int PATIENT_BYTES = 2 * Long.BYTES + 3 * Integer.BYTES;

    private final BlockFile file;
    private final int part;
    private final int landmarks;
    private final int firstItem;
    private final int items;
    private final int[] episodeEnds = new int[Pseudonym.BUCKETS];
    private final int[] patientEnds = new int[Pseudonym.BUCKETS];
    private final CaseTotals totals;
    private final long episodesStart;
    private final long patientsStart;
    private final long tablesStart;
    private final int tablesBytes;
    private final int rowsBytes;
    private final int detailsBytes;
    private final int unrecognisedBytes;
    private final long idsStart;

    CaseBlock(BlockFile file, BlockFile.Block block, int part, int landmarks) {
        this.file = file;
        this.part = part;
        this.landmarks = landmarks;
        firstItem = Math.toIntExact(block.firstItem());
        items = block.items();
        int indexBytes = new ByteSource(file.bytes(block.position(), Integer.BYTES)).four();
        ByteSource index = new ByteSource(file.bytes(block.position(), indexBytes));
        index.four();
        tablesBytes = index.four();
        rowsBytes = index.four();
        detailsBytes = index.four();
        unrecognisedBytes = index.four();
        for (int bucket = 0; bucket < Pseudonym.BUCKETS; bucket++) {
            episodeEnds[bucket] = index.four();
        }
        for (int bucket = 0; bucket < Pseudonym.BUCKETS; bucket++) {
            patientEnds[bucket] = index.four();
        }
        totals = CaseTotals.read(index);
        episodesStart = block.position() + indexBytes;
        patientsStart = episodesStart + episodeEnds[Pseudonym.BUCKETS - 1];
        tablesStart = patientsStart + patientEnds[Pseudonym.BUCKETS - 1];
        idsStart = tablesStart + tablesBytes + rowsBytes + detailsBytes + unrecognisedBytes;
    }

    /** The partition that staged it. */
    int part() {
        return part;
    }

    /** The number of its first item in its partition. */
    int firstItem() {
        return firstItem;
    }

    /** The sums over its cases. */
    CaseTotals totals() {
        return totals;
    }

    /** The episodes, rejected ones too, whose pseudonym is in a bucket, of {@value #EPISODE_BYTES} bytes each. */
    ByteSource episodes(int bucket) {
        return bucket(episodesStart, episodeEnds, bucket);
    }

    /** The cases of the patients whose pseudonym is in a bucket, of {@value #PATIENT_BYTES} bytes each. */
    ByteSource patients(int bucket) {
        return bucket(patientsStart, patientEnds, bucket);
    }

    private ByteSource bucket(long start, int[] ends, int bucket) {
        int from = bucket == 0 ? 0 : ends[bucket - 1];
        return new ByteSource(file.bytes(start + from, ends[bucket] - from));
    }

    /** Receives a text in which nothing was recognised. */
    interface TextConsumer {
        /**
         * A text of a case.
         *
         * @param item its number in its partition
         */
        void accept(int item, String text);
    }

    /** Gives the texts in which nothing was recognised. */
    void unrecognised(TextConsumer consumer) {
        ByteSource texts = new ByteSource(file.bytes(idsStart - unrecognisedBytes, unrecognisedBytes));
        while (texts.hasMore()) {
            consumer.accept(firstItem + texts.smallNumber(), texts.text());
        }
    }

    /**
     * The pseudonym of an episode.
     *
     * @param row which item of the block it is
     */
    String episodeId(int row) {
        ByteSource ends = new ByteSource(file.bytes(idsStart + (long) row * Integer.BYTES, 2 * Integer.BYTES));
        int from = ends.four();
        return new String(file.bytes(idsStart + from, ends.four() - from), StandardCharsets.UTF_8);
    }

    /** Whether some of its cases are marked. */
    boolean holdsAny(CaseMarks marks) {
        return marks.any(part, firstItem, items);
    }

    /** What is counted of its items. */
    CaseRows rows() {
        ByteSource bytes = new ByteSource(file.bytes(tablesStart, tablesBytes + rowsBytes));
        String[] strata = Texts.read(bytes);
        Texts.read(bytes);
        Texts.read(bytes);
        return new CaseRows(bytes, items, landmarks, Kinds.read(bytes, strata));
    }

    /** All that is known of its cases, in the order of the log. */
    List<KeptCase> cases() {
        ByteSource tables = new ByteSource(file.bytes(tablesStart, tablesBytes));
        Texts.read(tables);
        String[] sources = Texts.read(tables);
        String[] steps = Texts.read(tables);
        ByteSource details = new ByteSource(file.bytes(tablesStart + tablesBytes + rowsBytes, detailsBytes));
        CaseRows rows = rows();
        List<KeptCase> cases = new ArrayList<>();
        for (int row = 0; row < items; row++) {
            if (rows.isCase(row)) {
                cases.add(new KeptCase(
                        rows,
                        row,
                        firstItem + row,
                        details.smallNumber(),
                        details.smallNumber(),
                        details.smallNumber(),
                        details.smallNumber(),
                        details.fixed(),
                        new Origin(
                                sources[details.smallNumber()],
                                details.number(),
                                details.smallNumber(),
                                steps[details.smallNumber()])));
            }
        }
        return cases;
    }
}
