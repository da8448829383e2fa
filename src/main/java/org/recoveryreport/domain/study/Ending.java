package org.recoveryreport.domain.study;

import java.util.NavigableMap;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** How an episode ends over time. */
enum Ending {
    RECOVERED(StudyCells.RECOVERED),
    /** It was last seen. */
    CENSORED(StudyCells.CENSORED);

    private final String column;

    Ending(String column) {
        this.column = column;
    }

    /** The name of a column of those that end so. */
    String column() {
        return column;
    }

    /** How many have ended so up to the days that a curve has steps on. */
    NavigableMap<Integer, Long> byDay(CurveCounts curve) {
        return switch (this) {
            case RECOVERED -> curve.recovered();
            case CENSORED -> curve.censored();
        };
    }

    /** How many have ended so up to a day. */
    long upTo(SurvivalCounts counts, int day) {
        long ended = 0;
        for (int i = 0; i < counts.size() && counts.day(i) <= day; i++) {
            ended += switch (this) {
                case RECOVERED -> counts.events(i);
                case CENSORED -> counts.censored(i);
            };
        }
        return ended;
    }
}
