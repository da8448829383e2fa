package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeCounts;
import org.recoveryreport.domain.practice.PracticeCounts.Tally;
import org.recoveryreport.domain.survival.WilsonInterval;

/**
 * Turns the counts of the practice checks into figures that may be shown.
 *
 * <p>Kept, departed from and not assessable make up the eligible episodes, and the rate ties the first two together: where
 * one of the three is too small, only the number of eligible episodes is shown, and where that is too small, nothing. What a
 * class hides must not be had from all episodes less the other classes either: as long as what the hiding classes sum up to
 * is too small, the smallest class that still shows (of equal ones the first) hides as well.
 */
public final class PracticeAnalysis {
    private final StudySettings settings;
    private final SmallCells smallCells;

    public PracticeAnalysis(StudySettings settings) {
        this.settings = settings;
        this.smallCells = new SmallCells(settings.minCellCount());
    }

    /** How much of a row is shown. */
    private enum Shown {
        NOTHING,
        ELIGIBLE,
        EVERYTHING
    }

    /** One row for each check and population, in this order; subacute cases only where they are told apart. */
    public List<PracticeFigures> figures(PracticeCounts counts) {
        List<PracticeFigures> rows = new ArrayList<>();
        for (PracticeCheck check : PracticeCheck.values()) {
            Map<CaseClass, Tally> classes = new EnumMap<>(CaseClass.class);
            Tally all = Tally.NONE;
            for (CaseClass caseClass : CaseClass.values()) {
                Tally tally = counts.tally(check, caseClass);
                all = all.plus(tally);
                if (caseClass != CaseClass.SUBACUTE || settings.courseRules().subacuteAfterDays() != null) {
                    classes.put(caseClass, tally);
                }
            }
            rows.add(row(Population.ALL, check, all, shown(all)));
            Map<CaseClass, Shown> shown = shown(classes, shown(all));
            classes.forEach((caseClass, tally) -> rows.add(
                    row(Population.of(caseClass), check, tally, shown.getOrDefault(caseClass, Shown.NOTHING))));
        }
        return rows;
    }

    private Shown shown(Tally tally) {
        if (smallCells.mayShow(tally.kept())
                && smallCells.mayShow(tally.broken())
                && smallCells.mayShow(tally.notAssessable())) {
            return Shown.EVERYTHING;
        }
        return smallCells.mayShow(tally.eligible()) ? Shown.ELIGIBLE : Shown.NOTHING;
    }

    private Map<CaseClass, Shown> shown(Map<CaseClass, Tally> classes, Shown ofAll) {
        Map<CaseClass, Shown> shown = new EnumMap<>(CaseClass.class);
        classes.forEach((caseClass, tally) -> shown.put(caseClass, shown(tally)));
        if (ofAll == Shown.EVERYTHING) {
            protect(classes, shown, Shown.EVERYTHING, Shown.ELIGIBLE);
        }
        if (ofAll != Shown.NOTHING) {
            protect(classes, shown, Shown.ELIGIBLE, Shown.NOTHING);
        }
        return shown;
    }

    /** Lowers classes that show as much as {@code level} until what the classes below it sum up to may be shown. */
    private void protect(Map<CaseClass, Tally> classes, Map<CaseClass, Shown> shown, Shown level, Shown lowered) {
        while (!mayBeDerived(sumBelow(level, classes, shown), level)) {
            CaseClass smallest = classes.keySet().stream()
                    .filter(caseClass ->
                            shown.getOrDefault(caseClass, Shown.NOTHING).compareTo(level) >= 0)
                    .filter(caseClass -> tally(classes, caseClass).eligible() > 0)
                    .min(Comparator.comparingLong(
                            caseClass -> tally(classes, caseClass).eligible()))
                    .orElse(null);
            if (smallest == null) {
                return;
            }
            shown.put(smallest, lowered);
        }
    }

    private boolean mayBeDerived(Tally sum, Shown level) {
        return level == Shown.EVERYTHING ? shown(sum) == Shown.EVERYTHING : smallCells.mayShow(sum.eligible());
    }

    private static Tally sumBelow(Shown level, Map<CaseClass, Tally> classes, Map<CaseClass, Shown> shown) {
        Tally sum = Tally.NONE;
        for (Map.Entry<CaseClass, Shown> entry : shown.entrySet()) {
            if (entry.getValue().compareTo(level) < 0) {
                sum = sum.plus(tally(classes, entry.getKey()));
            }
        }
        return sum;
    }

    private static Tally tally(Map<CaseClass, Tally> classes, CaseClass caseClass) {
        return classes.getOrDefault(caseClass, Tally.NONE);
    }

    private PracticeFigures row(Population population, PracticeCheck check, Tally tally, Shown shown) {
        @Nullable
        WilsonInterval rate = shown == Shown.EVERYTHING
                ? WilsonInterval.of(tally.kept(), tally.assessable(), settings.confidence())
                : null;
        return new PracticeFigures(
                population,
                check.id(),
                shown == Shown.NOTHING ? null : (Long) tally.eligible(),
                shown == Shown.EVERYTHING ? (Long) tally.kept() : null,
                shown == Shown.EVERYTHING ? (Long) tally.notAssessable() : null,
                rate == null ? null : (Double) rate.rate(),
                rate == null ? null : (Double) rate.lower(),
                rate == null ? null : (Double) rate.upper());
    }
}
