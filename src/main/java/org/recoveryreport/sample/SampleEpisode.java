package org.recoveryreport.sample;

import java.util.List;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Characteristics;
import org.recoveryreport.domain.episode.FollowUp;

/**
 * An invented episode.
 *
 * @param patient number of the patient, from 1
 * @param onsetDay days from the first day of the log's year
 * @param followUp how it truly went on
 * @param lastSeenDay days from onset; null = left blank, after a recovery only
 * @param characteristics strata and safety facts as written
 * @param entries at least one; in the order of their starts
 */
public record SampleEpisode(
        long patient,
        int onsetDay,
        FollowUp followUp,
        @Nullable Integer lastSeenDay,
        Characteristics characteristics,
        List<SampleEntry> entries) {
    public SampleEpisode {
        entries = List.copyOf(entries);
    }

    /** The treatments truly started on or before a day; never more than the episode's end allows. */
    public SortedSet<String> treatmentsBy(int day) {
        return TreatmentHabit.tags(treatmentBitsBy(day));
    }

    int treatmentBitsBy(int day) {
        int bits = 0;
        for (SampleEntry entry : entries) {
            if (entry.countsFromDay() <= Math.min(day, followUp.days())) {
                bits |= entry.tagBits();
            }
        }
        return bits;
    }
}
