package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.survival.CoxModel;

/**
 * A row of {@code recovery-by-treatment.csv}: a treatment in the model of all treatments together. Null = undefined, not
 * reached, or hidden. The medians only describe: who stays ill longer has more time to begin a treatment.
 *
 * @param tag the treatment
 * @param family its family
 * @param episodesWith how many episodes ever had it; null = hidden
 * @param episodesWithout how many never had it; null = hidden
 * @param medianDaysWith Kaplan-Meier median recovery time of those that ever had it, days from onset
 * @param medianDaysWithout the same of those that never had it
 * @param hazardRatio of recovery, from the day after the treatment began; above 1 = recovery comes sooner
 * @param hazardRatioLower lower end of its confidence interval
 * @param hazardRatioUpper upper end of its confidence interval
 * @param pValue Wald's, two-sided, of a hazard ratio of 1
 * @param leftOut why the model could not tell its effect; null = it could
 * @param proportionalHazardsP Grambsch and Therneau's test of a hazard ratio that stays the same over time
 */
public record TreatmentFigures(
        String tag,
        String family,
        @Nullable Long episodesWith,
        @Nullable Long episodesWithout,
        @Nullable Double medianDaysWith,
        @Nullable Double medianDaysWithout,
        @Nullable Double hazardRatio,
        @Nullable Double hazardRatioLower,
        @Nullable Double hazardRatioUpper,
        @Nullable Double pValue,
        CoxModel.@Nullable Cause leftOut,
        @Nullable Double proportionalHazardsP)
        implements Serializable {}
