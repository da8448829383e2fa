package org.recoveryreport.domain.episode;

import java.io.Serializable;

/**
 * Pseudonym of an episode. It may appear in {@code private/rejected.csv} and nowhere else: not in a log, a message or a
 * published file.
 *
 * @param value never blank
 */
public record EpisodeKey(String value) implements Serializable {
    public EpisodeKey {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an episode key cannot be blank");
        }
    }

    /** Says that there is a key, not which: an accidental log line must not identify anyone. */
    @Override
    public String toString() {
        return "EpisodeKey[…]";
    }
}
