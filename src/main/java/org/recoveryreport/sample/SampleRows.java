package org.recoveryreport.sample;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Characteristics;
import org.recoveryreport.domain.episode.FollowUp;

/** Turns episodes into the fields of rows. */
final class SampleRows {
    /** This site writes an episode's values on its first row only; in a log, blank means the same as before. */
    private static final String BRIEF_SITE = "harbour";

    private static final long FIRST_NUMBER = 100_000_000;

    private final DayText days;

    SampleRows(DayText days) {
        this.days = days;
    }

    /**
     * One row of an episode.
     *
     * @param number of the episode in the log, from 1
     * @param entry which of its entries, from 0
     */
    String[] row(long number, SampleEpisode episode, int entry) {
        String[] row = new String[SampleColumn.COUNT];
        Arrays.fill(row, "");
        SampleColumn.EPISODE_ID.set(row, "E" + (FIRST_NUMBER + number));
        SampleColumn.PATIENT_ID.set(row, "P" + (FIRST_NUMBER + episode.patient()));
        SampleColumn.ONSET.set(row, days.of(episode.onsetDay()));
        if (entry == 0 || !BRIEF_SITE.equals(episode.characteristics().site())) {
            setEnding(row, episode);
            setCharacteristics(row, episode.characteristics());
        }
        setTreatment(row, episode, episode.entries().get(entry));
        return row;
    }

    private void setEnding(String[] row, SampleEpisode episode) {
        FollowUp followUp = episode.followUp();
        SampleColumn.RECOVERED.set(row, day(episode, followUp.recovered() ? (Integer) followUp.days() : null));
        SampleColumn.LAST_SEEN.set(row, day(episode, episode.lastSeenDay()));
    }

    private void setTreatment(String[] row, SampleEpisode episode, SampleEntry entry) {
        SampleColumn.TREATMENT.set(row, entry.text());
        SampleColumn.STARTED.set(row, day(episode, entry.startDay()));
        SampleColumn.ENDED.set(row, day(episode, entry.endDay()));
    }

    private static void setCharacteristics(String[] row, Characteristics who) {
        SampleColumn.AGE_BAND.set(row, blankOr(who.ageBand()));
        SampleColumn.SEX.set(row, blankOr(who.sex()));
        SampleColumn.SEVERITY.set(row, who.severity() == null ? "" : Integer.toString(who.severity()));
        SampleColumn.SITE.set(row, blankOr(who.site()));
        if (!who.redFlags().isEmpty()) {
            SampleColumn.RED_FLAGS.set(row, String.join(";", who.redFlags()));
        }
    }

    private String day(SampleEpisode episode, @Nullable Integer dayFromOnset) {
        return dayFromOnset == null ? "" : days.of(episode.onsetDay() + dayFromOnset);
    }

    private static String blankOr(@Nullable String value) {
        return value == null ? "" : value;
    }
}
