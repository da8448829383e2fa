package org.recoveryreport.staging;

import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.episode.Episode;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;

/**
 * An accepted episode on its way into the staging database.
 *
 * @param episode the episode
 * @param withoutHistory its class as long as nothing is known of the patient's other episodes
 * @param stratum what tests compare it within; empty where there are no strata, or its own is not given
 * @param exposure its treatments
 * @param entries entries with a text
 * @param withoutStart those of them whose start is not known
 * @param unrecognised texts in which nothing was recognised
 * @param practice how it keeps to the practice checks
 * @param practiceAtLandmark what of that is known, by position of the landmark; null where it does not go on after it
 * @param fingerprint digest of the episode's content
 * @param origin where its rows stand
 */
public record StagedCase(
        Episode episode,
        CaseClass withoutHistory,
        String stratum,
        Exposure exposure,
        int entries,
        int withoutStart,
        List<String> unrecognised,
        PracticeVerdicts practice,
        List<@Nullable PracticeVerdicts> practiceAtLandmark,
        long fingerprint,
        Origin origin)
        implements StagedItem {
    public StagedCase {
        unrecognised = List.copyOf(unrecognised);
        practiceAtLandmark = Collections.unmodifiableList(practiceAtLandmark);
    }

    @Override
    public int rows() {
        return origin.rows();
    }

    @Override
    public String episodeId() {
        return episode.key().value();
    }
}
