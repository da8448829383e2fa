package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.CENSORED;
import static org.recoveryreport.domain.study.StudyCells.EPISODES;
import static org.recoveryreport.domain.study.StudyCells.RECOVERED;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.recoveryreport.domain.disclosure.Worth;
import org.recoveryreport.domain.survival.SurvivalCounts;

/** The counts of combinations, as used and at landmarks: rows of episodes, recovered and censored, with their totals. */
final class ComparisonTables {
    private final StratumCells cells;
    private final Map<Population, CombinationTable> asUsed = new EnumMap<>(Population.class);
    private final Map<Integer, CombinationTable> atLandmarks = new TreeMap<>();

    /**
     * Adds the counts of comparisons.
     *
     * @param rows the combinations that have rows, and the rest
     */
    ComparisonTables(StratumCells cells, List<Comparison> comparisons, Function<Comparison, SortedSet<String>> rows) {
        this.cells = cells;
        Map<Population, Comparison> byPopulation = new EnumMap<>(Population.class);
        Map<Integer, Comparison> byLandmark = new TreeMap<>();
        for (Comparison comparison : comparisons) {
            if (comparison.analysis() == Analysis.AS_USED) {
                byPopulation.put(comparison.population(), comparison);
            } else {
                byLandmark.put(comparison.landmarkDays(), comparison);
            }
        }
        byPopulation.values().forEach(comparison -> asUsed(comparison, rows.apply(comparison)));
        classes();
        byLandmark.values().forEach(comparison -> atLandmark(comparison, rows.apply(comparison)));
    }

    Map<Population, CombinationTable> asUsed() {
        return asUsed;
    }

    Map<Integer, CombinationTable> atLandmarks() {
        return atLandmarks;
    }

    /** All of them, in the order in which they were added. */
    List<CombinationTable> all() {
        return Stream.concat(asUsed.values().stream(), atLandmarks.values().stream())
                .toList();
    }

    private void asUsed(Comparison comparison, SortedSet<String> rows) {
        Population population = comparison.population();
        CombinationTable table = new CombinationTable(
                population.toString(),
                comparison,
                rows,
                (row, column) -> cells.cell(StudyCells.asUsed(population, row, column)));
        asUsed.put(population, table);
        add(table, population == Population.ALL);
    }

    /** Every case is of a class. */
    private void classes() {
        CombinationTable whole = asUsed.get(Population.ALL);
        if (whole != null && asUsed.size() > 1) {
            List<CombinationTable> classes =
                    asUsed.values().stream().filter(table -> table != whole).toList();
            for (int row = 0; row <= whole.total(); row++) {
                for (String column : CombinationTable.COLUMNS) {
                    cells.sumIfTrue(whole.position(row, column), CombinationTable.positions(classes, row, column));
                }
            }
        }
    }

    private void atLandmark(Comparison comparison, SortedSet<String> rows) {
        int landmark = comparison.landmarkDays();
        CombinationTable table = new CombinationTable(
                "day " + landmark,
                comparison,
                rows,
                (row, column) -> cells.cell(StudyCells.atLandmark(landmark, row, column)));
        atLandmarks.put(landmark, table);
        add(table, true);
        leftOut(table, RECOVERED, comparison.leftOut().totalEvents());
        leftOut(table, CENSORED, comparison.leftOut().totalCensored());
    }

    private void leftOut(CombinationTable table, String column, long episodes) {
        int before = cells.count(StudyCells.before(table.comparison().landmarkDays(), column), episodes, Worth.ROW);
        CombinationTable everybody = asUsed.get(Population.ALL);
        if (everybody != null) {
            cells.sum(everybody.position(everybody.total(), column), before, table.position(table.total(), column));
        }
    }

    private void add(CombinationTable table, boolean important) {
        Comparison comparison = table.comparison();
        Worth worth = important ? Worth.IMPORTANT_ROW : Worth.ROW;
        Worth detail = important ? Worth.ROW : Worth.DETAIL;
        long recovered = comparison.groups().values().stream()
                .mapToLong(SurvivalCounts::totalEvents)
                .sum();
        long censored = comparison.groups().values().stream()
                .mapToLong(SurvivalCounts::totalCensored)
                .sum();
        List<String> divisions = divisions(comparison.population(), recovered, censored);
        for (int row = 0; row < table.total(); row++) {
            SurvivalCounts counts = table.counts(row);
            add(table, row, counts.totalEvents(), counts.totalCensored(), divisions, worth, detail);
        }
        // the log's summary tells how many episodes there are
        boolean isLog = cells.isOfWhole()
                && comparison.analysis() == Analysis.AS_USED
                && comparison.population() == Population.ALL;
        add(table, table.total(), recovered, censored, divisions, isLog ? Worth.KNOWN : Worth.TOTAL, Worth.TOTAL);
        Stream.concat(Stream.of(EPISODES), divisions.stream())
                .forEach(column -> cells.sum(
                        table.position(table.total(), column),
                        IntStream.range(0, table.total())
                                .map(row -> table.position(row, column))
                                .toArray()));
        // rows that are not shown are published together with the rest
        for (int row = 0; row < table.total(); row++) {
            if (row != table.rest()) {
                cells.hide(table.position(table.rest(), EPISODES), table.position(row, EPISODES));
            }
        }
    }

    private void add(
            CombinationTable table,
            int row,
            long recovered,
            long censored,
            List<String> divisions,
            Worth worth,
            Worth detail) {
        int[] positions = cells.row(table.cell(row, EPISODES), recovered, censored, divisions, worth, detail);
        table.told(row, EPISODES, positions[0]);
        for (int i = 0; i < divisions.size(); i++) {
            table.told(row, divisions.get(i), positions[i + 1]);
        }
    }

    /** Everybody knows that acute cases have recovered, and those undetermined have not. */
    private static List<String> divisions(Population population, long recovered, long censored) {
        List<String> divisions = new ArrayList<>();
        if (population != Population.UNDETERMINED || recovered > 0) {
            divisions.add(RECOVERED);
        }
        if ((population != Population.ACUTE && population != Population.SUBACUTE) || censored > 0) {
            divisions.add(CENSORED);
        }
        return divisions;
    }
}
