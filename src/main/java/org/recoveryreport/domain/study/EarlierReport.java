package org.recoveryreport.domain.study;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.recoveryreport.domain.disclosure.Cell;

/**
 * The report that was published before, as its readers have it.
 *
 * @param result what it says; of the same settings
 * @param date day on which its run began, UTC
 */
public record EarlierReport(StudyResult result, LocalDate date) {
    /** Every count that its readers know: those of its night, and those of earlier nights that it tells. */
    Map<Cell, EarlierCount> counts() {
        Map<Cell, EarlierCount> counts = new LinkedHashMap<>();
        PublishedCounts.of(result).forEach((cell, count) -> counts.put(cell, new EarlierCount(cell, count, date)));
        LogCounts.published(result).forEach((cell, count) -> counts.put(cell, new EarlierCount(cell, count, date)));
        result.earlier().forEach(earlier -> counts.put(earlier.cell(), earlier));
        return counts;
    }
}
