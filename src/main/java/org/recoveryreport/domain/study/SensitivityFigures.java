package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.StudySettings.CombineBy;

/**
 * How a combination's difference from {@code none} comes out under one choice of landmark and grouping, and under every scale
 * of intervals.
 *
 * @param combineBy what combinations are made of
 * @param landmarkDays the landmark, in days from onset
 * @param combination the combination's label
 * @param medianDays Kaplan-Meier median, days from the landmark; null = not reached
 * @param noneMedianDays that of {@code none}
 * @param horizonDays days after the landmark up to which days ill are counted
 * @param difference mean days ill less that of {@code none}; negative = fewer. Does not depend on the scale of intervals
 * @param lower lower end of its confidence interval
 * @param upper upper end of its confidence interval
 * @param medians the intervals of the medians on every scale
 * @param changesSign whether the same combination comes out with fewer days at one landmark and with more at another
 * @param changesByGrouping whether, at the same landmark, a combination by the other grouping that shares episodes with it
 *     comes out with more days where this one has fewer, or the other way round; null = no such combination can be compared
 */
public record SensitivityFigures(
        CombineBy combineBy,
        int landmarkDays,
        String combination,
        @Nullable Double medianDays,
        @Nullable Double noneMedianDays,
        int horizonDays,
        double difference,
        double lower,
        double upper,
        List<MedianIntervals> medians,
        boolean changesSign,
        @Nullable Boolean changesByGrouping)
        implements Serializable {
    public SensitivityFigures {
        medians = List.copyOf(medians);
    }

    /** Whether the medians' intervals are apart on one scale and not on another. */
    public boolean changesByScale() {
        List<@Nullable Boolean> apart =
                medians.stream().map(MedianIntervals::apart).toList();
        return apart.contains(true) && apart.contains(false);
    }

    SensitivityFigures withChanges(boolean byLandmark, @Nullable Boolean byGrouping) {
        return new SensitivityFigures(
                combineBy,
                landmarkDays,
                combination,
                medianDays,
                noneMedianDays,
                horizonDays,
                difference,
                lower,
                upper,
                medians,
                byLandmark,
                byGrouping);
    }
}
