package org.recoveryreport.domain.study;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;

/** The day that a row was counted on, where that is not the day of the report; null = it is. */
public final class AsOf {
    private final Map<Cell, LocalDate> days = new HashMap<>();

    public AsOf(StudyResult result) {
        result.earlier().forEach(count -> days.put(count.cell(), count.asOf()));
    }

    /** Of a combination as used. */
    public @Nullable LocalDate day(CombinationFigures row) {
        return day(() -> PublishedCounts.cells(row));
    }

    /** Of a combination at a landmark. */
    public @Nullable LocalDate day(LandmarkFigures row) {
        return day(() -> PublishedCounts.cells(row));
    }

    /** Of a treatment. */
    public @Nullable LocalDate day(TreatmentFigures row) {
        return day(() -> PublishedCounts.cells(row));
    }

    /** Of a practice check. */
    public @Nullable LocalDate day(PracticeFigures row) {
        return day(() -> PublishedCounts.cells(row));
    }

    /** Of a practice check at a landmark. */
    public @Nullable LocalDate day(PracticeComparison row) {
        return day(() -> PublishedCounts.cells(row));
    }

    /** Of a month. */
    public @Nullable LocalDate day(MonthFigures row) {
        return day(() -> PublishedCounts.cells(row));
    }

    private @Nullable LocalDate day(Supplier<List<Cell>> cells) {
        return days.isEmpty() ? null : days.get(cells.get().get(0));
    }
}
