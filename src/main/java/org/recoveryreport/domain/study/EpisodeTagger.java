package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.TreatmentEntry;
import org.recoveryreport.domain.practice.PracticeAssessment;
import org.recoveryreport.domain.practice.PracticeRules;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.practice.TaggedEntry;
import org.recoveryreport.domain.study.TextReadings.TextReading;

/** Tags the treatments of episodes, and assesses how they keep to the practice checks. Immutable. */
public final class EpisodeTagger {
    private final List<Integer> landmarks;
    private final TextReadings texts;

    /**
     * A tagger of episodes.
     *
     * @param landmarks days as of which it assesses the practice checks too, ascending
     */
    public EpisodeTagger(TextReadings texts, List<Integer> landmarks) {
        this.texts = texts;
        this.landmarks = List.copyOf(landmarks);
    }

    /**
     * What an episode's entries say.
     *
     * @param exposure its treatments
     * @param entries entries with a text
     * @param withoutStart entries with a treatment whose start is not known
     * @param unrecognised texts in which nothing was recognised
     * @param practice how the episode keeps to the practice checks
     * @param practiceAtLandmark what of that is known at each landmark; null where it does not go on after it
     */
    public record Tagged(
            Exposure exposure,
            int entries,
            int withoutStart,
            List<String> unrecognised,
            PracticeVerdicts practice,
            List<@Nullable PracticeVerdicts> practiceAtLandmark) {}

    /** Tags the entries of an episode. */
    public Tagged tag(Episode episode) {
        Exposure.Builder exposure = new Exposure.Builder();
        List<String> unrecognised = new ArrayList<>();
        List<TaggedEntry> taggedEntries = new ArrayList<>();
        int entries = 0;
        int withoutStart = 0;
        for (TreatmentEntry entry : episode.treatments()) {
            TextReading reading = texts.of(entry.text());
            if (reading.saysNothing()) {
                continue;
            }
            entries++;
            taggedEntries.add(new TaggedEntry(entry, reading.treatments()));
            if (reading.treatments().unrecognised()) {
                unrecognised.add(entry.text());
            } else if (reading.mask() != 0) {
                exposure.add(entry.countsFromDay(), reading.mask());
                withoutStart += entry.startDay() == null ? 1 : 0;
            }
        }
        PracticeAssessment assessment = PracticeAssessment.of(episode, taggedEntries, PracticeRules.GUIDE_A);
        return new Tagged(
                exposure.build(),
                entries,
                withoutStart,
                unrecognised,
                assessment.verdicts(),
                assessment.asOf(landmarks));
    }
}
