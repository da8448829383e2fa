package org.recoveryreport.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.TreatmentEntry;
import org.recoveryreport.domain.practice.PracticeAssessment;
import org.recoveryreport.domain.practice.PracticeRules;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.practice.TaggedEntry;
import org.recoveryreport.domain.practice.TreatmentReader;
import org.recoveryreport.domain.practice.TreatmentReading;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.tagging.Match;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Tagger;
import org.recoveryreport.domain.tagging.Tagging;

/** Tags the treatments of episodes. Texts that come again are looked up; not thread-safe. */
public final class EpisodeTagger {
    /** Clinics repeat themselves: few texts make most entries. When there are more, all are forgotten. */
    private static final int REMEMBERED_TEXTS = 100_000;

    private final List<Integer> landmarks;
    private final Tagger tagger;
    private final TreatmentReader reader;
    private final Map<Tag, Long> bits = new LinkedHashMap<>();
    private final Map<String, Summary> remembered = new HashMap<>();
    /** Texts that are misspelt, or put in other words, often say the same. */
    private final Map<Summary, Summary> alike = new HashMap<>();

    /**
     * A tagger that has seen nothing yet.
     *
     * @param landmarks days as of which it assesses the practice checks too, ascending
     */
    public EpisodeTagger(TagCatalogue catalogue, List<Integer> landmarks) {
        this.landmarks = List.copyOf(landmarks);
        tagger = new Tagger(catalogue);
        reader = new TreatmentReader(tagger, catalogue);
        for (int i = 0; i < catalogue.treatments().size(); i++) {
            bits.put(catalogue.treatments().get(i).tag(), 1L << i);
        }
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

    private record Summary(boolean saysNothing, long mask, TreatmentReading reading) {}

    /** Tags the entries of an episode. */
    public Tagged tag(Episode episode) {
        Exposure.Builder exposure = new Exposure.Builder();
        List<String> unrecognised = new ArrayList<>();
        List<TaggedEntry> taggedEntries = new ArrayList<>();
        int entries = 0;
        int withoutStart = 0;
        for (TreatmentEntry entry : episode.treatments()) {
            Summary summary = summary(entry.text());
            if (summary.saysNothing()) {
                continue;
            }
            entries++;
            taggedEntries.add(new TaggedEntry(entry, summary.reading()));
            if (summary.reading().unrecognised()) {
                unrecognised.add(entry.text());
            } else if (summary.mask() != 0) {
                exposure.add(entry.countsFromDay(), summary.mask());
                withoutStart += entry.startDay() == null ? 1 : 0;
            }
        }
        return new Tagged(
                exposure.build(),
                entries,
                withoutStart,
                unrecognised,
                PracticeAssessment.of(episode, taggedEntries, PracticeRules.GUIDE_A),
                PracticeAssessment.asOf(landmarks, episode, taggedEntries, PracticeRules.GUIDE_A));
    }

    private Summary summary(String text) {
        Summary known = remembered.get(text);
        if (known == null) {
            if (remembered.size() == REMEMBERED_TEXTS) {
                remembered.clear();
                alike.clear();
            }
            Summary fresh = summarised(text);
            Summary same = alike.putIfAbsent(fresh, fresh);
            known = same == null ? fresh : same;
            remembered.put(text, known);
        }
        return known;
    }

    private Summary summarised(String text) {
        Tagging tagging = tagger.tag(text);
        long mask = 0;
        for (Match match : tagging.used()) {
            mask |= bits.getOrDefault(match.tag(), 0L);
        }
        return new Summary(text.isBlank(), mask, reader.read(tagging));
    }
}
