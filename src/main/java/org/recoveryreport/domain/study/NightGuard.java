package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Cells;
import org.recoveryreport.domain.disclosure.SmallCells;

/**
 * Guards against those who have the last report too and subtract: 40 episodes yesterday and 43 today tell that 3 came, which is a
 * small count. A count that has changed by 1 to k-1, or tells another one that has, stays what it was until the change has
 * grown to k:
 *
 * <ul>
 *   <li>a row whose episodes have to stay keeps all its figures, and one that the last report did not have is left out;
 *   <li>where only its division or its curve has to, a row whose episodes have not changed keeps all of it too; otherwise it
 *       has tonight's figures, without what has to stay.
 * </ul>
 *
 * What stays is told with its day, and so is what earlier reports showed and this one does not, for the next to compare with.
 */
public final class NightGuard {
    private final Iterable<? extends StudyPart> parts;
    private final StudyResult today;
    private final Map<Cell, EarlierCount> before;
    private final EarlierReport earlier;
    private final Decision decision;
    private final TablesSinceReport tables;

    /** What may not be shown anew. */
    private Cells stale = new Cells();

    /** What stands as it was. */
    private final Set<Cell> kept = new LinkedHashSet<>();

    /**
     * Compares a result with the report before it.
     *
     * @param parts what the result was made of; asked for here and by the audit, and not needed in between
     * @param today the result, safe by itself
     * @param decision by which it was made
     */
    public NightGuard(
            Iterable<? extends StudyPart> parts, StudyResult today, EarlierReport earlier, Decision decision) {
        this.parts = parts;
        this.today = today;
        this.earlier = earlier;
        before = earlier.counts();
        this.decision = decision;
        tables = new TablesSinceReport(
                StudyTables.of(parts, today.settings(), ofStrata(parts, earlier, decision)), today, earlier);
    }

    /** What was shown of strata in the report before can be told of tonight, too, if tonight's decision was not about it. */
    private static OfStrata ofStrata(Iterable<? extends StudyPart> parts, EarlierReport earlier, Decision decision) {
        return earlier.result().strata().isEmpty()
                ? decision.ofStrata()
                : decision.ofStrata().and(OfStrata.shownIn(earlier, parts));
    }

    /** The result as it may be published beside the report before. */
    public StudyResult guarded() {
        stale = tables.hidden(today.settings().minCellCount());
        Map<String, StudyResult> strataBefore =
                earlier.result().strata().stream().collect(Collectors.toMap(Stratum::name, Stratum::result));
        List<Stratum> strata = today.strata().stream()
                .map(stratum -> new Stratum(
                        stratum.name(),
                        new Rows(stratum.name()).guarded(stratum.result(), strataBefore.get(stratum.name()))))
                .toList();
        StudyResult result = new Rows("").guarded(today, earlier.result()).withStrata(strata);
        List<EarlierCount> counts = notOfTonight(result);
        return result.withStrata(strata.stream()
                        .map(stratum -> new Stratum(
                                stratum.name(),
                                stratum.result().withEarlier(StudyCells.within(stratum.name(), counts))))
                        .toList())
                .withEarlier(
                        Stream.concat(today.earlier().stream(), counts.stream()).toList());
    }

    /** A new curve takes the place of an old one, whatever days that had steps on. */
    private List<EarlierCount> notOfTonight(StudyResult result) {
        Set<Cell> shown = new HashSet<>();
        PublishedCounts.forEach(result, (cell, count) -> {
            if (!kept.contains(cell)) {
                shown.add(cell);
            }
        });
        Set<String> curves =
                shown.stream().filter(StudyCells::isOfCurve).map(Cell::row).collect(Collectors.toSet());
        return before.values().stream()
                .filter(count -> !LogTables.isOfLog(count.cell()))
                .filter(count -> !shown.contains(count.cell()))
                .filter(count -> !StudyCells.isOfCurve(count.cell())
                        || !curves.contains(count.cell().row()))
                .toList();
    }

