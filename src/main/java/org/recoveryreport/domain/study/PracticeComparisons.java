package org.recoveryreport.domain.study;

import java.util.List;

/**
 * Care that kept to the practice checks beside care that did not, at one landmark.
 *
 * @param rows by check
 * @param counts what they were made from, where that may be shown
 */
public record PracticeComparisons(List<PracticeComparison> rows, List<DayCount> counts) implements StudyFigures {
    public PracticeComparisons {
        rows = List.copyOf(rows);
        counts = List.copyOf(counts);
    }
}
