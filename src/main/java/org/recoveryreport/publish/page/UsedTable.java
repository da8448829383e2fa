package org.recoveryreport.publish.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.AsOf;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.ReportTables;

/**
 * Recovery by the treatments ever used, for one population.
 *
 * @param population in lower case
 * @param id of the table on the page
 * @param level of the intervals
 * @param rows in page order
 * @param rest the rows beyond those; null = none
 */
record UsedTable(
        String population,
        String id,
        String level,
        List<Row> rows,
        @Nullable Rest rest) {
    record Row(
            String colour,
            String combination,
            @Nullable String asOf,
            String episodes,
            String recovered,
            MedianText median,
            String quartiles,
            String by28,
            String by84) {}

    static UsedTable of(StudyResult result, Population population, Palette palette, Room room) {
        String name = population.name().toLowerCase(Locale.ROOT);
        List<CombinationFigures> all = Groups.inPageOrder(
                result.combinations().stream()
                        .filter(row -> row.population() == population)
                        .toList(),
                CombinationFigures::combination,
                CombinationFigures::episodes);
        List<CombinationFigures> shown = Groups.onPage(all, CombinationFigures::combination, room.rows());
        AsOf asOf = new AsOf(result);
        Function<CombinationFigures, Row> row = figures -> row(figures, asOf.day(figures), palette);
        return new UsedTable(
                name,
                "as-used-" + name,
                PageNumber.level(result.settings().confidence()),
                shown.stream().map(row).toList(),
                Rest.of(
                        Groups.beyondPage(all, CombinationFigures::combination, room.rows()),
                        row,
                        "used-rows",
                        ReportTables.RECOVERY_BY_COMBINATION.fileName(),
                        room));
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static Row row(CombinationFigures row, @Nullable LocalDate asOf, Palette palette) {
        return new Row(
                palette.colourOf(row.combination()),
                row.combination(),
                asOf == null ? null : asOf.toString(),
                PageNumber.count(row.episodes()),
                PageNumber.count(row.recovered()),
                MedianText.of(row),
                quartile(row.q1Days(), row) + " / " + quartile(row.q3Days(), row),
                recoveredBy(row, row.recoveredBy28(), 28),
                recoveredBy(row, row.recoveredBy84(), 84));
    }

    private static String quartile(@Nullable Double days, CombinationFigures row) {
        if (days == null) {
            return MedianText.isTold(row.recovered(), row.rmstDays() != null) ? "\u2013" : PageNumber.HIDDEN;
        }
        return PageNumber.days(days);
    }

    /** The share recovered by a day: hidden where there is none although they were followed so long. */
    static String recoveredBy(CombinationFigures row, @Nullable Double share, int day) {
        Integer followed = row.rmstHorizonDays();
        return share == null && (followed == null || followed >= day) ? PageNumber.HIDDEN : PageNumber.percent(share);
    }
}
