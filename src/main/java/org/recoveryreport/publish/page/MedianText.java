package org.recoveryreport.publish.page;

import org.jspecify.annotations.Nullable;
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
        String days = Character.isDigit(estimate.charAt(0)) ? " days" : "";
        return "median " + estimate + days + (hasInterval() ? " (" + interval + ")" : "");
    }

    /**
     * The words for a median.
     *
     * @param recovered of whom; null = hidden, and then a missing median may be hidden too
     */
    static MedianText of(
            @Nullable Double median, @Nullable Double lower, @Nullable Double upper, @Nullable Long recovered) {
        String interval = PageNumber.interval(lower, upper);
        if (median != null) {
            return new MedianText(PageNumber.days(median), interval);
        }
        return new MedianText(recovered == null ? PageNumber.HIDDEN : "not reached", interval);
    }
}
