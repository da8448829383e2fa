package org.recoveryreport.domain.tagging;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a {@link Tagger} read in a text.
 *
 * @param text the original
 * @param used the treatments that count as used, in the order of the text; a tag may be earned several times
 * @param uncounted what was found and does not count, in the order of the text
 * @param details dose, frequency and length where the text has them
 * @param unrecognised the text says something, and nothing of it is known: neither a treatment (used or not) nor words that
 *     only look like one nor a statement that there was none. Such texts are listed, so that the catalogue can be
 *     extended.
 */
public record Tagging(
        String text, List<Match> used, List<Uncounted> uncounted, EntryDetails details, boolean unrecognised)
        implements Serializable {
    public Tagging {
        used = List.copyOf(used);
        uncounted = List.copyOf(uncounted);
    }

    /** The treatments used; empty where there was none. */
    public SortedSet<Tag> tags() {
        SortedSet<Tag> tags = new TreeSet<>();
        for (Match match : used) {
            tags.add(match.tag());
        }
        return Collections.unmodifiableSortedSet(tags);
    }

    /** Leaves the text out: it may identify someone. */
    @Override
    public String toString() {
        return "Tagging[tags=" + tags() + ", uncounted=" + uncounted.size() + "]";
    }
}