    /**
     * Audits what is to be published: that it is safe by itself with more shown than is, and that no single sum tells what has
     * changed since the report before, nor several exactly.
     *
     * @param result of {@link #guarded}
     */
    public Audit audit(StudyResult result) {
        int minCellCount = today.settings().minCellCount();
        Audit byItself = StudyTables.audit(parts, today, today.settings(), decision);
        return byItself.plus(new Audit(0, 0, null, tables.toldBySums(result, minCellCount)));
    }

    /** Puts together the rows of the whole study, or of a stratum. */
    private final class Rows {
        private final String stratum;

        Rows(String stratum) {
            this.stratum = stratum;
        }

        StudyResult guarded(StudyResult now, @Nullable StudyResult then) {
            StudyResult last = then == null ? StudyResult.nothing(today.settings(), LogSummary.NOT_SAID) : then;
            Supplement more = now.supplement();
            Supplement moreBefore = last.supplement();
            List<CombinationFigures> combinations = rows(
                    now.combinations(), last.combinations(), PublishedCounts::cells, CombinationFigures::undivided);
            List<CombinationFigures> overall =
                    rows(now.overall(), last.overall(), PublishedCounts::cells, CombinationFigures::undivided);
            return new StudyResult(
                    now.settings(),
                    now.log(),
                    combinations,
                    now.landmarkFlows().stream().map(this::flow).toList(),
                    rows(now.landmarks(), last.landmarks(), PublishedCounts::cells, LandmarkFigures::undivided),
                    now.tests(),
                    curves(now.curves(), last.curves()),
                    now.unrecognised(),
                    overall,
                    new Supplement(
                            more.treatmentModel()
                                    .withTreatments(rows(
                                            more.treatmentModel().treatments(),
                                            moreBefore.treatmentModel().treatments(),
                                            PublishedCounts::cells,
                                            row -> null)),
                            new PracticeRows(rows(
                                    more.practice().rows(),
                                    moreBefore.practice().rows(),
                                    PublishedCounts::cells,
                                    PracticeFigures::undivided)),
                            rows(
                                    more.practiceAtLandmark(),
                                    moreBefore.practiceAtLandmark(),
                                    PublishedCounts::cells,
                                    row -> null),
                            more.pairwise(),
                            withTheirRows(
                                    more.followUp(),
                                    moreBefore.followUp(),
                                    row -> StudyCells.asUsed(
                                            row.population(), TreatmentNames.ALL, StudyCells.EPISODES)),
                            withTheirRows(
                                    more.recoveredBy(),
                                    moreBefore.recoveredBy(),
                                    row -> PublishedCounts.episodes(row.population(), row.combination())),
                            rows(more.months(), moreBefore.months(), PublishedCounts::cells, MonthFigures::undivided),
                            more.sensitivity(),
                            more.counts(),
                            pathways(more.pathways(), moreBefore.pathways())));
        }

        /**
         * Rows in the order they have now.
         *
         * @param cells where the counts of a row stand: its episodes, then what divides them
         * @param undivided a row without its division; null = it is nothing without
         */
        private <R> List<R> rows(
                List<R> now, List<R> then, Function<R, List<Cell>> cells, Function<R, @Nullable R> undivided) {
            Map<Cell, R> byCell = new HashMap<>();
            then.forEach(row -> byCell.put(cells.apply(row).get(0), row));
            List<R> rows = new ArrayList<>();
            for (R row : now) {
                List<Cell> counts = cells.apply(row).stream().map(this::cell).toList();
                boolean isDivisionStale = counts.stream().skip(1).anyMatch(stale::contains);
                R rest = isDivisionStale ? undivided.apply(row) : row;
                R last = byCell.get(cells.apply(row).get(0));
                boolean hasChanged = last == null || hasChanged(counts.get(0));
                if (stale.contains(counts.get(0)) || rest == null || (isDivisionStale && !hasChanged)) {
                    if (last != null) {
                        rows.add(last);
                    }
                    kept.addAll(counts);
                } else {
                    rows.add(rest);
                }
            }
            return rows;
        }

