package org.recoveryreport.domain.study;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How long the episodes of a population were followed, and how many became chronic. Null = undefined, not reached, or
 * hidden.
 *
 * @param population whose episodes
 * @param medianDays median follow-up by the reverse Kaplan-Meier method, days from onset
 * @param medianLower lower end of its confidence interval
 * @param medianUpper upper end of its confidence interval
 * @param becameChronic estimated proportion that lasted longer than the limit of a chronic case; null but for all episodes,
 *     since the other populations are made by it
 * @param becameChronicLower lower end of its confidence interval
 * @param becameChronicUpper upper end of its confidence interval
 */
public record FollowUpFigures(
        Population population,
        @Nullable Double medianDays,
        @Nullable Double medianLower,
        @Nullable Double medianUpper,
        @Nullable Double becameChronic,
        @Nullable Double becameChronicLower,
        @Nullable Double becameChronicUpper)
        implements Serializable {}
