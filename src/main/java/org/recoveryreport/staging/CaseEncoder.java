package org.recoveryreport.staging;

import java.util.Arrays;
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
    private final ByteSink length = new ByteSink();
    private final ByteSink index = new ByteSink();
    private final ByteSink tables = new ByteSink();
    private final ByteSink keys = new ByteSink();
    private final ByteSink cases = new ByteSink();
    private final ByteSink one = new ByteSink();

    /** Appends the cases among the items, in one block; the items keep their numbers. */
    void append(List<StagedItem> items, BlockFile file) {
        texts.clear();
        exposures.clear();
        keys.clear();
        cases.clear();
        int[] keyEnds = encodeKeys(items);
        int[] caseEnds = encodeCases(items);
        CaseTotals totals = new CaseTotals();
        for (StagedItem item : items) {
            if (item instanceof StagedCase staged) {
                totals.add(staged);
            }
        }
        tables.clear();
        tables.number(texts.size());
        texts.keySet().forEach(tables::text);
        tables.number(exposures.size());
        exposures.keySet().forEach(this::encode);
        index.clear();
        for (int end : keyEnds) {
            index.number(end);
        }
        for (int end : caseEnds) {
            index.number(end);
        }
        index.number(tables.size());
        totals.write(index);
        length.clear();
        length.fixed(index.size());
        file.append(items.size(), length.buffer(), index.buffer(), tables.buffer(), keys.buffer(), cases.buffer());
    }

    private int[] encodeKeys(List<StagedItem> items) {
        @Nullable Pseudonym[] episodes = new Pseudonym[items.size()];
        for (int i = 0; i < episodes.length; i++) {
            String id = items.get(i).episodeId();
            episodes[i] = id == null ? null : Pseudonym.of(id);
        }
        return inBuckets(episodes, keys, i -> {
            Pseudonym episode = episodes[i];
            if (episode != null) {
                keys.fixed(episode.high());
                keys.fixed(episode.low());
                keys.number(2L * i + (items.get(i) instanceof StagedCase ? 0 : 1));
            }
        });
    }

    private int[] encodeCases(List<StagedItem> items) {
        @Nullable Pseudonym[] patients = new Pseudonym[items.size()];
        for (int i = 0; i < patients.length; i++) {
            patients[i] = items.get(i) instanceof StagedCase staged
                    ? Pseudonym.of(staged.episode().patient().value())
                    : null;
        }
        return inBuckets(patients, cases, i -> {
            Pseudonym patient = patients[i];
            if (patient != null && items.get(i) instanceof StagedCase staged) {
                encode(i, patient, staged);
            }
        });
    }

    private interface Writer {
        void write(int item);
    }

    /** Writes what has a pseudonym bucket by bucket; returns where each bucket ends. */
    private static int[] inBuckets(@Nullable Pseudonym[] pseudonyms, ByteSink sink, Writer writer) {
        int[] starts = new int[Pseudonym.BUCKETS + 1];
        for (Pseudonym pseudonym : pseudonyms) {
            if (pseudonym != null) {
                starts[pseudonym.bucket() + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] ordered = new int[starts[Pseudonym.BUCKETS]];
        for (int i = 0; i < pseudonyms.length; i++) {
            Pseudonym pseudonym = pseudonyms[i];
            if (pseudonym != null) {
                ordered[next[pseudonym.bucket()]++] = i;
            }
        }
        int[] ends = new int[Pseudonym.BUCKETS];
        for (int bucket = 0; bucket < ends.length; bucket++) {
            for (int i = starts[bucket]; i < starts[bucket + 1]; i++) {
                writer.write(ordered[i]);
            }
            ends[bucket] = sink.size();
        }
        return ends;
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
        one.number(number(staged.practice().text()));
        for (PracticeVerdicts known : staged.practiceAtLandmark()) {
            one.number(known == null ? 0 : 1 + number(known.text()));
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
        cases.bytes(one);
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