        private boolean hasChanged(Cell cell) {
            EarlierCount then = before.get(cell);
            return then == null || then.count() != tables.value(cell);
        }

        /** Figures that go with the rows of a table, which have been decided over. */
        private <R> List<R> withTheirRows(List<R> now, List<R> then, Function<R, Cell> row) {
            Map<Cell, List<R>> byRow =
                    then.stream().collect(Collectors.groupingBy(row, LinkedHashMap::new, Collectors.toList()));
            List<R> rows = new ArrayList<>();
            now.stream()
                    .collect(Collectors.groupingBy(row, LinkedHashMap::new, Collectors.toList()))
                    .forEach((cell, those) ->
                            rows.addAll(kept.contains(cell(cell)) ? byRow.getOrDefault(cell, List.of()) : those));
            return rows;
        }

        /** A row that stays keeps its curve; beside figures of tonight an old one would contradict them. */
        private List<CurveStep> curves(List<CurveStep> now, List<CurveStep> then) {
            Function<CurveStep, Cell> group =
                    step -> StudyCells.group(step.landmarkDays(), step.combination(), StudyCells.EPISODES);
            Map<Cell, List<CurveStep>> last =
                    then.stream().collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()));
            List<CurveStep> steps = new ArrayList<>();
            now.stream()
                    .collect(Collectors.groupingBy(group, LinkedHashMap::new, Collectors.toList()))
                    .forEach((cell, curve) -> {
                        Set<Cell> counts = PublishedCounts.ofCurve(curve).keySet();
                        if (kept.contains(cell)) {
                            List<CurveStep> stays = last.getOrDefault(cell, List.of());
                            steps.addAll(stays);
                            kept.addAll(PublishedCounts.ofCurve(stays).keySet());
                        } else if (counts.stream().noneMatch(stale::contains)) {
                            steps.addAll(curve);
                        }
                    });
            return steps;
        }

        private LandmarkFlow flow(LandmarkFlow row) {
            int landmark = row.landmarkDays();
            return new LandmarkFlow(
                    landmark,
                    single(StudyCells.atLandmark(landmark, TreatmentNames.ALL, StudyCells.EPISODES), row.compared()),
                    single(StudyCells.before(landmark, StudyCells.RECOVERED), row.recoveredBefore()),
                    single(StudyCells.before(landmark, StudyCells.CENSORED), row.censoredBefore()));
        }

        /** A count that is no row's. */
        private @Nullable Long single(Cell ofWhole, @Nullable Long now) {
            Cell cell = cell(ofWhole);
            if (!stale.contains(cell)) {
                return now;
            }
            kept.add(cell);
            EarlierCount then = before.get(cell);
            return then == null ? null : (Long) then.count();
        }

        /** The orders of a combination stay together. */
        private List<Pathway> pathways(List<Pathway> now, List<Pathway> then) {
            SmallCells smallCells = new SmallCells(today.settings().minCellCount());
            Map<String, List<Pathway>> last = then.stream()
                    .collect(Collectors.groupingBy(Pathway::combination, LinkedHashMap::new, Collectors.toList()));
            List<Pathway> rows = new ArrayList<>();
            now.stream()
                    .collect(Collectors.groupingBy(Pathway::combination, LinkedHashMap::new, Collectors.toList()))
                    .forEach((combination, orders) -> {
                        boolean haveChangedByFew = orders.stream().anyMatch(order -> {
                            EarlierCount count = before.get(StudyCells.pathway(order));
                            return count != null && !smallCells.mayShow(Math.abs(order.episodes() - count.count()));
                        });
                        if (haveChangedByFew || kept.contains(PublishedCounts.episodes(Population.ALL, combination))) {
                            List<Pathway> stay = last.getOrDefault(combination, List.of());
                            rows.addAll(stay);
                            stay.forEach(order -> kept.add(StudyCells.pathway(order)));
                        } else {
                            rows.addAll(orders);
                        }
                    });
            return rows;
        }

        private Cell cell(Cell ofWhole) {
            return StudyCells.in(stratum, ofWhole);
        }
    }
}
