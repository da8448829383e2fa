package org.recoveryreport.publish;

import java.util.List;
import org.recoveryreport.domain.study.MedianIntervals;
import org.recoveryreport.domain.study.SensitivityFigures;

/**
 * A combination under one choice of grouping, landmark and scale of intervals.
 *
 * @param figures those that do not depend on the scale
 * @param medians those that do
 */
public record SensitivityRow(SensitivityFigures figures, MedianIntervals medians) {
    static List<SensitivityRow> of(List<SensitivityFigures> all) {
        return all.stream()
                .flatMap(figures -> figures.medians().stream().map(medians -> new SensitivityRow(figures, medians)))
                .toList();
    }
}
