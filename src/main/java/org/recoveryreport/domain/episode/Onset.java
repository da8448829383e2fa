package org.recoveryreport.domain.episode;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * The day a spasm began.
 *
 * @param scale how the log counts its days
 * @param day days since 1970-01-01 ({@link TimeScale#CALENDAR}) or the study day; may be negative
 */
public record Onset(TimeScale scale, int day) implements Serializable {
    /** The calendar month; null where the log counts study days. */
    public @Nullable YearMonth month() {
        return switch (scale) {
            case CALENDAR -> YearMonth.from(LocalDate.ofEpochDay(day));
            case STUDY_DAY -> null;
        };
    }
}
