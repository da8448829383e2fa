package org.recoveryreport.staging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.Onset;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;

/** The cases of one chunk, as a {@link CaseEncoder} wrote them. Several threads may read at a time. */
final class CaseBlock {
    static final int CALENDAR = 1;
    static final int RECOVERED = 2;

    private final BlockFile file;
    private final int part;
    private final int landmarks;
    private final int firstItem;
    private final int items;
    private final int[] keyEnds = new int[Pseudonym.BUCKETS];
    private final int[] caseEnds = new int[Pseudonym.BUCKETS];
    private final CaseTotals totals;
    private final long tablesStart;
    private final long keysStart;
    private final long casesStart;

    CaseBlock(BlockFile file, BlockFile.Block block, int part, int landmarks) {
        this.file = file;
        this.part = part;
        this.landmarks = landmarks;
        firstItem = Math.toIntExact(block.firstItem());
        items = block.items();
        int indexLength = (int) new ByteSource(file.bytes(block.position(), Long.BYTES)).fixed();
        ByteSource index = new ByteSource(file.bytes(block.position() + Long.BYTES, indexLength));
        for (int bucket = 0; bucket < Pseudonym.BUCKETS; bucket++) {
            keyEnds[bucket] = index.smallNumber();
        }
        for (int bucket = 0; bucket < Pseudonym.BUCKETS; bucket++) {
            caseEnds[bucket] = index.smallNumber();
        }
        tablesStart = block.position() + Long.BYTES + indexLength;
        keysStart = tablesStart + index.number();
        casesStart = keysStart + keyEnds[Pseudonym.BUCKETS - 1];
        totals = CaseTotals.read(index);
    }

    /** The partition that staged it. */
    int part() {
        return part;
    }

    /** The sums over its cases. */
    CaseTotals totals() {
        return totals;
    }

    /** Receives the pseudonym of an episode. */
    interface KeyConsumer {
        /**
         * An episode.
         *
         * @param item its number in its partition
         * @param rejected whether it is no case
         */
        void accept(Pseudonym episode, int item, boolean rejected);
    }

    /** Gives the episodes, rejected ones too, whose pseudonym is in a bucket. */
    void keys(int bucket, KeyConsumer consumer) {
        int from = bucket == 0 ? 0 : keyEnds[bucket - 1];
        ByteSource keys = new ByteSource(file.bytes(keysStart + from, keyEnds[bucket] - from));
        while (keys.hasMore()) {
            Pseudonym episode = new Pseudonym(keys.fixed(), keys.fixed());
            int item = keys.smallNumber();
            consumer.accept(episode, firstItem + (item >>> 1), (item & 1) == 1);
        }
    }

    /**
     * Gives cases of the patients whose pseudonym is in a bucket.
     *
     * @param wanted asked with the upper half of the pseudonym of every case's patient
     */
    void patients(int bucket, LongPredicate wanted, Consumer<PatientCase> consumer) {
        int from = bucket == 0 ? 0 : caseEnds[bucket - 1];
        ByteSource cases = new ByteSource(file.bytes(casesStart + from, caseEnds[bucket] - from));
        while (cases.hasMore()) {
            int end = cases.smallNumber();
            int start = cases.position();
            cases.smallNumber();
            if (wanted.test(cases.fixed())) {
                cases.position(start);
                consumer.accept(patientCase(cases));
            }
            cases.position(start + end);
        }
    }

    private PatientCase patientCase(ByteSource cases) {
        int item = firstItem + cases.smallNumber();
        Pseudonym patient = new Pseudonym(cases.fixed(), cases.fixed());
        String episodeId = cases.text();
        int flags = cases.octet();
        Onset onset =
                new Onset((flags & CALENDAR) == 0 ? TimeScale.STUDY_DAY : TimeScale.CALENDAR, (int) cases.signed());
        FollowUp followUp = new FollowUp(cases.smallNumber(), (flags & RECOVERED) != 0);
        return new PatientCase(patient, onset, episodeId, part, item, followUp);
    }

    /** Whether some of its cases are marked. */
    boolean holdsAny(CaseMarks marks) {
        return marks.any(part, firstItem, items);
    }

    /** All cases, by no particular order. */
    List<KeptCase> cases() {
        List<KeptCase> cases = new ArrayList<>();
        int length = Math.toIntExact(casesStart - tablesStart + caseEnds[Pseudonym.BUCKETS - 1]);
        ByteSource bytes = new ByteSource(file.bytes(tablesStart, length));
        Tables tables = new Tables(bytes);
        bytes.position(Math.toIntExact(casesStart - tablesStart));
        while (bytes.hasMore()) {
            bytes.smallNumber();
            PatientCase common = patientCase(bytes);
            cases.add(new KeptCase(
                    common.item(),
                    common.episodeId(),
                    common.onset(),
                    common.followUp(),
                    CaseClass.valueOf(tables.text(bytes.smallNumber())),
                    tables.text(bytes.smallNumber()),
                    tables.exposures[bytes.smallNumber()],
                    new PracticeVerdicts(bytes.smallNumber()),
                    atLandmarks(bytes),
                    bytes.smallNumber(),
                    bytes.smallNumber(),
                    bytes.smallNumber(),
                    bytes.smallNumber(),
                    bytes.fixed(),
                    new Origin(
                            tables.text(bytes.smallNumber()),
                            bytes.number(),
                            bytes.smallNumber(),
                            tables.text(bytes.smallNumber()))));
        }
        return cases;
    }

    private List<@Nullable PracticeVerdicts> atLandmarks(ByteSource bytes) {
        @Nullable PracticeVerdicts[] known = new PracticeVerdicts[landmarks];
        for (int landmark = 0; landmark < landmarks; landmark++) {
            int number = bytes.smallNumber();
            known[landmark] = number == 0 ? null : new PracticeVerdicts(number - 1);
        }
        return Arrays.asList(known);
    }

    /** What cases of the block refer to by number. */
    private static final class Tables {
        private final String[] texts;
        private final Exposure[] exposures;

        Tables(ByteSource bytes) {
            texts = new String[bytes.smallNumber()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = bytes.text();
            }
            exposures = new Exposure[bytes.smallNumber()];
            for (int i = 0; i < exposures.length; i++) {
                exposures[i] = exposure(bytes);
            }
        }

        private static Exposure exposure(ByteSource bytes) {
            int[] days = new int[bytes.smallNumber()];
            long[] begun = new long[days.length];
            for (int step = 0; step < days.length; step++) {
                days[step] = bytes.smallNumber();
                begun[step] = bytes.number();
            }
            return Exposure.ofSteps(days, begun);
        }

        String text(int number) {
            return texts[number];
        }
    }
}
