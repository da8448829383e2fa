package org.recoveryreport.sample;

import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of an invented episode.
 *
 * @param phrases what its treatment cell says; none = a blank cell
 * @param joiner stands between them
 * @param startDay days from onset; null = left blank, where the treatment began with the onset
 * @param endDay days from onset; null = left blank
 */
public record SampleEntry(
        List<Phrase> phrases,
        String joiner,
        @Nullable Integer startDay,
        @Nullable Integer endDay) {
    /** The only row of an episode of which no treatment is known. */
    static final SampleEntry BLANK = new SampleEntry(List.of(), "", null, null);

    public SampleEntry {
        phrases = List.copyOf(phrases);
    }

    /** The treatment cell. */
    public String text() {
        return phrases.size() == 1
                ? phrases.get(0).text()
                : phrases.stream().map(Phrase::text).collect(Collectors.joining(joiner));
    }

    /** The treatments the cell truly tells of. */
    public SortedSet<String> tags() {
        return TreatmentHabit.tags(tagBits());
    }

    int tagBits() {
        int bits = 0;
        for (Phrase phrase : phrases) {
            bits |= phrase.tagBits();
        }
        return bits;
    }

    /** The day from which it counts, in days from onset. */
    public int countsFromDay() {
        return startDay == null ? 0 : startDay;
    }
}
