package org.recoveryreport.domain.tagging;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The treatments that texts are mapped to, and the language they are found by. Immutable. */
public final class TagCatalogue implements Serializable {
    /** Sets of tags are kept as bits of a {@code long}. */
    public static final int MOST_TREATMENTS = 62;

    private final SortedMap<Tag, Treatment> treatments = new TreeMap<>();
    private final List<Phrase> phrases;
    private final List<Cue> cues;

    /**
     * @throws IllegalArgumentException if a tag is defined twice or not at all, a phrase or cue stands twice, or there are
     *     more than {@value #MOST_TREATMENTS} treatments
     */
    public TagCatalogue(Collection<Treatment> treatments, Collection<Phrase> phrases, Collection<Cue> cues) {
        if (treatments.size() > MOST_TREATMENTS) {
            throw new IllegalArgumentException(
                    "a catalogue has at most " + MOST_TREATMENTS + " treatments, not " + treatments.size());
        }
        for (Treatment treatment : treatments) {
            if (this.treatments.put(treatment.tag(), treatment) != null) {
                throw new IllegalArgumentException("the treatment '" + treatment.tag() + "' is defined twice");
            }
        }
        this.phrases = List.copyOf(phrases);
        this.cues = List.copyOf(cues);
        checkPhrases();
        checkCues();
    }

    private void checkPhrases() {
        Map<String, Phrase> seen = new HashMap<>();
        for (Phrase phrase : phrases) {
            List<Tag> named = new ArrayList<>(phrase.tags());
            if (phrase.beside() != null) {
                named.add(phrase.beside());
            }
            for (Tag tag : named) {
                treatment(tag);
            }
            if (seen.put(FoldedText.key(phrase.text()), phrase) != null) {
                throw new IllegalArgumentException("the phrase '" + phrase.text() + "' stands twice");
            }
        }
    }

    private void checkCues() {
        Map<String, Cue> seen = new HashMap<>();
        for (Cue cue : cues) {
            if (seen.put(cue.key(), cue) != null) {
                throw new IllegalArgumentException("the cue '" + cue.text() + "' stands twice");
            }
        }
    }

    /** All treatments, sorted by tag. */
    public List<Treatment> treatments() {
        return List.copyOf(treatments.values());
    }

    /**
     * The treatment of a tag.
     *
     * @throws IllegalArgumentException if the catalogue has no such tag
     */
    public Treatment treatment(Tag tag) {
        Treatment treatment = treatments.get(tag);
        if (treatment == null) {
            throw new IllegalArgumentException("the catalogue has no treatment '" + tag + "'");
        }
        return treatment;
    }

    /** The phrases, in the order given. */
    public List<Phrase> phrases() {
        return phrases;
    }

    /** The cues, in the order given. */
    public List<Cue> cues() {
        return cues;
    }
}
