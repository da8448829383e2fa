package org.recoveryreport.sample;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts what is written. */
final class TruthCounter {
    private final Map<Phrase.Kind, Long> phrases = new EnumMap<>(Phrase.Kind.class);
    private final long[] episodesByHabit = new long[TreatmentHabit.ALL.size()];
    private final Map<BadRow, Long> badRows = new EnumMap<>(BadRow.class);
    private long rowsWritten;
    private long rowsAccepted;
    private long recovered;
    private long censored;
    private long entries;
    private long entriesWithoutStart;
    private long entriesAfterEnd;

    void add(SampleEpisode episode) {
        rowsWritten += episode.entries().size();
        rowsAccepted += episode.entries().size();
        if (episode.followUp().recovered()) {
            recovered++;
        } else {
            censored++;
        }
        for (SampleEntry entry : episode.entries()) {
            add(entry, episode.followUp().days());
        }
        int bits = episode.treatmentBitsBy(episode.followUp().days());
        for (; bits != 0; bits &= bits - 1) {
            episodesByHabit[Integer.numberOfTrailingZeros(bits)]++;
        }
    }

    private void add(SampleEntry entry, int lastDay) {
        if (entry.phrases().isEmpty()) {
            return;
        }
        entries++;
        if (entry.startDay() == null) {
            entriesWithoutStart++;
        }
        if (entry.countsFromDay() > lastDay) {
            entriesAfterEnd++;
        }
        entry.phrases().forEach(phrase -> phrases.merge(phrase.kind(), 1L, Long::sum));
    }

    void add(BadRow kind) {
        rowsWritten += kind.rowsLost();
        badRows.merge(kind, 1L, Long::sum);
    }

    long rowsWritten() {
        return rowsWritten;
    }

    long badRows() {
        return badRows.values().stream().mapToLong(Long::longValue).sum();
    }

    SampleTruth truth(SampleSettings settings) {
        return new SampleTruth(
                settings,
                rowsWritten,
                rowsAccepted,
                recovered,
                censored,
                entries,
                entriesWithoutStart,
                entriesAfterEnd,
                unmodifiable(phrases),
                episodesByTag(),
                unmodifiable(badRows));
    }

    private SortedMap<String, Long> episodesByTag() {
        Map<String, Long> episodes = new TreeMap<>();
        for (int i = 0; i < episodesByHabit.length; i++) {
            episodes.put(TreatmentHabit.ALL.get(i).tag(), episodesByHabit[i]);
        }
        return unmodifiable(episodes);
    }

    private static <K extends Comparable<K>> SortedMap<K, Long> unmodifiable(Map<K, Long> counts) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(counts));
    }
}
