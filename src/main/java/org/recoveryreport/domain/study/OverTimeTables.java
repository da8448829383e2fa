package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.CENSORED;
import static org.recoveryreport.domain.study.StudyCells.EPISODES;
import static org.recoveryreport.domain.study.StudyCells.RECOVERED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Suppression.Worth;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The counts of groups over time: how many had recovered, or were last seen, up to a day. Curves show them at their steps.
 * Other tables count everybody up to certain days, a landmark or the day on which cases become chronic; up to these every
 * group has a count that nobody is shown, and that lies between those at the steps before and after.
 */
final class OverTimeTables {
    private static final List<String> ENDS = List.of(RECOVERED, CENSORED);

    /** Everybody but those without a treatment. */
    private static final String TREATED = "all but " + TreatmentNames.NONE;

    private final StudyTables tables;
    private final StudySettings settings;
    private final SortedSet<Integer> landmarks = new TreeSet<>();

    /**
     * Adds the counts over time to those of the other tables.
     *
     * @param landmarks those there are
     */
    OverTimeTables(StudyTables tables, StudySettings settings, Collection<Integer> landmarks) {
        this.tables = tables;
        this.settings = settings;
        this.landmarks.addAll(landmarks);
    }

    /** Of all cases as used, by row. */
    void asUsed(Map<String, SurvivalCounts> rows) {
        SortedSet<Integer> days = new TreeSet<>(landmarks);
        days.add(settings.courseRules().chronicAfterDays());
        rows.forEach((row, counts) -> overTime(0, row, counts, days));
        treated(0, rows);
        Map<String, Cell> treated = new HashMap<>();
        for (int landmark : landmarks) {
            ENDS.forEach(end -> sumOfRows(before(landmark, end), rows, 0, end, landmark, treated));
        }
    }

    /** Of those compared at a landmark, by row, days from there; after those of earlier landmarks. */
    void atLandmark(int landmark, Map<String, SurvivalCounts> rows) {
        SortedSet<Integer> later = landmarks.tailSet(landmark + 1);
        SortedSet<Integer> days = new TreeSet<>();
        later.forEach(other -> days.add(other - landmark));
        rows.forEach((row, counts) -> overTime(landmark, row, counts, days));
        treated(landmark, rows);
        Map<String, Cell> treated = new HashMap<>();
        for (int other : later) {
            for (String end : ENDS) {
                Cell before = before(landmark, end);
                Cell beforeOther = before(other, end);
                Cell meanwhile = StudyCells.since(landmark, beforeOther);
                neverShown(meanwhile, tables.value(beforeOther) - tables.value(before));
                tables.sum(beforeOther, List.of(before, meanwhile));
                sumOfRows(meanwhile, rows, landmark, end, other - landmark, treated);
            }
        }
        untreated(0, landmark);
        landmarks.headSet(landmark).forEach(earlier -> untreated(earlier, landmark));
    }

    /** In strata those with a treatment are counted together over time, which leaves those without one. */
    private void treated(int landmark, Map<String, SurvivalCounts> rows) {
        if (tables.isOfWhole() || !rows.containsKey(TreatmentNames.NONE)) {
            return;
        }
        for (String end : ENDS) {
            Cell all = group(landmark, TreatmentNames.ALL, end);
            Cell none = group(landmark, TreatmentNames.NONE, end);
            Cell treated = group(landmark, TREATED, end);
            neverShown(treated, tables.value(all) - tables.value(none));
            tables.sum(all, List.of(none, treated));
        }
    }

    /** @param latest of those with a treatment, by end: up to the day before */
    private void sumOfRows(
            Cell whole, Map<String, SurvivalCounts> rows, int landmark, String end, int day, Map<String, Cell> latest) {
        if (tables.isOfWhole()) {
            tables.sum(
                    whole,
                    rows.keySet().stream()
                            .map(row -> upTo(landmark, row, end, day))
                            .toList());
        } else if (rows.containsKey(TreatmentNames.NONE)) {
            Cell none = upTo(landmark, TreatmentNames.NONE, end, day);
            Cell treated = upTo(landmark, TREATED, end, day);
            neverShown(treated, tables.value(whole) - tables.value(none));
            tables.sum(whole, List.of(none, treated));
            next(latest.put(end, treated), treated);
            tables.within(group(landmark, TREATED, end), List.of(treated));
        }
    }

