package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.DEPARTED;
import static org.recoveryreport.domain.study.StudyCells.ELIGIBLE;
import static org.recoveryreport.domain.study.StudyCells.EPISODES;
import static org.recoveryreport.domain.study.StudyCells.KEPT;
import static org.recoveryreport.domain.study.StudyCells.NOT_ASSESSABLE;
import static org.recoveryreport.domain.study.StudyCells.NOT_KEPT;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Worth;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeCheck.Concerns;
import org.recoveryreport.domain.practice.PracticeCounts.Tally;
import org.recoveryreport.domain.practice.Verdict;

/** The counts of the practice checks, and what treatments tell of whom they concern. */
final class PracticeTables {
    private final StratumCells cells;
    private final StudySettings settings;
    private final TreatmentTables treatments;

    /**
     * Nothing told yet.
     *
     * @param treatments told before
     */
    PracticeTables(StratumCells cells, StudySettings settings, TreatmentTables treatments) {
        this.cells = cells;
        this.settings = settings;
        this.treatments = treatments;
    }

    void add(Practice practice, Map<Population, CombinationTable> asUsed) {
        for (PracticeCheck check : PracticeCheck.values()) {
            Map<Population, Tally> tallies = practice.tallies(check, settings);
            tallies.forEach((population, tally) -> add(check, population, tally));
            for (String column : List.of(ELIGIBLE, KEPT, DEPARTED, NOT_ASSESSABLE)) {
                cells.sum(
                        position(check, Population.ALL, column),
                        tallies.keySet().stream()
                                .filter(population -> population != Population.ALL)
                                .mapToInt(population -> position(check, population, column))
                                .toArray());
            }
        }
        asUsed.values().forEach(this::concerned);
        for (PracticeCheck check : checks(Concerns.ALL_WITH_ITS_TREATMENT)) {
            int with = with(tag(check));
            if (with >= 0) {
                cells.sumIfTrue(with, eligible(check, Population.ALL));
            }
        }
        for (PracticeCheck check : checks(Concerns.SOME_WITH_ITS_TREATMENT)) {
            cells.within(with(tag(check)), eligible(check, Population.ALL));
        }
    }

    private void add(PracticeCheck check, Population population, Tally tally) {
        boolean all = population == Population.ALL;
        Worth ofParts = all ? Worth.ROW : Worth.DETAIL;
        cells.divide(
                cells.count(
                        StudyCells.practice(check.id(), population, ELIGIBLE),
                        tally.eligible(),
                        all ? Worth.IMPORTANT_ROW : Worth.ROW),
                cells.count(StudyCells.practice(check.id(), population, KEPT), tally.kept(), ofParts),
                cells.count(StudyCells.practice(check.id(), population, DEPARTED), tally.broken(), ofParts),
                cells.count(
                        StudyCells.practice(check.id(), population, NOT_ASSESSABLE), tally.notAssessable(), ofParts));
    }

    private static List<PracticeCheck> checks(Concerns concerns) {
        return Stream.of(PracticeCheck.values())
                .filter(check -> check.concerns() == concerns)
                .toList();
    }

    /** The one treatment that a check is about. */
    private static String tag(PracticeCheck check) {
        return check.tags().get(0).name();
    }

    /** A family is made of several treatments, and a check may concern only one of them. */
    private int with(String tag) {
        return cells.position(StudyCells.treatment(tag, StudyCells.EPISODES_WITH));
    }

    private int position(PracticeCheck check, Population population, String column) {
        return cells.position(StudyCells.practice(check.id(), population, column));
    }

    private int eligible(PracticeCheck check, Population population) {
        return position(check, population, ELIGIBLE);
    }

    private void concerned(CombinationTable table) {
        Population population = table.comparison().population();
        concerned(table, check -> StudyCells.practice(check.id(), population, ELIGIBLE));
        if (population == Population.CHRONIC) {
            cells.sumIfTrue(
                    table.position(table.total(), EPISODES),
                    eligible(PracticeCheck.PROFESSIONAL_WHEN_CHRONIC, population));
            treatments.anyOf(
                    table,
                    PracticeCheck.PROFESSIONAL_WHEN_CHRONIC.tags(),
                    StudyCells.practice(PracticeCheck.PROFESSIONAL_WHEN_CHRONIC.id(), population, KEPT));
        }
        coldAndHeat(population);
    }

