package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.survival.ConfidenceType;
import org.recoveryreport.domain.survival.Quantile;

/**
 * The interval of a combination's median beside that of {@code none}, on one scale. An end that is null is not reached, and so
 * lies beyond every day; a lower end that is null is undefined.
 *
 * @param type the scale of the intervals
 * @param lower lower end, days from the landmark
 * @param upper upper end
 * @param noneLower lower end for {@code none}
 * @param noneUpper upper end for {@code none}
 * @param apart whether no day lies in both intervals; null = an end that would tell is undefined. Intervals that overlap do
 *     not show that medians are alike
 */
public record MedianIntervals(
        ConfidenceType type,
        @Nullable Double lower,
        @Nullable Double upper,
        @Nullable Double noneLower,
        @Nullable Double noneUpper,
        @Nullable Boolean apart)
        implements Serializable {
    /**
     * The intervals on one scale.
     *
     * @param median of the combination, with its interval on that scale
     * @param ofNone that of {@code none}, likewise
     */
    static MedianIntervals of(ConfidenceType type, Quantile median, Quantile ofNone) {
        return new MedianIntervals(
                type, median.lower(), median.upper(), ofNone.lower(), ofNone.upper(), apart(median, ofNone));
    }

    private static @Nullable Boolean apart(Quantile one, Quantile other) {
        Double lower = one.lower();
        Double otherLower = other.lower();
        if (lower == null || otherLower == null) {
            return null;
        }
        return endsBefore(one.upper(), otherLower) || endsBefore(other.upper(), lower);
    }

    private static boolean endsBefore(@Nullable Double upper, double lower) {
        return upper != null && upper < lower;
    }
}