    private void overTime(int landmark, String row, SurvivalCounts counts, SortedSet<Integer> days) {
        if (!tables.isOfWhole() && !row.equals(TreatmentNames.NONE)) {
            return;
        }
        CurveCounts curve = hasCurve(row) ? CurveCounts.of(settings.curveBlocks(counts, landmark)) : CurveCounts.NONE;
        List<Cell> shown = new ArrayList<>();
        for (String end : ENDS) {
            NavigableMap<Integer, Long> published = end.equals(RECOVERED) ? curve.recovered() : curve.censored();
            NavigableMap<Integer, Long> upTo = new TreeMap<>(published);
            for (int day : days) {
                SurvivalCounts early = counts.upTo(day);
                upTo.putIfAbsent(day, end.equals(RECOVERED) ? early.totalEvents() : early.totalCensored());
            }
            Cell before = null;
            for (Map.Entry<Integer, Long> entry : upTo.entrySet()) {
                Cell cell = upTo(landmark, row, end, entry.getKey());
                if (published.containsKey(entry.getKey())) {
                    tables.put(cell, entry.getValue(), Worth.DETAIL);
                    shown.add(cell);
                } else {
                    neverShown(cell, entry.getValue());
                }
                next(before, cell);
                before = cell;
                if (landmark == 0 && entry.getKey() >= settings.courseRules().chronicAfterDays()) {
                    tables.within(cell, notChronic(row, end));
                }
            }
            next(before, group(landmark, row, end));
        }
        tables.hideTogether(shown, group(landmark, row, EPISODES));
    }

    /** A stratum has no curves, and neither has the rest. */
    private boolean hasCurve(String row) {
        return settings.minCellCount() > 1 && tables.isOfWhole() && !row.equals(TreatmentNames.OTHER);
    }

    /** Counts only grow with time. */
    private void next(@Nullable Cell before, Cell cell) {
        if (before != null) {
            tables.within(cell, List.of(before));
        }
    }

    /** Those who have recovered, or were last seen, before their case could become chronic by lasting long. */
    private List<Cell> notChronic(String row, String end) {
        return Stream.of(Population.ACUTE, Population.SUBACUTE, Population.UNDETERMINED)
                .map(population -> tables.cell(StudyCells.asUsed(population, row, end)))
                .filter(tables::has)
                .toList();
    }

    /**
     * Those of an earlier group without treatment who are still ill on the landmark are part of the group there, or began
     * meanwhile; those who never begin are part of it, beside those who begin later.
     */
    private void untreated(int from, int landmark) {
        List<Cell> beginning = new ArrayList<>();
        for (String end : ENDS) {
            Cell all = group(from, TreatmentNames.NONE, end);
            Cell early = upTo(from, TreatmentNames.NONE, end, landmark - from);
            Cell there = group(landmark, TreatmentNames.NONE, end);
            if (tables.has(all) && tables.has(early) && tables.has(there)) {
                Cell still = untreatedCell(from, landmark, end + "_still_ill");
                neverShown(still, tables.value(all) - tables.value(early));
                tables.sum(all, List.of(early, still));
                Cell begin = untreatedCell(from, landmark, end + "_beginning");
                neverShown(begin, Math.abs(tables.value(there) - tables.value(still)));
                if (from == 0) {
                    tables.sum(there, List.of(still, begin));
                } else {
                    tables.sum(still, List.of(there, begin));
                }
                beginning.add(begin);
            }
        }
        if (beginning.size() == ENDS.size()) {
            Cell together = untreatedCell(from, landmark, "beginning");
            neverShown(together, beginning.stream().mapToLong(tables::value).sum());
            tables.sum(together, beginning);
        }
    }

    private void neverShown(Cell cell, long value) {
        tables.put(cell, value, Worth.NEVER_SHOWN);
    }

    private Cell group(int landmark, String row, String column) {
        return tables.cell(StudyCells.group(landmark, row, column));
    }

    private Cell before(int landmark, String end) {
        return tables.cell(StudyCells.before(landmark, end));
    }

    private Cell upTo(int landmark, String row, String end, int day) {
        return tables.cell(StudyCells.upTo(landmark, row, end, day));
    }

    private Cell untreatedCell(int from, int landmark, String column) {
        return tables.cell(StudyCells.untreated(from, landmark, column));
    }
}
