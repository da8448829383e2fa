package org.recoveryreport.domain.study;

import java.util.List;

/**
 * Whether the comparison depends on choices.
 *
 * @param figures by grouping, landmark and combination
 * @param counts what they were made from, where that may be shown
 */
public record Sensitivity(List<SensitivityFigures> figures, List<DayCount> counts) implements StudyFigures {
    public Sensitivity {
        figures = List.copyOf(figures);
        counts = List.copyOf(counts);
    }
}
