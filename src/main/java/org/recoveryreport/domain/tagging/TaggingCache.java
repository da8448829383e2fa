package org.recoveryreport.domain.tagging;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tags each distinct text once, as long as there is room: logs repeat their texts. Not thread-safe; one for each thread.
 * Texts longer than {@value #LONGEST_KEPT} characters are not kept.
 */
public final class TaggingCache {
    private static final int LONGEST_KEPT = 1_000;

    private final Tagger tagger;
    private final Map<String, Tagging> recent;

    /**
     * An empty cache.
     *
     * @param capacity how many taggings are kept, at least 1; the one not asked for longest goes first
     */
    public TaggingCache(Tagger tagger, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a cache keeps at least 1 tagging, not " + capacity);
        }
        this.tagger = tagger;
        this.recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Tagging> eldest) {
                return size() > capacity;
            }
        };
    }

    /** The same as {@link Tagger#tag}. */
    public Tagging tag(String text) {
        if (text.length() > LONGEST_KEPT) {
            return tagger.tag(text);
        }
        Tagging known = recent.get(text);
        if (known == null) {
            known = tagger.tag(text);
            recent.put(text, known);
        }
        return known;
    }
}
