package org.recoveryreport.staging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.episode.FollowUp;
import org.recoveryreport.domain.episode.Onset;
import org.recoveryreport.domain.practice.PracticeVerdicts;
import org.recoveryreport.domain.study.Exposure;

/**
 * A case as it comes back from a {@link CaseBlock}.
 *
 * @param item its number in its partition
 * @param withoutHistory its class as long as nothing is known of the patient's other episodes
 * @param practiceAtLandmark by position of the landmark; null where the episode does not go on after it
 */
record KeptCase(
        int item,
        String episodeId,
        Onset onset,
        FollowUp followUp,
        CaseClass withoutHistory,
        String stratum,
        Exposure exposure,
        PracticeVerdicts practice,
        List<@Nullable PracticeVerdicts> practiceAtLandmark,
        int entries,
        int withoutStart,
        int afterEnd,
        int unrecognised,
        long fingerprint,
        Origin origin) {}
