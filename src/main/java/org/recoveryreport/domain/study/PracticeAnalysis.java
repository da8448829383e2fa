package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeCounts;
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

    /** One row for each check and population, in this order; subacute cases only where they are told apart. */
    public List<PracticeFigures> figures(PracticeCounts counts) {
        List<PracticeFigures> rows = new ArrayList<>();
        for (PracticeCheck check : PracticeCheck.values()) {
            Map<Population, Tally> tallies = new EnumMap<>(Population.class);
            tallies.put(Population.ALL, Tally.NONE);
            for (CaseClass caseClass : CaseClass.values()) {
                Tally tally = counts.tally(check, caseClass);
                tallies.merge(Population.ALL, tally, Tally::plus);
                if (caseClass != CaseClass.SUBACUTE || settings.courseRules().subacuteAfterDays() != null) {
                    tallies.put(Population.of(caseClass), tally);
                }
            }
            tallies.forEach((population, tally) -> rows.add(row(population, check, tally)));
        }
        return rows;
    }

    private PracticeFigures row(Population population, PracticeCheck check, Tally tally) {
        Long eligible = shown(population, check, "eligible", tally.eligible());
        Long kept = shown(population, check, "kept", tally.kept());
        Long notAssessable = shown(population, check, "not_assessable", tally.notAssessable());
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
