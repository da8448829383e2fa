package org.recoveryreport.publish.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.AsOf;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.TreatmentFigures;
import org.recoveryreport.domain.study.TreatmentModel;
import org.recoveryreport.domain.survival.CoxModel;
import org.recoveryreport.domain.survival.ProportionalHazards;
import org.recoveryreport.publish.PageNumber;
import org.recoveryreport.publish.plot.Interval;
import org.recoveryreport.publish.plot.RatioScale;

/**
 * The model of all treatments together, as a table with a forest plot in it.
 *
 * @param level of the intervals
 * @param axis the scale of the rows' pictures
 * @param rows the treatments of most episodes first
 * @param proportionalHazards whether the ratios stay the same over time, in words; null = could not be tested
 * @param unreliable whether the computation did not reach its end
 * @param stratifiedBy within which strata treatments are compared; null = none
 */
record TreatmentTable(
        String level,
        String axis,
        List<Row> rows,
        @Nullable String proportionalHazards,
        boolean unreliable,
        @Nullable String stratifiedBy) {
    record Row(
            String tag,
            String with,
            String without,
            String medianWith,
            String medianWithout,
            String ratio,
            String interval,
            String picture,
            String pValue,
            @Nullable String leftOut,
            @Nullable String asOf) {}

    static TreatmentTable of(StudyResult result) {
        TreatmentModel model = result.supplement().treatmentModel();
        RatioScale scale = RatioScale.holding(model.treatments().stream()
                .map(TreatmentTable::interval)
                .filter(Objects::nonNull)
                .toList());
        StratifyBy stratifyBy = result.settings().stratifyBy();
        AsOf asOf = new AsOf(result);
        return new TreatmentTable(
                PageNumber.level(result.settings().confidence()),
                scale.axis(),
                model.treatments().stream()
                        .sorted(Comparator.comparingLong(TreatmentTable::size)
                                .reversed()
                                .thenComparing(TreatmentFigures::tag))
                        .map(row -> row(row, asOf.day(row), scale))
                        .toList(),
                proportionalHazards(model),
                !model.converged(),
                stratifyBy == null ? null : stratifyBy.column());
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static long size(TreatmentFigures row) {
        Long with = row.episodesWith();
        return with == null ? 0 : with;
    }

    private static Row row(TreatmentFigures row, @Nullable LocalDate asOf, RatioScale scale) {
        Interval interval = interval(row);
        return new Row(
                row.tag(),
                PageNumber.count(row.episodesWith()),
                PageNumber.count(row.episodesWithout()),
                median(row.medianDaysWith()),
                median(row.medianDaysWithout()),
                interval == null ? "\u2013" : PageNumber.ratio(interval.estimate()),
                interval == null
                        ? ""
                        : PageNumber.ratio(interval.lower()) + " to " + PageNumber.ratio(interval.upper()),
                interval == null ? "" : scale.svg(interval),
                PageNumber.pValue(row.pValue()),
                leftOut(row.leftOut()),
                asOf == null ? null : asOf.toString());
    }

    private static @Nullable Interval interval(TreatmentFigures row) {
        return Interval.of(row.hazardRatio(), row.hazardRatioLower(), row.hazardRatioUpper());
    }

    private static String median(@Nullable Double days) {
        return days == null ? "\u2013" : PageNumber.days(days);
    }

    private static @Nullable String leftOut(CoxModel.@Nullable Cause cause) {
        return cause == null
                ? null
                : switch (cause) {
                    case CONSTANT -> "Left out: whenever somebody recovered, all still ill were alike in it.";
                    case REDUNDANT ->
                        "Left out: whoever had it follows from the treatments before it in the catalogue.";
                    case SEPARATED ->
                        "No ratio: the log is too one-sided about it for a finite one. The ratios of the others allow for it.";
                };
    }

    private static @Nullable String proportionalHazards(TreatmentModel model) {
        ProportionalHazards test = model.proportionalHazards();
        if (test == null) {
            return null;
        }
        List<String> changing = model.treatments().stream()
                .filter(row -> PageNumber.isSmall(row.proportionalHazardsP()))
                .map(TreatmentFigures::tag)
                .toList();
        String overall = "Do the ratios stay the same over time (Grambsch and Therneau)? All treatments together: p "
                + PageNumber.equalsSign(PageNumber.pValue(test.pValue())) + ". ";
        return overall
                + (changing.isEmpty()
                        ? "For no single treatment is there clear evidence that the ratio changes."
                        : "Evidence of a ratio that changes, so that it is only an average over the days: "
                                + String.join(", ", changing) + ".");
    }
}
