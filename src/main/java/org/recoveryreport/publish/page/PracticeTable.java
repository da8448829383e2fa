package org.recoveryreport.publish.page;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.study.AsOf;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.PracticeComparison;
import org.recoveryreport.domain.study.PracticeFigures;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.PageNumber;

/**
 * How care compares with the guides, for all episodes and by case class.
 *
 * @param level of the intervals
 * @param landmarkDays the landmark of the comparison
 * @param horizonDays how many days after it are counted at most
 * @param svg the picture of all episodes; empty without checks
 * @param rows one for each check, all episodes
 * @param svgByClass the picture of the classes; empty without shares
 * @param byClass the rows of the classes
 * @param compared one for each check
 */
record PracticeTable(
        String level,
        int landmarkDays,
        int horizonDays,
        String svg,
        List<Row> rows,
        String svgByClass,
        List<CheckRows> byClass,
        List<ComparedRow> compared) {
    /**
     * A check in each class of cases.
     *
     * @param rows one for each class, at least one
     */
    record CheckRows(String keepsToIt, List<Row> rows) {
        int rowCount() {
            return rows.size();
        }

        Row first() {
            return rows.get(0);
        }

        List<Row> others() {
            return rows.subList(1, rows.size());
        }
    }

    /**
     * Recovery after the headline landmark where care had kept to a check, and where it had not.
     *
     * @param difference in mean days ill, kept less not kept
     * @param within how many days it counts, in words; null = up to the horizon asked for
     */
    record ComparedRow(
            String keepsToIt,
            @Nullable String asOf,
            String kept,
            MedianText keptMedian,
            String notKept,
            MedianText notKeptMedian,
            String notAssessable,
            String difference,
            String differenceInterval,
            @Nullable String within,
            String pValue) {}

    /**
     * A check.
     *
     * @param keepsToIt what keeps to it, in a sentence
     * @param guide which guide says so
     * @param caseClass whose episodes
     */
    record Row(
            String keepsToIt,
            String guide,
            String caseClass,
            @Nullable String asOf,
            String eligible,
            String kept,
            String notAssessable,
            String rate,
            String interval) {}

    static PracticeTable of(StudyResult result) {
        List<PracticeFigures> all = result.supplement().practice().rows();
        AsOf asOf = new AsOf(result);
        int horizonDays = result.settings().horizonDays();
        return new PracticeTable(
                PageNumber.level(result.settings().confidence()),
                result.settings().landmarkDays(),
                horizonDays,
                PracticePicture.ofAll(all),
                all.stream()
                        .filter(row -> row.population() == Population.ALL)
                        .map(row -> row(row, asOf.day(row)))
                        .toList(),
                PracticePicture.byClass(all),
                all.stream()
                        .filter(row -> row.population() != Population.ALL)
                        .map(row -> row(row, asOf.day(row)))
                        .collect(Collectors.groupingBy(Row::keepsToIt, LinkedHashMap::new, Collectors.toList()))
                        .entrySet()
                        .stream()
                        .map(check -> new CheckRows(check.getKey(), check.getValue()))
                        .toList(),
                result.supplement().practiceAtLandmark().stream()
                        .filter(row -> row.landmarkDays() == result.settings().landmarkDays())
                        .map(row -> comparedRow(row, horizonDays, asOf.day(row)))
                        .toList());
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    boolean hasCompared() {
        return !compared.isEmpty();
    }

    private static ComparedRow comparedRow(PracticeComparison row, int horizonDays, @Nullable LocalDate asOf) {
        Double difference = row.rmstDifference();
        Double lower = row.rmstDifferenceLower();
        Double upper = row.rmstDifferenceUpper();
        return new ComparedRow(
                PracticeCheck.ofId(row.check()).keepsToIt(),
                asOf == null ? null : asOf.toString(),
                PageNumber.count(row.kept()),
                median(
                        row.kept(),
                        MedianText.of(
                                row.keptMedianDays(),
                                row.keptMedianLower(),
                                row.keptMedianUpper(),
                                Boolean.TRUE.equals(row.keptMedianTold()))),
                PageNumber.count(row.notKept()),
                median(
                        row.notKept(),
                        MedianText.of(
                                row.notKeptMedianDays(),
                                row.notKeptMedianLower(),
                                row.notKeptMedianUpper(),
                                Boolean.TRUE.equals(row.notKeptMedianTold()))),
                PageNumber.count(row.notAssessable()),
                difference == null ? "\u2013" : PageNumber.difference(difference),
                lower == null || upper == null
                        ? ""
                        : PageNumber.difference(lower) + " to " + PageNumber.difference(upper),
                ComparisonTable.within(row.rmstHorizonDays(), horizonDays),
                PageNumber.pValue(row.logrankPHolm()));
    }

    /** Of nobody there is none. */
    private static MedianText median(@Nullable Long episodes, MedianText ofThese) {
        return episodes != null && episodes == 0 ? new MedianText("\u2013", "") : ofThese;
    }

    private static Row row(PracticeFigures figures, @Nullable LocalDate asOf) {
        PracticeCheck check = PracticeCheck.ofId(figures.check());
        Double lower = figures.rateLower();
        Double upper = figures.rateUpper();
        return new Row(
                check.keepsToIt(),
                check.source(),
                figures.population().name().toLowerCase(Locale.ROOT),
                asOf == null ? null : asOf.toString(),
                PageNumber.count(figures.eligible()),
                PageNumber.count(figures.kept()),
                PageNumber.count(figures.notAssessable()),
                figures.rate() == null && !PracticePicture.noneCanBeTold(figures)
                        ? PageNumber.HIDDEN
                        : PageNumber.percent(figures.rate()),
                lower == null || upper == null ? "" : PageNumber.percent(lower) + " to " + PageNumber.percent(upper));
    }
}
