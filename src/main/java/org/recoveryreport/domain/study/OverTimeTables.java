package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.EPISODES;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Worth;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The counts of groups over time: how many had recovered, or were last seen, up to a day. Curves show them at their steps.
 * Other tables count everybody up to certain days, a landmark or the day on which cases become chronic; up to these every
 * group has a count that nobody is shown, and that lies between those at the steps before and after.
 */
final class OverTimeTables {
    /** Everybody but those without a treatment. */
    private static final String TREATED = "all but " + TreatmentNames.NONE;

    private final StratumCells cells;
    private final StudySettings settings;
    private final SortedSet<Integer> landmarks = new TreeSet<>();
    /** The names of columns, each once for all rows. */
    private final Map<Ending, Map<Integer, String>> columns = new EnumMap<>(Ending.class);

    private OverTimeTables(StratumCells cells, StudySettings settings, Collection<Integer> landmarks) {
        this.cells = cells;
        this.settings = settings;
        this.landmarks.addAll(landmarks);
    }

    /** Adds the counts over time of some tables. */
    static void add(StratumCells cells, StudySettings settings, ComparisonTables tables) {
        OverTimeTables overTime =
                new OverTimeTables(cells, settings, tables.atLandmarks().keySet());
        if (tables.asUsed().containsKey(Population.ALL)) {
            overTime.asUsed(tables.asUsed());
        }
        tables.atLandmarks().forEach(overTime::atLandmark);
    }

    /** Of all cases as used, among them. */
    private void asUsed(Map<Population, CombinationTable> byPopulation) {
        CombinationTable all = Objects.requireNonNull(byPopulation.get(Population.ALL));
        List<CombinationTable> notChronic = Stream.of(Population.ACUTE, Population.SUBACUTE, Population.UNDETERMINED)
                .map(byPopulation::get)
                .filter(Objects::nonNull)
                .toList();
        SortedSet<Integer> days = new TreeSet<>(landmarks);
        days.add(settings.courseRules().chronicAfterDays());
        Days upTo = overTime(0, all, days, notChronic);
        treated(0, all);
        Map<Ending, Integer> treated = new EnumMap<>(Ending.class);
        for (int landmark : landmarks) {
            for (Ending end : Ending.values()) {
                sumOfRows(before(landmark, end), all, 0, end, landmark, upTo, treated);
            }
        }
    }

    /** Of those compared at a landmark, days from there; after those of earlier landmarks. */
    private void atLandmark(int landmark, CombinationTable table) {
        SortedSet<Integer> later = landmarks.tailSet(landmark + 1);
        SortedSet<Integer> days = new TreeSet<>();
        later.forEach(other -> days.add(other - landmark));
        Days upTo = overTime(landmark, table, days, List.of());
        treated(landmark, table);
        Map<Ending, Integer> treated = new EnumMap<>(Ending.class);
        for (int other : later) {
            for (Ending end : Ending.values()) {
                int before = before(landmark, end);
                int beforeOther = before(other, end);
                int meanwhile = cells.neverShown(
                        StudyCells.since(landmark, StudyCells.before(other, end.column())),
                        cells.value(beforeOther) - cells.value(before));
                cells.sum(beforeOther, before, meanwhile);
                sumOfRows(meanwhile, table, landmark, end, other - landmark, upTo, treated);
            }
        }
        untreated(0, landmark);
        landmarks.headSet(landmark).forEach(earlier -> untreated(earlier, landmark));
    }

    /** Where the counts up to certain days stand: by end and day those of every row. */
    private record Days(Map<Ending, Map<Integer, int[]>> positions) {
        static Days of(SortedSet<Integer> days, int rows) {
            Map<Ending, Map<Integer, int[]>> positions = new EnumMap<>(Ending.class);
            for (Ending end : Ending.values()) {
                Map<Integer, int[]> byDay = new HashMap<>();
                days.forEach(day -> byDay.put(day, new int[rows]));
                positions.put(end, byDay);
            }
            return new Days(positions);
        }

        /** Those of all rows on a day; null = nobody asks for it. */
        int @Nullable [] of(Ending end, int day) {
            return positions.getOrDefault(end, Map.of()).get(day);
        }
    }

    /** In strata those with a treatment are counted together over time, which leaves those without one. */
    private void treated(int landmark, CombinationTable table) {
        if (cells.isOfWhole() || !table.rows().contains(TreatmentNames.NONE)) {
            return;
        }
        for (Ending end : Ending.values()) {
            int all = group(landmark, TreatmentNames.ALL, end);
            int none = group(landmark, TreatmentNames.NONE, end);
            int treated = cells.neverShown(
                    StudyCells.group(landmark, TREATED, end.column()), cells.value(all) - cells.value(none));
            cells.sum(all, none, treated);
        }
    }

