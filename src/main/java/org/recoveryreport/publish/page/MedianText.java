package org.recoveryreport.publish.page;

import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.publish.PageNumber;

/**
 * A median with its interval, in words where there is no number.
 *
 * @param estimate the median, or why there is none
 * @param interval empty when nothing is known of it
 */
record MedianText(String estimate, String interval) {
    boolean hasInterval() {
        return !interval.isEmpty();
    }

    /** In a sentence by itself, such as "median 13 days (12 to 14)". */
    String inDays() {
        String days = estimate.equals("1") ? " day" : Character.isDigit(estimate.charAt(0)) ? " days" : "";
        return "median " + estimate + days + (hasInterval() ? " (" + interval + ")" : "");
    }

    static MedianText of(CombinationFigures row) {
        return of(
                row.medianDays(),
                row.medianLower(),
                row.medianUpper(),
                isTold(row.recovered(), row.rmstDays() != null));
    }

    static MedianText of(LandmarkFigures row) {
        return of(
                row.medianDays(),
                row.medianLower(),
                row.medianUpper(),
                isTold(row.recovered(), row.rmstDays() != null));
    }

    /**
     * Whether a quantile of a group would be shown had it been reached. Where it is hidden how many recovered, the last of
     * them may be left out of the curve; where a curve would say too much, there is none to read off.
     *
     * @param recovered null = hidden
     * @param hasCurve whether there are figures of its curve
     */
    static boolean isTold(@Nullable Long recovered, boolean hasCurve) {
        return recovered != null && (recovered == 0 || hasCurve);
    }

    /**
     * The words for a median.
     *
     * @param told whether it would be shown had it been reached
     */
    static MedianText of(@Nullable Double median, @Nullable Double lower, @Nullable Double upper, boolean told) {
        String interval = PageNumber.interval(lower, upper);
        if (median != null) {
            return new MedianText(PageNumber.days(median), interval);
        }
        return new MedianText(told ? "not reached" : PageNumber.HIDDEN, interval);
    }
}
