package org.recoveryreport.domain.study;

import org.recoveryreport.domain.disclosure.Cell;

/** Names the counts of a study by where they are published. */
final class StudyCells {
    static final String EPISODES = "episodes";
    static final String RECOVERED = "recovered";
    static final String CENSORED = "censored";

    private StudyCells() {}

    /** Of a combination as used, or of {@link TreatmentNames#ALL}. */
    static Cell asUsed(Population population, String combination, String column) {
        return new Cell("recovery-by-combination", population + ", " + combination, column);
    }

    /** Of a combination at a landmark, or of {@link TreatmentNames#ALL}, which are those compared. */
    static Cell atLandmark(int landmarkDays, String combination, String column) {
        return new Cell("landmark-by-combination", "day " + landmarkDays + ", " + combination, column);
    }

    /** Of those who recovered or were last seen on or before a landmark. */
    static Cell before(int landmarkDays, String column) {
        return new Cell("landmark-flows", "day " + landmarkDays, column + "_before");
    }

    /** Of a month of onset. */
    static Cell month(String month, String column) {
        return new Cell("recovery-by-month", month, column);
    }

    /** Of a practice check. */
    static Cell practice(String check, Population population, String column) {
        return new Cell("practice-checks", population + ", " + check, column);
    }

    /** Of those who ever had a treatment, or never. */
    static Cell treatment(Population population, String tag, String column) {
        return new Cell("recovery-by-treatment", (population == Population.ALL ? "" : population + ", ") + tag, column);
    }

    /** The same count of a stratum; without a name of the whole study. */
    static Cell in(String stratum, Cell cell) {
        return stratum.isEmpty() ? cell : new Cell(cell.table(), stratum + ": " + cell.row(), cell.column());
    }
}
