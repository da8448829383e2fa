package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code recovery-curves.csv}: one step of one Kaplan-Meier curve.
 *
 * @param analysis how the groups were formed
 * @param population whose episodes
 * @param landmarkDays the landmark, from which {@code day} counts; 0 = as used
 * @param combination the combination's label
 * @param day the day of the step
 * @param atRisk episodes still going on just before
 * @param recovered recoveries of this step; where small cells are protected, since the step before
 * @param censored censored on that day, or since the step before
 * @param notRecovered estimated proportion not recovered after that day
 * @param lower lower end of its pointwise confidence interval
 * @param upper upper end of its pointwise confidence interval
 */
public record CurveStep(
        Analysis analysis,
        Population population,
        int landmarkDays,
        String combination,
        int day,
        long atRisk,
        @Nullable Long recovered,
        @Nullable Long censored,
        double notRecovered,
        @Nullable Double lower,
        @Nullable Double upper)
        implements Serializable {}
