package org.recoveryreport.staging;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;

/**
 * Writes the cases of a chunk as a block that {@link CaseBlock} reads. A block is complete in itself: what many of its
 * cases have in common, such as treatments and verdicts, stands in it once and is referred to by number.
 *
 * <p>The cases stand by the {@linkplain Pseudonym#bucket() bucket} of their patient, and so do, apart from them, the
 * pseudonyms of all episodes, rejected ones included: so that whoever looks for the same pseudonym in all blocks needs to hold
 * a bucket only, and not the log.
 */
final class CaseEncoder {
    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private final Map<Exposure, Integer> exposures = new LinkedHashMap<>();
    private final ByteSink index = new ByteSink();
    private final ByteSink tables = new ByteSink();
    private final ByteSink keys = new ByteSink();
    private final ByteSink cases = new ByteSink();
    private final ByteSink inOrder = new ByteSink();
    private final ByteSink one = new ByteSink();

    /** Appends the cases among the items, in one block; the items keep their numbers. */
    void append(List<StagedItem> items, BlockFile file) {
        List.of(index, tables, keys, cases, inOrder).forEach(ByteSink::clear);
        texts.clear();
        exposures.clear();
        @Nullable Pseudonym[] episodes = new Pseudonym[items.size()];
        @Nullable Pseudonym[] patients = new Pseudonym[items.size()];
        int[] ends = new int[items.size()];
        CaseTotals totals = new CaseTotals();
        // item by item, as they lie in memory; only then, bytes are put into buckets
        for (int i = 0; i < ends.length; i++) {
            StagedItem item = items.get(i);
            String id = item.episodeId();
            episodes[i] = id == null ? null : Pseudonym.of(id);
            if (item instanceof StagedCase staged) {
                Pseudonym patient = Pseudonym.of(staged.episode().patient().value());
                patients[i] = patient;
                encode(i, patient, staged);
                totals.add(staged);
            }
            ends[i] = inOrder.size();
        }
        inBuckets(episodes, keys, (i, episode) -> {
            keys.fixed(episode.high());
            keys.fixed(episode.low());
            keys.number(2L * i + (patients[i] == null ? 1 : 0));
        });
        inBuckets(patients, cases, (i, patient) -> cases.copy(inOrder, i == 0 ? 0 : ends[i - 1], ends[i]));
        tables.number(texts.size());
        texts.keySet().forEach(tables::text);
        tables.number(exposures.size());
        exposures.keySet().forEach(this::encode);
        index.number(tables.size());
        totals.write(index);
        ByteSink length = new ByteSink();
        length.fixed(index.size());
        file.append(items.size(), length.buffer(), index.buffer(), tables.buffer(), keys.buffer(), cases.buffer());
    }

    private interface Writer {
        void write(int item, Pseudonym pseudonym);
    }

    /** Writes what has a pseudonym bucket by bucket, and to the index where each bucket ends. */
    private void inBuckets(@Nullable Pseudonym[] pseudonyms, ByteSink sink, Writer writer) {
        int[] next = new int[Pseudonym.BUCKETS + 1];
        for (Pseudonym pseudonym : pseudonyms) {
            if (pseudonym != null) {
                next[pseudonym.bucket() + 1]++;
            }
        }
        for (int bucket = 0; bucket < Pseudonym.BUCKETS; bucket++) {
            next[bucket + 1] += next[bucket];
        }
        int[] ordered = new int[next[Pseudonym.BUCKETS]];
        for (int i = 0; i < pseudonyms.length; i++) {
            Pseudonym pseudonym = pseudonyms[i];
            if (pseudonym != null) {
                ordered[next[pseudonym.bucket()]++] = i;
            }
        }
        int at = 0;
        for (int bucket = 0; bucket < Pseudonym.BUCKETS; bucket++) {
            for (; at < next[bucket]; at++) {
                Pseudonym pseudonym = pseudonyms[ordered[at]];
                if (pseudonym != null) {
                    writer.write(ordered[at], pseudonym);
                }
            }
            index.number(sink.size());
        }
    }

    private void encode(int item, Pseudonym patient, StagedCase staged) {
        Episode episode = staged.episode();
        one.clear();
        one.number(item);
        one.fixed(patient.high());
        one.fixed(patient.low());
        one.text(episode.key().value());
        one.octet((episode.onset().scale() == TimeScale.CALENDAR ? CaseBlock.CALENDAR : 0)
                | (episode.followUp().recovered() ? CaseBlock.RECOVERED : 0));
        one.signed(episode.onset().day());
        one.number(episode.followUp().days());
        one.number(number(staged.withoutHistory().name()));
        one.number(number(staged.stratum()));
        one.number(exposures.computeIfAbsent(staged.exposure(), any -> exposures.size()));
        one.number(staged.practice().code());
        for (PracticeVerdicts known : staged.practiceAtLandmark()) {
            one.number(known == null ? 0 : 1 + known.code());
        }
        one.number(staged.entries());
        one.number(staged.withoutStart());
        one.number(episode.startedAfterEnd());
        one.number(staged.unrecognised().size());
        one.fixed(staged.fingerprint());
        one.number(number(staged.origin().source()));
        one.number(staged.origin().firstLine());
        one.number(staged.origin().rows());
        one.number(number(staged.origin().steps()));
        inOrder.bytes(one);
    }

    private int number(String text) {
        return texts.computeIfAbsent(text, any -> texts.size());
    }

    private void encode(Exposure exposure) {
        tables.number(exposure.steps());
        for (int step = 0; step < exposure.steps(); step++) {
            tables.number(exposure.day(step));
            tables.number(exposure.begun(step));
        }
    }
}