    /** Some checks concern everybody with a treatment, or part of them. */
    private void concerned(CombinationTable table, Function<PracticeCheck, Cell> eligible) {
        checks(Concerns.ALL_WITH_ITS_TREATMENT)
                .forEach(check -> treatments.allWith(table, tag(check), cells.position(eligible.apply(check))));
        checks(Concerns.SOME_WITH_ITS_TREATMENT)
                .forEach(check -> treatments.someWith(table, tag(check), cells.position(eligible.apply(check))));
        checks(Concerns.ALL_WITH_ANY_OF_ITS_TREATMENTS)
                .forEach(check -> treatments.anyOf(table, check.tags(), eligible.apply(check)));
        cells.within(
                cells.position(eligible.apply(PracticeCheck.RELAXANT_DURATION)),
                cells.position(eligible.apply(PracticeCheck.RELAXANT_AFTER_NSAID)));
    }

    /** Who has cold or heat has one of them or both. */
    private void coldAndHeat(Population population) {
        int cold = eligible(PracticeCheck.COLD_FIRST, population);
        int heat = eligible(PracticeCheck.HEAT_NOT_BEFORE, population);
        int either = eligible(PracticeCheck.SESSION_LENGTH, population);
        boolean areThere = cold >= 0 && heat >= 0 && either >= 0;
        long both = cells.total(cold, heat) - cells.value(either);
        if (areThere && both >= 0) {
            int sum = cells.neverShown(
                    StudyCells.practice("cold or heat", population, "together"), cells.total(cold, heat));
            int ofBoth = cells.neverShown(StudyCells.practice("cold or heat", population, "both"), both);
            cells.sum(sum, cold, heat);
            cells.sum(sum, either, ofBoth);
        }
    }

    /**
     * Which of those who go on after a landmark are concerned there, and how care had kept to the checks by then.
     *
     * @param table of these; null = they are not compared
     */
    void add(PracticeAtLandmark practice, @Nullable CombinationTable table) {
        int landmark = practice.landmarkDays();
        for (PracticeCheck check : PracticeCheck.values()) {
            Map<Verdict, Long> episodes = practice.episodes(check, settings);
            int[] parts = {
                part(landmark, check, KEPT, episodes.getOrDefault(Verdict.KEPT, 0L)),
                part(landmark, check, NOT_KEPT, episodes.getOrDefault(Verdict.BROKEN, 0L)),
                part(landmark, check, NOT_ASSESSABLE, episodes.getOrDefault(Verdict.NOT_ASSESSABLE, 0L))
            };
            int eligible = cells.neverShown(StudyCells.practiceAt(landmark, check, ELIGIBLE), cells.total(parts));
            cells.sum(eligible, parts);
            cells.hideTogether(parts, parts[0]);
            cells.within(cells.position(StudyCells.atLandmark(landmark, TreatmentNames.ALL, EPISODES)), eligible);
            // what has been departed from by then remains so
            cells.within(position(check, Population.ALL, DEPARTED), parts[1]);
        }
        if (table != null) {
            Stream.of(Concerns.ALL_WITH_ITS_TREATMENT, Concerns.SOME_WITH_ITS_TREATMENT)
                    .flatMap(concerns -> checks(concerns).stream())
                    .map(check -> treatments.label(tag(check)))
                    .distinct()
                    .forEach(label -> treatments.addLabel(label, table));
            concerned(table, check -> StudyCells.practiceAt(landmark, check, ELIGIBLE));
        }
    }

    private int part(int landmark, PracticeCheck check, String column, long episodes) {
        return cells.count(StudyCells.practiceAt(landmark, check, column), episodes, Worth.DETAIL);
    }
}
