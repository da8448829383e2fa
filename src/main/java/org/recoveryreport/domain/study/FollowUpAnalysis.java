package org.recoveryreport.domain.study;

import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.survival.ConfidenceLimits;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.Quantile;

/** How long a population was followed, and how many of all became chronic. */
final class FollowUpAnalysis {
    private final StudySettings settings;
    private final Rounding rounding;

    FollowUpAnalysis(StudySettings settings, Rounding rounding) {
        this.settings = settings;
        this.rounding = rounding;
    }

    /**
     * The figures.
     *
     * @param curve of their recovery
     * @param followUp their reverse curve
     * @param episodes of the population
     */
    FollowUpFigures figures(Population population, KaplanMeier curve, KaplanMeier followUp, long episodes) {
        Quantile median = followUp.quantile(0.5);
        int chronicAfterDays = settings.courseRules().chronicAfterDays();
        boolean all = population == Population.ALL;
        ConfidenceLimits limits = all ? curve.confidenceAt(chronicAfterDays) : ConfidenceLimits.UNDEFINED;
        return new FollowUpFigures(
                population,
                median.estimate(),
                median.lower(),
                median.upper(),
                all ? rounding.share(curve.survivalAt(chronicAfterDays), episodes) : null,
                rounding.lowerEnd(limits.lower(), episodes),
                rounding.upperEnd(limits.upper(), episodes));
    }
}
