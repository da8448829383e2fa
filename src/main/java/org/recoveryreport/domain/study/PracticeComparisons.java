package org.recoveryreport.domain.study;

import java.util.List;

/**
 * Care that kept to the practice checks beside care that did not, at one landmark.
 *
 * @param rows by check
 */
public record PracticeComparisons(List<PracticeComparison> rows) implements StudyFigures {
    public PracticeComparisons {
        rows = List.copyOf(rows);
    }
}
