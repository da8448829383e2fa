package org.recoveryreport.domain.study;

import java.util.List;

/**
 * Whether the comparison depends on choices.
 *
 * @param figures by grouping, landmark and combination
 */
public record Sensitivity(List<SensitivityFigures> figures) implements StudyFigures {
    public Sensitivity {
        figures = List.copyOf(figures);
    }
}
