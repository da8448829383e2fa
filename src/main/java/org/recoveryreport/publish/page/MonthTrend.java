package org.recoveryreport.publish.page;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.AsOf;
import org.recoveryreport.domain.study.MonthFigures;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.plot.TrendPlot;

/**
 * Recovery by month of onset, as a picture and a table.
 *
 * @param level of the intervals
 * @param svg the medians; empty without months
 * @param rows ascending
 * @param immature whether there is a month whose figures will still change
 */
record MonthTrend(String level, String svg, List<Row> rows, boolean immature) {
    record Row(
            String month,
            String episodes,
            String recovered,
            MedianText median,
            String by28,
            boolean mature,
            @Nullable String asOf) {}

    static MonthTrend of(StudyResult result) {
        List<MonthFigures> months = result.supplement().months();
        AsOf asOf = new AsOf(result);
        return new MonthTrend(
                PageNumber.level(result.settings().confidence()),
                months.isEmpty() ? "" : plot(months, result.settings()).svg(),
                months.stream()
                        .map(month -> row(month, asOf.day(month), result.settings()))
                        .toList(),
                months.stream().anyMatch(month -> !month.mature()));
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static Row row(MonthFigures month, @Nullable LocalDate asOf, StudySettings settings) {
        return new Row(
                month.month(),
                PageNumber.count(month.episodes()),
                PageNumber.count(month.recovered()),
                MedianText.of(month.medianDays(), month.medianLower(), month.medianUpper(), month.recovered() != null),
                ShareText.of(month.recoveredBy28(), month.episodes(), settings),
                month.mature(),
                asOf == null ? null : asOf.toString());
    }

    private static TrendPlot plot(List<MonthFigures> months, StudySettings settings) {
        YearMonth first = YearMonth.parse(months.get(0).month());
        String last = months.get(months.size() - 1).month();
        return new TrendPlot(
                "trend",
                "Median recovery time by month of onset",
                "From " + first + " to " + last + "; the figures stand in the table below.",
                months.stream()
                        .map(month -> new TrendPlot.Point(
                                (int) ChronoUnit.MONTHS.between(first, YearMonth.parse(month.month())),
                                month.month(),
                                month.month(),
                                month.medianDays(),
                                month.medianLower(),
                                month.medianUpper(),
                                month.mature(),
                                tip(month, settings)))
                        .toList());
    }

    private static List<String> tip(MonthFigures month, StudySettings settings) {
        return List.of(
                month.month(),
                PageNumber.counted(month.episodes(), "episode"),
                row(month, null, settings).median().inDays());
    }
}
