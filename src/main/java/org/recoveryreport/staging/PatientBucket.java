package org.recoveryreport.staging;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The cases of the patients whose pseudonym is in a bucket. */
final class PatientBucket {
    private static final int FREE = -1;

    private final List<CaseBlock> blocks;
    private final long[] high;
    private final long[] low;
    private final int[] block;
    private final int[] row;
    private final int[] onsetDay;
    private final int[] ending;

    PatientBucket(List<CaseBlock> blocks, int bucket) {
        this.blocks = blocks;
        List<ByteSource> sources =
                blocks.stream().map(one -> one.patients(bucket)).toList();
        int size = sources.stream()
                .mapToInt(bytes -> bytes.bytes().length / CaseBlock.PATIENT_BYTES)
                .sum();
        high = new long[size];
        low = new long[size];
        block = new int[size];
        row = new int[size];
        onsetDay = new int[size];
        ending = new int[size];
        int i = 0;
        for (int b = 0; b < sources.size(); b++) {
            for (ByteSource bytes = sources.get(b); bytes.hasMore(); i++) {
                high[i] = bytes.fixed();
                low[i] = bytes.fixed();
                block[i] = b;
                row[i] = bytes.four();
                onsetDay[i] = bytes.four();
                ending[i] = bytes.four();
            }
        }
    }

    /** Of patients with enough cases, those in two places left out. */
    PatientHistories histories(int leastEpisodes, CaseMarks inTwoPlaces) {
        // an open table of the first case of each patient, to which the others are chained
        int[] firsts = new int[Integer.highestOneBit(Math.max(1, high.length)) << 2];
        Arrays.fill(firsts, FREE);
        int[] following = new int[high.length];
        int[] cases = new int[high.length];
        for (int i = 0; i < high.length; i++) {
            following[i] = FREE;
            if (!inTwoPlaces.has(part(i), item(i))) {
                int at = place(firsts, i);
                int first = firsts[at];
                if (first == FREE) {
                    firsts[at] = i;
                    cases[i] = 1;
                } else {
                    following[i] = following[first];
                    following[first] = i;
                    cases[first]++;
                }
            }
        }
        PatientHistories histories = new PatientHistories();
        for (int first = 0; first < cases.length; first++) {
            if (cases[first] >= leastEpisodes) {
                long[] ordered = new long[cases[first]];
                int i = first;
                for (int n = 0; n < ordered.length; n++) {
                    ordered[n] = (long) onsetDay[i] << Integer.SIZE | i;
                    i = following[i];
                }
                add(histories, inOrder(ordered));
            }
        }
        return histories;
    }

    /** Where the first case of the same patient on the same time scale stands, or would. */
    private int place(int[] firsts, int i) {
        int mask = firsts.length - 1;
        int at = (int) high[i] & mask;
        while (firsts[at] != FREE) {
            int first = firsts[at];
            if (high[first] == high[i]
                    && low[first] == low[i]
                    && CaseRows.scaleOf(ending[first]) == CaseRows.scaleOf(ending[i])) {
                break;
            }
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Orders cases, each of which stands behind its day of onset; on the same day, by the episode id. */
    private long[] inOrder(long[] cases) {
        Arrays.sort(cases);
        int first = 0;
        for (int i = 1; i <= cases.length; i++) {
            if (i == cases.length || onsetDay[(int) cases[i]] != onsetDay[(int) cases[first]]) {
                if (i - first > 1) {
                    orderById(cases, first, i);
                }
                first = i;
            }
        }
        return cases;
    }

    /** A case with its episode id. */
    private record Named(long entry, String id) {
        byte[] utf8() {
            return id.getBytes(StandardCharsets.UTF_8);
        }
    }

    private void orderById(long[] cases, int from, int to) {
        List<Named> named = new ArrayList<>();
        for (int n = from; n < to; n++) {
            int i = (int) cases[n];
            named.add(new Named(cases[n], blocks.get(block[i]).episodeId(row[i])));
        }
        named.sort((one, other) -> Arrays.compareUnsigned(one.utf8(), other.utf8()));
        for (int n = from; n < to; n++) {
            cases[n] = named.get(n - from).entry();
        }
    }

    private void add(PatientHistories histories, long[] cases) {
        for (int n = 0; n < cases.length; n++) {
            int i = (int) cases[n];
            histories.add(n == 0, part(i), item(i), onsetDay[i], ending[i]);
        }
    }

    private int part(int i) {
        return blocks.get(block[i]).part();
    }

    private int item(int i) {
        return blocks.get(block[i]).firstItem() + row[i];
    }
}
