package org.recoveryreport.domain.episode;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One line of a log about what was done: free text or a code, and when.
 *
 * @param text as the clinic wrote it; may name several treatments, or none; blank where the episode had no treatment
 * @param startDay days from onset to the start, at least 0 (a treatment begun before onset counts from onset); null =
 *     unknown, and then it counts from onset
 * @param endDay days from onset to the end, not before {@code startDay}; null = unknown
 */
public record TreatmentEntry(
        String text, @Nullable Integer startDay, @Nullable Integer endDay) implements Serializable {
    public TreatmentEntry {
        if (startDay != null && startDay < 0) {
            throw new IllegalArgumentException("a treatment counts from onset at the earliest, not from " + startDay);
        }
        if (endDay != null && endDay < (startDay == null ? 0 : startDay)) {
            throw new IllegalArgumentException("a treatment that started on day " + startDay + " ended on " + endDay);
        }
    }

    /** The day from which the treatment counts, in days from onset. */
    public int countsFromDay() {
        return startDay == null ? 0 : startDay;
    }

    /** Leaves the text out: it may identify someone. */
    @Override
    public String toString() {
        return "TreatmentEntry[startDay=" + startDay + ", endDay=" + endDay + "]";
    }
}
