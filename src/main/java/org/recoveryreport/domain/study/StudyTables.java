package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.CENSORED;
import static org.recoveryreport.domain.study.StudyCells.EPISODES;
import static org.recoveryreport.domain.study.StudyCells.RECOVERED;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Cells;
import org.recoveryreport.domain.disclosure.CountSystem;
import org.recoveryreport.domain.disclosure.Decided;
import org.recoveryreport.domain.disclosure.LinkedTables;
import org.recoveryreport.domain.disclosure.Search;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.disclosure.Worth;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The counts that the tables of a study show, and what they add up to, within a table and between tables. What a reader can
 * subtract from what stands here and nowhere else. Each stratum is a study of its own, and strata add up to the whole.
 *
 * <p>Combinations of fewer than k episodes in the whole study have no cells of their own but are the rest everywhere.
 */
final class StudyTables {
    /** How often to decide again where a rest could be told; after that nothing is shown. */
    private static final int MOST_ROUNDS = 5;

    private final StudySettings settings;
    private final OfStrata ofStrata;
    private final LinkedTables counts = new LinkedTables();
    private final List<CombinationTable> combinations = new ArrayList<>();
    private final List<CombinationTable> combinationsOfStrata = new ArrayList<>();
    /** By landmark, 0 = as used: the combinations that have rows in the whole study. */
    private final Map<Integer, SortedSet<String>> rowsOfWhole = new HashMap<>();

    private StudyTables(StudySettings settings, OfStrata ofStrata) {
        this.settings = settings;
        this.ofStrata = ofStrata;
    }

    /**
     * What there is to decide over.
     *
     * @param ofStrata what of strata; no other count of them is shown
     */
    static StudyTables of(Iterable<? extends StudyPart> parts, StudySettings settings, OfStrata ofStrata) {
        StudyTables tables = new StudyTables(settings, ofStrata);
        Map<String, List<StudyPart>> studies = new LinkedHashMap<>();
        for (StudyPart part : parts) {
            if (!(part instanceof StratumPart of)) {
                studies.computeIfAbsent("", any -> new ArrayList<>()).add(part);
            } else if (ofStrata.includes(of.part())) {
                studies.computeIfAbsent(of.stratum(), any -> new ArrayList<>()).add(of.part());
            }
        }
        studies.forEach(tables::add);
        tables.addUpStrata(
                studies.keySet().stream().filter(name -> !name.isEmpty()).toList());
        return tables;
    }

    private void add(String stratum, List<StudyPart> parts) {
        StratumCells cells = new StratumCells(counts, stratum);
        List<Comparison> comparisons = of(Comparison.class, parts);
        if (cells.isOfWhole()) {
            rowsOfWhole(comparisons);
        }
        ComparisonTables compared = new ComparisonTables(cells, comparisons, comparison -> rows(comparison, cells));
        combinations.addAll(compared.all());
        if (!cells.isOfWhole()) {
            combinationsOfStrata.addAll(compared.all());
        }
        OverTimeTables.add(cells, settings, compared);
        List<TreatmentHistories> histories = of(TreatmentHistories.class, parts);
        TreatmentTables treatments = new TreatmentTables(
                cells,
                histories.isEmpty()
                        ? Collections.emptySortedMap()
                        : histories.get(0).labels(settings.combineBy()));
        histories.forEach(part -> treatments.add(part, compared.asUsed()));
        PracticeTables practice = new PracticeTables(cells, settings, treatments);
        of(Practice.class, parts).forEach(part -> practice.add(part, compared.asUsed()));
        of(PracticeAtLandmark.class, parts)
                .forEach(part -> practice.add(part, compared.atLandmarks().get(part.landmarkDays())));
        of(OnsetMonths.class, parts)
                .forEach(part -> months(part, cells, compared.asUsed().isEmpty()));
    }

