package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CourseRules;
import org.recoveryreport.domain.disclosure.CurveBlocks;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The settings that figures depend on.
 *
 * @param courseRules limits between acute and chronic
 * @param combineBy what a combination is made of
 * @param landmarkDays the landmark of the headline comparison, in days from onset, at least 1
 * @param horizonDays restricted means count days up to this horizon, at least 1
 * @param confidence confidence level of every interval, in (0, 1)
 * @param confidenceType scale of the intervals of survival probabilities and quantiles
 * @param minCellCount smallest count that may be shown, besides zero; 0 = every count may
 * @param stratifyBy what the study is stratified by; null = nothing
 */
public record StudySettings(
        CourseRules courseRules,
        CombineBy combineBy,
        int landmarkDays,
        int horizonDays,
        double confidence,
        ConfidenceType confidenceType,
        int minCellCount,
        @Nullable StratifyBy stratifyBy)
        implements Serializable {
    /** What a combination is made of. */
    public enum CombineBy {
        /** Single treatments. */
        TAG,
        /** Groups of like treatments. */
        FAMILY
    }

    public StudySettings {
        if (landmarkDays < 1) {
            throw new IllegalArgumentException("landmarkDays is at least 1, not " + landmarkDays);
        }
        if (horizonDays < 1) {
            throw new IllegalArgumentException("horizonDays is at least 1, not " + horizonDays);
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence lies between 0 and 1, not at " + confidence);
        }
        if (minCellCount < 0) {
            throw new IllegalArgumentException("minCellCount is at least 0, not " + minCellCount);
        }
    }

    /** Settings without strata. */
    public StudySettings(
            CourseRules courseRules,
            CombineBy combineBy,
            int landmarkDays,
            int horizonDays,
            double confidence,
            ConfidenceType confidenceType,
            int minCellCount) {
        this(courseRules, combineBy, landmarkDays, horizonDays, confidence, confidenceType, minCellCount, null);
    }

    /** Whether small counts need no protection. */
    public boolean everyCountMayBeShown() {
        return !SmallCells.areProtected(minCellCount);
    }

    /**
     * A group's curve as far as it may be shown: no step says what tables of landmarks say of all groups together.
     *
     * @param counts days from the landmark
     * @param landmarkDays 0 = as used
     */
    CurveBlocks curveBlocks(SurvivalCounts counts, int landmarkDays) {
        Set<Integer> noSteps = new HashSet<>();
        for (int landmark : landmarks()) {
            noSteps.add(landmark - landmarkDays);
        }
        return CurveBlocks.of(counts, firstDay(landmarkDays), minCellCount, noSteps);
    }

    /** Who recovers on the day of a landmark is not compared there. */
    static int firstDay(int landmarkDays) {
        return landmarkDays == 0 ? 0 : 1;
    }

    /** The landmarks every report shows, with the chosen one among them, ascending. */
    public List<Integer> landmarks() {
        SortedSet<Integer> landmarks = new TreeSet<>(List.of(7, 14, 28));
        landmarks.add(landmarkDays);
        return List.copyOf(landmarks);
    }
}
