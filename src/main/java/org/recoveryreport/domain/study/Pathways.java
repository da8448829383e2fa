package org.recoveryreport.domain.study;

import java.util.List;

/**
 * The orders in which treatments began.
 *
 * @param rows by combination, of each the most frequent order first and what is not told apart last; every episode is in one
 */
public record Pathways(List<Pathway> rows) implements StudyFigures {
    public Pathways {
        rows = List.copyOf(rows);
    }
}
