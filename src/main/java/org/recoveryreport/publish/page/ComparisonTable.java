package org.recoveryreport.publish.page;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.Analysis;
import org.recoveryreport.domain.study.AsOf;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.LandmarkFlow;
import org.recoveryreport.domain.study.OverallTest;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.TreatmentNames;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.ReportTables;
import org.recoveryreport.publish.plot.Interval;
import org.recoveryreport.publish.plot.IntervalScale;

/**
 * The comparison of combinations at one landmark.
 *
 * @param landmarkDays the landmark
 * @param id of the table on the page
 * @param flow who is compared and who is left out; null = not known, or all of it hidden
 * @param test of all groups together; null = none
 * @param horizonDays the horizon asked for
 * @param shortened within how many days the group is compared whose curve is the shortest; null = all reach the horizon
 * @param level of the intervals
 * @param stepsOf how many recoveries make a step of the curves that figures are made from; null = each
 * @param axis the scale of the rows' pictures
 * @param rows in page order
 * @param rest the rows beyond those; null = none
 */
record ComparisonTable(
        int landmarkDays,
        String id,
        @Nullable FlowCounts flow,
        @Nullable String test,
        int horizonDays,
        @Nullable String shortened,
        String level,
        @Nullable Integer stepsOf,
        String axis,
        List<Row> rows,
        @Nullable Rest rest) {
    /** So many of the largest groups decide the scale: with thousands, the smallest would squeeze all others. */
    private static final int ON_SCALE = 30;

    record FlowCounts(String compared, String recoveredBefore, String censoredBefore) {}

    /** Whether it is known that there is nobody to compare. */
    boolean ofNobody() {
        return flow != null && flow.compared().equals("0");
    }

    /**
     * A group.
     *
     * @param within how many days its mean and difference count, in words; null = up to the horizon asked for
     */
    record Row(
            String colour,
            String combination,
            @Nullable String asOf,
            boolean reference,
            String episodes,
            String recovered,
            MedianText median,
            String meanDays,
            @Nullable String within,
            String difference,
            String differenceInterval,
            String picture,
            String width,
            String by28,
            String by84,
            String pValue) {
        boolean hasDifference() {
            return !differenceInterval.isEmpty();
        }
    }

    /** Of the headline landmark, for everybody. */
    static ComparisonTable headline(StudyResult result, LandmarkGroups groups, Palette palette, Room room) {
        return of(
                result, groups, palette, "", "combination-rows", ReportTables.LANDMARK_BY_COMBINATION.fileName(), room);
    }

    /**
     * With tests, for researchers.
     *
     * @param idPrefix what its id begins with, for the page has several of one landmark
     */
    static ComparisonTable tested(
            StudyResult result, LandmarkGroups groups, Palette palette, String idPrefix, Room room) {
        return of(
                result,
                groups,
                palette,
                idPrefix,
                "comparison-rows",
                ReportTables.LANDMARK_BY_COMBINATION.fileName(),
                room);
    }

    /** With tests, of one stratum; there may be many, so the rows beyond its page are in the file only. */
    static ComparisonTable ofStratum(
            StudyResult stratum, LandmarkGroups groups, Palette palette, String idPrefix, Room room) {
        return of(
                stratum,
                groups,
                palette,
                idPrefix,
                null,
                ReportTables.LANDMARK_BY_COMBINATION.byStratum().fileName(),
                room);
    }

    private static ComparisonTable of(
            StudyResult result,
            LandmarkGroups groups,
            Palette palette,
            String idPrefix,
            @Nullable String rowTemplate,
            String restFile,
            Room room) {
        int landmarkDays = groups.landmarkDays();
        List<LandmarkFigures> all = groups.inPageOrder();
        List<LandmarkFigures> figures = Groups.onPage(all, LandmarkFigures::combination, room.rows());
        IntervalScale scale = IntervalScale.holding(figures.stream()
                .filter(figure -> !isOfOneKind(figure, groups.followed(figure)))
                .map(ComparisonTable::interval)
                .filter(Objects::nonNull)
                .limit(ON_SCALE)
                .toList());
        AsOf asOf = new AsOf(result);
        int horizonDays = result.settings().horizonDays();
        Function<LandmarkFigures, Row> row =
                figure -> row(figure, asOf.day(figure), groups.followed(figure), horizonDays, scale, palette);
        return new ComparisonTable(
                landmarkDays,
                idPrefix + "landmark-" + landmarkDays,
                flow(result, landmarkDays),
                test(result, landmarkDays),
                horizonDays,
                shortened(all, horizonDays),
                PageNumber.level(result.settings().confidence()),
                result.settings().minCellCount() <= 1
                        ? null
                        : (Integer) result.settings().minCellCount(),
                scale.axis(),
                figures.stream().map(row).toList(),
                Rest.of(
                        Groups.beyondPage(all, LandmarkFigures::combination, room.rows()),
                        row,
                        rowTemplate,
                        restFile,
                        room));
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    /** Whether there are shares of which only two are known that they lie between. */
    boolean hasSharesBetween() {
        return rows.stream()
                .anyMatch(row -> row.by28().contains(" to ") || row.by84().contains(" to "));
    }

    private static @Nullable FlowCounts flow(StudyResult result, int landmarkDays) {
        return result.landmarkFlows().stream()
                .filter(flow -> flow.landmarkDays() == landmarkDays)
                // a sentence without a number says nothing
                .filter(flow ->
                        flow.compared() != null || flow.recoveredBefore() != null || flow.censoredBefore() != null)
                .findFirst()
                .map(ComparisonTable::flowCounts)
                .orElse(null);
    }

    private static FlowCounts flowCounts(LandmarkFlow flow) {
        return new FlowCounts(
                PageNumber.inSentence(flow.compared()),
                PageNumber.inSentence(flow.recoveredBefore()),
                PageNumber.inSentence(flow.censoredBefore()));
    }

    private static @Nullable String test(StudyResult result, int landmarkDays) {
        return result.tests().stream()
                .filter(test -> test.analysis() == Analysis.LANDMARK && test.landmarkDays() == landmarkDays)
                .filter(test -> test.pValue() != null)
                .findFirst()
                .map(OverallTest::pValue)
                .map(PageNumber::pValue)
                .orElse(null);
    }

    private static @Nullable String shortened(List<LandmarkFigures> figures, int horizonDays) {
        return figures.stream()
                .map(LandmarkFigures::rmstHorizonDays)
                .filter(Objects::nonNull)
                .filter(days -> days < horizonDays)
                .min(Integer::compare)
                .map(days -> PageNumber.counted((long) days, "day"))
                .orElse(null);
    }

    private static Row row(
            LandmarkFigures row,
            @Nullable LocalDate asOf,
            FollowedGroup group,
            int horizonDays,
            IntervalScale scale,
            Palette palette) {
        String colour = palette.colourOf(row.combination());
        boolean reference = row.combination().equals(TreatmentNames.NONE);
        Double difference = reference ? null : row.rmstDifference();
        Interval interval = reference || isOfOneKind(row, group) ? null : interval(row);
        Double rmst = row.rmstDays();
        String within = within(row.rmstHorizonDays(), horizonDays);
        return new Row(
                colour,
                row.combination(),
                asOf == null ? null : asOf.toString(),
                reference,
                PageNumber.count(row.episodes()),
                PageNumber.count(row.recovered()),
                MedianText.of(row),
                rmst == null ? "\u2013" : PageNumber.tenths(rmst),
                within,
                differenceText(difference, reference),
                interval == null
                        ? ""
                        : PageNumber.difference(interval.lower()) + " to " + PageNumber.difference(interval.upper()),
                interval == null ? "" : scale.svg(interval, colour),
                interval == null || within != null ? "\u2013" : PageNumber.tenths(interval.upper() - interval.lower()),
                group.recoveredByText(28),
                group.recoveredByText(84),
                PageNumber.pValue(row.logrankPHolm()));
    }

    /** Such as "within 22 days", where days ill are counted to an earlier horizon than asked for; else null. */
    static @Nullable String within(@Nullable Integer days, int horizonDays) {
        return days == null || days >= horizonDays ? null : "within " + PageNumber.counted((long) days, "day");
    }

    private static String differenceText(@Nullable Double difference, boolean reference) {
        if (difference == null) {
            return reference ? "" : "\u2013";
        }
        return PageNumber.difference(difference);
    }

    /** All ended alike, as where there is but one: how they vary is not known, and their interval no evidence. */
    private static boolean isOfOneKind(LandmarkFigures row, FollowedGroup group) {
        Double error = row.rmstSe();
        return group.minCellCount() <= 1 && error != null && error == 0;
    }

    private static @Nullable Interval interval(LandmarkFigures row) {
        return Interval.of(row.rmstDifference(), row.rmstDifferenceLower(), row.rmstDifferenceUpper());
    }
}