    private static <P> List<P> of(Class<P> type, List<StudyPart> parts) {
        return parts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** The labels that have cells: those shown of all episodes, and the rest. */
    private void rowsOfWhole(List<Comparison> comparisons) {
        boolean withAll = comparisons.stream().anyMatch(StudyTables::isOfAllAsUsed);
        for (Comparison comparison : comparisons) {
            if (comparison.analysis() == Analysis.LANDMARK || isOfAllAsUsed(comparison) || !withAll) {
                SortedMap<String, Long> sizes = new TreeMap<>();
                comparison.groups().forEach((label, group) -> sizes.put(label, group.total()));
                rowsOfWhole
                        .computeIfAbsent(comparison.landmarkDays(), any -> onlyTheRest())
                        .addAll(new SmallCells(settings.minCellCount())
                                .rollUpSizes(sizes, TreatmentNames.OTHER)
                                .keySet());
            }
        }
    }

    private static boolean isOfAllAsUsed(Comparison comparison) {
        return comparison.analysis() == Analysis.AS_USED && comparison.population() == Population.ALL;
    }

    private static SortedSet<String> onlyTheRest() {
        return new TreeSet<>(Set.of(TreatmentNames.OTHER));
    }

    private SortedSet<String> rows(Comparison comparison, StratumCells cells) {
        SortedSet<String> ofWhole = rowsOfWhole.getOrDefault(comparison.landmarkDays(), onlyTheRest());
        return cells.isOfWhole() ? ofWhole : ofStrata.rowsOf(comparison, ofWhole);
    }

    private static void months(OnsetMonths months, StratumCells cells, boolean areAlone) {
        List<String> divisions = List.of(RECOVERED, CENSORED);
        months.months()
                .forEach((month, counts) -> cells.row(
                        cells.cell(StudyCells.month(month, EPISODES)),
                        counts.totalEvents(),
                        counts.totalCensored(),
                        divisions,
                        Worth.ROW,
                        Worth.DETAIL));
        if (areAlone) {
            SurvivalCounts.Builder all = SurvivalCounts.builder();
            months.months().values().forEach(all::add);
            SurvivalCounts together = all.build();
            cells.row(
                    cells.cell(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, EPISODES)),
                    together.totalEvents(),
                    together.totalCensored(),
                    divisions,
                    Worth.TOTAL,
                    Worth.TOTAL);
        }
        for (String column : CombinationTable.COLUMNS) {
            cells.sumIfTrue(
                    cells.position(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, column)),
                    months.months().keySet().stream()
                            .mapToInt(month -> cells.position(StudyCells.month(month, column)))
                            .toArray());
        }
    }

    /** Every count is that of the strata together, and of those in none, if there are any. */
    private void addUpStrata(List<String> strata) {
        if (strata.isEmpty()) {
            return;
        }
        StratumCells cells = new StratumCells(counts, "");
        Cell everybody = StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, EPISODES);
        boolean isComplete = cells.value(cells.position(everybody)) == cells.total(inStrata(everybody, strata));
        int ofAll = counts.size();
        for (int position = 0; position < ofAll; position++) {
            Cell whole = counts.cell(position);
            int[] parts = whole == null ? new int[0] : inStrata(whole, strata);
            long others = counts.value(position) - cells.total(parts);
            if (whole != null && parts.length > 0 && others >= 0) {
                Cell inNone = StudyCells.in("in no stratum", whole);
                cells.sum(
                        position,
                        isComplete && others == 0 ? parts : StratumCells.plus(parts, cells.neverShown(inNone, others)));
            }
        }
    }

    private int[] inStrata(Cell whole, List<String> strata) {
        return strata.stream()
                .mapToInt(name -> counts.position(StudyCells.in(name, whole)))
                .filter(position -> position >= 0)
                .toArray();
    }

    /** The combinations of which a stratum would have a row if nobody could tell more than by single sums, or several exactly. */
    OfStrata ofStrataBySums() {
        BitSet hidden = counts.hiddenBySums(settings.minCellCount(), new BitSet());
        return ofStrata.where(rows(combinationsOfStrata, position -> !hidden.get(position)));
    }

    /**
     * What is left to decide over of strata after an attempt that failed: combinations of which it meant a stratum to have a row,
     * and about which nothing was left unsafe; if that is all of them, those of fewer landmarks.
     */
    OfStrata ofStrataAfter(Attempt failed) {
        BitSet hidden = failed.decided().hiddenInSearch();
        BitSet unsafe = new BitSet();
        failed.decided().unsafe().forEach(unsafe::set);
        OfStrata less = ofStrata.where(rows(combinationsOfStrata, position -> !hidden.get(position)))
                .without(rows(combinations, unsafe::get));
        return less.equals(ofStrata) ? ofStrata.withFewerLandmarks() : less;
    }

    /** By landmark, the combinations that have some count in one of the tables. */
    private static Map<Integer, Set<String>> rows(List<CombinationTable> some, IntPredicate is) {
        Map<Integer, Set<String>> rows = new HashMap<>();
        for (CombinationTable table : some) {
            Set<String> ofLandmark = rows.computeIfAbsent(table.comparison().landmarkDays(), any -> new HashSet<>());
            for (int row = 0; row < table.total(); row++) {
                for (String column : CombinationTable.COLUMNS) {
                    int position = table.position(row, column);
                    if (position >= 0 && is.test(position)) {
                        ofLandmark.add(table.rows().get(row));
                    }
                }
            }
        }
        return rows;
    }

    /** What of strata is among them. */
    OfStrata ofStrata() {
        return ofStrata;
    }

    /** All counts, to be told of more. */
    LinkedTables counts() {
        return counts;
    }

    /** How many counts there are. */
    int size() {
        return counts.size();
    }

    /** The tables of combinations. */
    List<CombinationTable> combinations() {
        return combinations;
    }

    /** The rests as they are published where some counts are shown. */
    PublishedRests rests(BitSet shown) {
        return new PublishedRests(combinations, counts, shown, settings.minCellCount());
    }

    /**
     * What was found when it was decided what to show.
     *
     * @param decided before the rest was minded as it is published
     * @param shown what may be shown
     */
    record Attempt(Decided decided, BitSet shown) {
        /** Whether nothing may be shown but how many episodes there are, which the log's summary tells. */
        boolean isFailed() {
            return shown.cardinality() <= 1;
        }
    }

    /** The cells at some positions. */
    Cells cells(BitSet positions) {
        return counts.cells().only(positions);
    }

    /** Where the rest, as it is published, could be told, the smallest rows beside it join it, each time twice as many. */
    Attempt attempt(Search search) {
        BitSet joining = new BitSet();
        for (int round = 1; ; round++) {
            Decided decided = counts.decided(settings.minCellCount(), joining, search);
            BitSet shown = new BitSet();
            shown.set(0, counts.size());
            shown.andNot(decided.hidden());
            Attempt attempt = new Attempt(decided, shown);
            PublishedRests rests = rests(shown);
            List<Cell> leaks = attempt.isFailed() ? List.of() : rests.leaks(decided);
            if (leaks.isEmpty()) {
                return attempt;
            }
            int before = joining.cardinality();
            joining.or(rests.smallestBeside(leaks, 1 << (round - 1)));
            if (round == MOST_ROUNDS || joining.cardinality() == before) {
                return new Attempt(decided, new BitSet());
            }
        }
    }

    /**
     * Audits a result: what it publishes, whatever was decided before, and what was decided to be shown, for that might be
     * told.
     *
     * @throws IllegalArgumentException where a published count is not the count
     */
    static Audit audit(
            Iterable<? extends StudyPart> parts, StudyResult result, StudySettings settings, Decision decision) {
        StudyTables tables = of(parts, settings, decision.ofStrata());
        CountSystem decided = tables.counts.asShown(decision.shown());
        BitSet all = tables.rests(decision.shown()).addTo(tables.counts, Worth.NEVER_SHOWN);
        BitSet published = tables.published(result);
        all.or(published);
        return Audit.of(decided.showing(published), tables.counts.asShown(all), settings.minCellCount());
    }

    /**
     * The positions of those published counts that are told here.
     *
     * @throws IllegalArgumentException where a published count is not the count
     */
    BitSet published(StudyResult result) {
        BitSet published = new BitSet();
        PublishedCounts.forEachFresh(result, (cell, count) -> counts.showIfKnown(cell, count, published));
        return published;
    }
}
