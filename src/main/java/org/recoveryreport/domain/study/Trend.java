package org.recoveryreport.domain.study;

import java.util.List;

/**
 * Recovery by month of onset.
 *
 * @param months ascending, without those of too few episodes
 */
public record Trend(List<MonthFigures> months) implements StudyFigures {
    public Trend {
        months = List.copyOf(months);
    }
}
