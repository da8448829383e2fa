package org.recoveryreport.domain.tagging;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How much, how often and how long, as far as a text says so; null = not said. Where a text says it more than once, the
 * first counts.
 *
 * @param doseMg a single dose in milligrams
 * @param everyHours hours from dose to dose
 * @param timesADay how often a day
 * @param minutesASession how long a session lasts
 * @param sessionsAWeek how often a week
 * @param days for how many days
 */
public record EntryDetails(
        @Nullable Range doseMg,
        @Nullable Range everyHours,
        @Nullable Range timesADay,
        @Nullable Range minutesASession,
        @Nullable Range sessionsAWeek,
        @Nullable Range days)
        implements Serializable {
    /** Nothing said. */
    public static final EntryDetails NONE = new EntryDetails(null, null, null, null, null, null);

    /**
     * From least to most; the same twice for a single number.
     *
     * @param least positive
     * @param most not below {@code least}
     */
    public record Range(double least, double most) implements Serializable {
        public Range {
            if (!(least > 0 && least <= most)) {
                throw new IllegalArgumentException(
                        "a range goes from above 0 upwards, not from " + least + " to " + most);
            }
        }

        Range times(double factor) {
            return new Range(least * factor, most * factor);
        }
    }
}