    /** @param latest of those with a treatment, by end: up to the day before */
    private void sumOfRows(
            int whole,
            CombinationTable table,
            int landmark,
            Ending end,
            int day,
            Days upTo,
            Map<Ending, Integer> latest) {
        if (cells.isOfWhole()) {
            cells.sum(whole, Objects.requireNonNull(upTo.of(end, day)));
        } else if (table.rows().contains(TreatmentNames.NONE)) {
            int none = upTo(landmark, TreatmentNames.NONE, end, day);
            int treated = cells.neverShown(
                    StudyCells.upTo(landmark, TREATED, end.column(), day), cells.value(whole) - cells.value(none));
            cells.sum(whole, none, treated);
            Integer before = latest.put(end, treated);
            if (before != null) {
                cells.within(treated, before);
            }
            cells.within(group(landmark, TREATED, end), treated);
        }
    }

    private Days overTime(
            int landmark, CombinationTable table, SortedSet<Integer> days, List<CombinationTable> notChronic) {
        Days upTo = Days.of(days, table.total());
        for (int row = 0; row < table.total(); row++) {
            if (cells.isOfWhole() || table.rows().get(row).equals(TreatmentNames.NONE)) {
                overTime(landmark, table, row, days, notChronic, upTo);
            }
        }
        return upTo;
    }

    private void overTime(
            int landmark,
            CombinationTable table,
            int row,
            SortedSet<Integer> days,
            List<CombinationTable> notChronic,
            Days upTo) {
        SurvivalCounts counts = table.counts(row);
        String label = table.rows().get(row);
        CurveCounts curve = hasCurve(label) ? CurveCounts.of(settings.curveBlocks(counts, landmark)) : CurveCounts.NONE;
        Cell first = cells.cell(StudyCells.upTo(landmark, label, "", 0));
        int[] shown = new int[curve.recovered().size() + curve.censored().size()];
        int shownSoFar = 0;
        for (Ending end : Ending.values()) {
            NavigableMap<Integer, Long> published = end.byDay(curve);
            NavigableMap<Integer, Long> byDay = new TreeMap<>(published);
            for (int day : days) {
                byDay.computeIfAbsent(day, any -> end.upTo(counts, any));
            }
            int before = -1;
            for (Map.Entry<Integer, Long> entry : byDay.entrySet()) {
                int day = entry.getKey();
                boolean isPublished = published.containsKey(day);
                int position = cells.add(
                        first.beside(column(end, day)),
                        entry.getValue(),
                        isPublished ? Worth.DETAIL : Worth.NEVER_SHOWN);
                if (isPublished) {
                    shown[shownSoFar++] = position;
                }
                int[] ofAllRows = upTo.of(end, day);
                if (ofAllRows != null) {
                    ofAllRows[row] = position;
                }
                next(before, position);
                before = position;
                if (landmark == 0 && day >= settings.courseRules().chronicAfterDays()) {
                    // those who have recovered, or were last seen, before their case could become chronic by lasting
                    // long
                    cells.within(position, CombinationTable.positions(notChronic, row, end.column()));
                }
            }
            next(before, table.position(row, end.column()));
        }
        cells.hideTogether(shown, table.position(row, EPISODES));
    }

    private String column(Ending end, int day) {
        return columns.computeIfAbsent(end, any -> new HashMap<>())
                .computeIfAbsent(day, any -> StudyCells.upTo(end.column(), any));
    }

    /** A stratum has no curves, and neither has the rest. */
    private boolean hasCurve(String row) {
        return !settings.everyCountMayBeShown() && cells.isOfWhole() && !row.equals(TreatmentNames.OTHER);
    }

    /** Counts only grow with time. */
    private void next(int before, int position) {
        if (before >= 0) {
            cells.within(position, before);
        }
    }

    /**
     * Those of an earlier group without treatment who are still ill on the landmark are part of the group there, or began
     * meanwhile; those who never begin are part of it, beside those who begin later.
     */
    private void untreated(int from, int landmark) {
        List<Integer> beginning = new ArrayList<>();
        for (Ending end : Ending.values()) {
            int all = group(from, TreatmentNames.NONE, end);
            int early = upTo(from, TreatmentNames.NONE, end, landmark - from);
            int there = group(landmark, TreatmentNames.NONE, end);
            if (all >= 0 && early >= 0 && there >= 0) {
                int still =
                        untreated(from, landmark, end.column() + "_still_ill", cells.value(all) - cells.value(early));
                cells.sum(all, early, still);
                int begin = untreated(
                        from, landmark, end.column() + "_beginning", Math.abs(cells.value(there) - cells.value(still)));
                if (from == 0) {
                    cells.sum(there, still, begin);
                } else {
                    cells.sum(still, there, begin);
                }
                beginning.add(begin);
            }
        }
        if (beginning.size() == Ending.values().length) {
            int together = untreated(
                    from,
                    landmark,
                    "beginning",
                    beginning.stream().mapToLong(cells::value).sum());
            cells.sum(together, beginning.stream().mapToInt(begin -> begin).toArray());
        }
    }

    private int untreated(int from, int landmark, String column, long value) {
        return cells.neverShown(StudyCells.untreated(from, landmark, column), value);
    }

    private int group(int landmark, String row, Ending end) {
        return cells.position(StudyCells.group(landmark, row, end.column()));
    }

    private int before(int landmark, Ending end) {
        return cells.position(StudyCells.before(landmark, end.column()));
    }

    private int upTo(int landmark, String row, Ending end, int day) {
        return cells.position(StudyCells.upTo(landmark, row, end.column(), day));
    }
}
