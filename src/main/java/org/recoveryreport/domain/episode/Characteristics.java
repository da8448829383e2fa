package org.recoveryreport.domain.episode;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else a log may say of an episode: strata and safety facts.
 *
 * @param ageBand as written, for example {@code 40-49}; null = not given
 * @param sex as written; null = not given
 * @param severity pain at onset, 0 (none) to 10 (worst); null = not given
 * @param site as written; null = not given
 * @param redFlags warning signs as written; empty = none given
 */
public record Characteristics(
        @Nullable String ageBand,
        @Nullable String sex,
        @Nullable Integer severity,
        @Nullable String site,
        List<String> redFlags)
        implements Serializable {
    /** Nothing but the required columns. */
    public static final Characteristics NOT_GIVEN = new Characteristics(null, null, null, null, List.of());

    public Characteristics {
        if (severity != null && (severity < 0 || severity > 10)) {
            throw new IllegalArgumentException("severity goes from 0 to 10, not " + severity);
        }
        redFlags = List.copyOf(redFlags);
    }
}
