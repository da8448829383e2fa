package org.recoveryreport.domain.study;

import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.survival.ConfidenceLimits;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.Quantile;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** How long a population was followed, and how many of all became chronic. */
final class FollowUpAnalysis {
    private final StudySettings settings;
    private final SmallCells smallCells;

    FollowUpAnalysis(StudySettings settings) {
        this.settings = settings;
        this.smallCells = new SmallCells(settings.minCellCount());
    }

    FollowUpFigures figures(Population population, SurvivalCounts counts) {
        Quantile median = KaplanMeier.ofFollowUp(counts, settings.confidence(), settings.confidenceType())
                .quantile(0.5);
        int chronicAfterDays = settings.courseRules().chronicAfterDays();
        boolean chronicShown = population == Population.ALL && mayShowSplit(counts, chronicAfterDays);
        KaplanMeier curve = KaplanMeier.fit(counts, settings.confidence(), settings.confidenceType());
        ConfidenceLimits limits = chronicShown ? curve.confidenceAt(chronicAfterDays) : ConfidenceLimits.UNDEFINED;
        return new FollowUpFigures(
                population,
                ifFollowedByEnough(counts, median.estimate()),
                ifFollowedByEnough(counts, median.lower()),
                ifFollowedByEnough(counts, median.upper()),
                chronicShown ? curve.survivalAt(chronicAfterDays) : null,
                limits.lower(),
                limits.upper());
    }

    /** The last day of the few who were followed longest may not be shown. */
    private @Nullable Double ifFollowedByEnough(SurvivalCounts counts, @Nullable Double day) {
        if (day == null) {
            return null;
        }
        long followed = counts.total() - counts.upTo((int) Math.ceil(day) - 1).total();
        return followed >= settings.minCellCount() ? day : null;
    }

    private boolean mayShowSplit(SurvivalCounts counts, int day) {
        SurvivalCounts early = counts.upTo(day);
        return smallCells.mayShow(early.totalEvents()) && smallCells.mayShow(counts.total() - early.total());
    }
}
