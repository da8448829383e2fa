package org.recoveryreport.domain.study;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recoveryreport.domain.disclosure.Cell;

/** The report that was published before, as its readers have it. */
public final class EarlierReport {
    private final StudyResult result;
    private final Map<Cell, EarlierCount> counts = new LinkedHashMap<>();

    /**
     * A report.
     *
     * @param result what it says; of the same settings
     * @param date day on which its run began, UTC
     */
    public EarlierReport(StudyResult result, LocalDate date) {
        this.result = result;
        PublishedCounts.forEach(result, (cell, count) -> counts.put(cell, new EarlierCount(cell, count, date)));
        LogTables.published(result).forEach((cell, count) -> counts.put(cell, new EarlierCount(cell, count, date)));
        result.earlier().forEach(earlier -> counts.put(earlier.cell(), earlier));
    }

    /** What it says. */
    StudyResult result() {
        return result;
    }

    /** Every count that its readers know: those of its night, and those of earlier nights that it tells. */
    Map<Cell, EarlierCount> counts() {
        return Collections.unmodifiableMap(counts);
    }
}
