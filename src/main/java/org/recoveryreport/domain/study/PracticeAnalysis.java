package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeCounts.Tally;
import org.recoveryreport.domain.survival.WilsonInterval;

/**
 * Turns the counts of the practice checks into figures that may be shown. A rate is shown with all that it is
 * made of.
 */
public final class PracticeAnalysis {
    private final StudySettings settings;
    private final Release release;

    public PracticeAnalysis(StudySettings settings, Release release) {
        this.settings = settings;
        this.release = release;
    }

    /** One row for each check and population, in this order. */
    public List<PracticeFigures> figures(Practice practice) {
        List<PracticeFigures> rows = new ArrayList<>();
        for (PracticeCheck check : PracticeCheck.values()) {
            practice.tallies(check, settings).forEach((population, tally) -> rows.add(row(population, check, tally)));
        }
        return rows;
    }

    private PracticeFigures row(Population population, PracticeCheck check, Tally tally) {
        Long eligible = shown(population, check, StudyCells.ELIGIBLE, tally.eligible());
        Long kept = shown(population, check, StudyCells.KEPT, tally.kept());
        Long notAssessable = shown(population, check, StudyCells.NOT_ASSESSABLE, tally.notAssessable());
        @Nullable
        WilsonInterval rate = eligible == null || kept == null || notAssessable == null
                ? null
                : WilsonInterval.of(tally.kept(), tally.assessable(), settings.confidence());
        return new PracticeFigures(
                population,
                check.id(),
                eligible,
                kept,
                notAssessable,
                rate == null ? null : (Double) rate.rate(),
                rate == null ? null : (Double) rate.lower(),
                rate == null ? null : (Double) rate.upper());
    }

    private @Nullable Long shown(Population population, PracticeCheck check, String column, long count) {
        return release.shows(StudyCells.practice(check.id(), population, column)) ? (Long) count : null;
    }
}
