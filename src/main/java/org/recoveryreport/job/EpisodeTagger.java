package org.recoveryreport.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.episode.TreatmentEntry;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Tagger;
import org.recoveryreport.domain.tagging.Tagging;

/** Tags the treatments of episodes. Texts that come again are looked up; not thread-safe. */
public final class EpisodeTagger {
    /** Clinics repeat themselves: few texts make most entries. */
    private static final int REMEMBERED_TEXTS = 20_000;

    private final Tagger tagger;
    private final Map<Tag, Long> bits = new LinkedHashMap<>();
    private final Map<String, Summary> remembered = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Summary> eldest) {
            return size() > REMEMBERED_TEXTS;
        }
    };

    /** A tagger that has seen nothing yet. */
    public EpisodeTagger(TagCatalogue catalogue) {
        tagger = new Tagger(catalogue);
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
     */
    public record Tagged(Exposure exposure, int entries, int withoutStart, List<String> unrecognised) {}

    private record Summary(long mask, boolean unrecognised) {}

    /** Tags the entries of an episode. */
    public Tagged tag(Episode episode) {
        Exposure.Builder exposure = new Exposure.Builder();
        List<String> unrecognised = new ArrayList<>();
        int entries = 0;
        int withoutStart = 0;
        for (TreatmentEntry entry : episode.treatments()) {
            if (entry.text().isBlank()) {
                continue;
            }
            entries++;
            Summary summary = remembered.computeIfAbsent(entry.text(), this::summarise);
            if (summary.unrecognised()) {
                unrecognised.add(entry.text());
            } else if (summary.mask() != 0) {
                exposure.add(entry.countsFromDay(), summary.mask());
                withoutStart += entry.startDay() == null ? 1 : 0;
            }
        }
        return new Tagged(exposure.build(), entries, withoutStart, unrecognised);
    }

    private Summary summarise(String text) {
        Tagging tagging = tagger.tag(text);
        long mask = 0;
        for (Tag tag : tagging.tags()) {
            mask |= bits.getOrDefault(tag, 0L);
        }
        return new Summary(mask, tagging.unrecognised());
    }
}
