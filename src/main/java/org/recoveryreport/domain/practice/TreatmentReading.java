package org.recoveryreport.domain.practice;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.recoveryreport.domain.tagging.Tag;

/**
 * What the practice checks need to know of a text. The same text always gives the same reading, so it can be kept.
 *
 * @param mentions treatments used, in the order of the text
 * @param contraindicated treatments that must not be used
 * @param planned treatments planned or referred for
 * @param unrecognised the text says something of which nothing is known: it might be any treatment
 * @param concerned the {@linkplain PracticeCheck#bit() bits} of the checks that its treatments make concern an episode
 */
public record TreatmentReading(
        List<Mention> mentions, Set<Tag> contraindicated, Set<Tag> planned, boolean unrecognised, int concerned)
        implements Serializable {
    public TreatmentReading {
        mentions = List.copyOf(mentions);
        contraindicated = Set.copyOf(contraindicated);
        planned = Set.copyOf(planned);
    }

    /** Finds out what it concerns. */
    static TreatmentReading of(
            List<Mention> mentions, Set<Tag> contraindicated, Set<Tag> planned, boolean unrecognised) {
        int bits = 0;
        for (Mention mention : mentions) {
            bits |= mention.concerned();
        }
        return new TreatmentReading(mentions, contraindicated, planned, unrecognised, bits);
    }

    /** Whether one of its treatments makes a check concern an episode. */
    boolean concerns(PracticeCheck check) {
        return (concerned & check.bit()) != 0;
    }
}
