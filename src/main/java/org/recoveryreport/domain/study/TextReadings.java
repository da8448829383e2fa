package org.recoveryreport.domain.study;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.recoveryreport.domain.practice.TreatmentReader;
import org.recoveryreport.domain.practice.TreatmentReading;
import org.recoveryreport.domain.tagging.Match;
import org.recoveryreport.domain.tagging.Tag;
import org.recoveryreport.domain.tagging.TagCatalogue;
import org.recoveryreport.domain.tagging.Tagger;
import org.recoveryreport.domain.tagging.Tagging;

/** What treatment texts say. A text that comes again is looked up, whichever thread read it first. Thread-safe. */
public final class TextReadings {
    /** Clinics repeat themselves, so few texts make most entries. Beyond this many, all are forgotten. */
    private static final int MOST = 200_000;

    private final Tagger tagger;
    private final TreatmentReader reader;
    private final Map<Tag, Long> bits = new HashMap<>();
    private final Map<String, TextReading> read = new ConcurrentHashMap<>();
    /** Texts that are misspelt, or put in other words, often say the same. */
    private final Map<TextReading, TextReading> alike = new ConcurrentHashMap<>();

    /** Has read nothing yet. */
    public TextReadings(TagCatalogue catalogue) {
        tagger = new Tagger(catalogue);
        reader = new TreatmentReader(tagger, catalogue);
        for (int i = 0; i < catalogue.treatments().size(); i++) {
            bits.put(catalogue.treatments().get(i).tag(), 1L << i);
        }
    }

    /**
     * What a text says.
     *
     * @param saysNothing whether it is blank
     * @param mask its treatments, as bits in the order of the catalogue
     * @param treatments the same for the practice checks
     */
    record TextReading(boolean saysNothing, long mask, TreatmentReading treatments) {}

    TextReading of(String text) {
        TextReading known = read.get(text);
        return known == null ? remembered(text, fresh(text)) : known;
    }

    private TextReading remembered(String text, TextReading fresh) {
        if (read.size() >= MOST) {
            read.clear();
            alike.clear();
        }
        TextReading same = alike.putIfAbsent(fresh, fresh);
        TextReading kept = same == null ? fresh : same;
        read.put(text, kept);
        return kept;
    }

    private TextReading fresh(String text) {
        Tagging tagging = tagger.tag(text);
        long mask = 0;
        for (Match match : tagging.used()) {
            mask |= bits.getOrDefault(match.tag(), 0L);
        }
        return new TextReading(text.isBlank(), mask, reader.read(tagging));
    }
}
