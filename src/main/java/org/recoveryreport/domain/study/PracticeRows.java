package org.recoveryreport.domain.study;

import java.util.List;

/**
 * The practice checks.
 *
 * @param rows by check, then population
 */
public record PracticeRows(List<PracticeFigures> rows) implements StudyFigures {
    /** No check at all. */
    public static final PracticeRows NONE = new PracticeRows(List.of());

    public PracticeRows {
        rows = List.copyOf(rows);
    }
}
