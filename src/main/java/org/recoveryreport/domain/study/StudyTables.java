package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.CENSORED;
import static org.recoveryreport.domain.study.StudyCells.EPISODES;
import static org.recoveryreport.domain.study.StudyCells.RECOVERED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Cells;
import org.recoveryreport.domain.disclosure.CountSystem;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.disclosure.Suppression;
import org.recoveryreport.domain.disclosure.Suppression.Search;
import org.recoveryreport.domain.disclosure.Suppression.Worth;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeCounts.Tally;
import org.recoveryreport.domain.practice.Verdict;
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

    /** Checks of everybody with a treatment. */
    private static final Map<PracticeCheck, String> CONCERN_ALL = new EnumMap<>(Map.of(
            PracticeCheck.COLD_FIRST, "cold",
            PracticeCheck.HEAT_NOT_BEFORE, "heat",
            PracticeCheck.RELAXANT_DURATION, "muscle-relaxant"));

    /** Checks of some of those with a treatment. */
    private static final Map<PracticeCheck, String> CONCERN_SOME = new EnumMap<>(Map.of(
            PracticeCheck.REST_AT_MOST_TWO_DAYS, "rest",
            PracticeCheck.IBUPROFEN_DOSE, "nsaid",
            PracticeCheck.NAPROXEN_DOSE, "nsaid"));

    private final StudySettings settings;
    private final OfStrata ofStrata;
    private final Suppression.Builder cells = Suppression.builder();
    private final List<String> strata = new ArrayList<>();
    private final List<CombinationTable> tables = new ArrayList<>();
    private final List<CombinationTable> tablesOfStrata = new ArrayList<>();

    private SortedSet<String> combinations = new TreeSet<>();
    private final Map<Integer, SortedSet<String>> atLandmarks = new TreeMap<>();
    /** What stands for a treatment in the labels of combinations. */
    private final Map<String, String> labelOf = new TreeMap<>();

    /** What would be published if nobody had the earlier report, by position. */
    private final BitSet publishedWithoutThat = new BitSet();

    /** How many there are without what the earlier report adds. */
    private int ofTonight;

    private String stratum = "";

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
        studies.keySet().stream().filter(name -> !name.isEmpty()).forEach(tables.strata::add);
        tables.strata();
        return tables;
    }

    /** The combinations of which a stratum would have a row if nobody could tell more than by single sums, or several exactly. */
    OfStrata ofStrataBySums() {
        BitSet hidden = cells.hiddenBySums(settings.minCellCount(), new BitSet());
        return ofStrata.where(rows(tablesOfStrata, position -> !hidden.get(position)));
    }

    /**
     * What is left to decide over of strata after an attempt that failed: combinations of which it meant a stratum to have a row,
     * and about which nothing was left unsafe; if that is all of them, those of fewer landmarks.
     */
    OfStrata ofStrataAfter(Attempt failed) {
        BitSet hidden = failed.decided().hiddenInSearch();
        BitSet unsafe = new BitSet();
        failed.decided().unsafe().forEach(unsafe::set);
        OfStrata less = ofStrata.where(rows(tablesOfStrata, position -> !hidden.get(position)))
                .without(rows(tables, unsafe::get));
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

    /** How many counts there are. */
    int size() {
        return cells.size();
    }

    /**
     * What was found when it was decided what to show.
     *
     * @param decided before the rest was minded as it is published
     * @param shown what may be shown
     */
    record Attempt(Suppression.Decided decided, BitSet shown) {
        /** Whether nothing may be shown but how many episodes there are, which the log's summary tells. */
        boolean isFailed() {
            return shown.cardinality() <= 1;
        }
    }

    /** The cells at some positions. */
    Cells cells(BitSet positions) {
        return cells.cells().only(positions);
    }

    /** Where the rest, as it is published, could be told, the smallest rows beside it join it, each time twice as many. */
    Attempt attempt(Search search) {
        BitSet joining = new BitSet();
        for (int round = 1; ; round++) {
            Suppression.Decided decided = cells.decided(settings.minCellCount(), joining, search);
            BitSet shown = new BitSet();
            shown.set(0, cells.size());
            shown.andNot(decided.hidden());
            Attempt attempt = new Attempt(decided, shown);
            List<Cell> leaks = attempt.isFailed() ? List.of() : toldRests(decided, shown);
            if (leaks.isEmpty()) {
                return attempt;
            }
            int before = joining.cardinality();
            joining.or(besideRests(leaks, shown, 1 << (round - 1)));
            if (round == MOST_ROUNDS || joining.cardinality() == before) {
                return new Attempt(decided, new BitSet());
            }
        }
    }

    /**
     * What can be told where the rest is published with rows that are not shown. It tells nothing of these: where it is shown it
     * is what shown rows leave of a shown total, so whatever agrees with those agrees with it; and where it is not it is whatever
     * its rows make it.
     */
    private List<Cell> toldRests(Suppression.Decided decided, BitSet shown) {
        List<Rest> rests = rests(shown);
        if (rests.stream().allMatch(rest -> rest.parts().cardinality() == 1)) {
            return List.of();
        }
        Suppression.Builder published = cells.copy();
        return Audit.leaksBeside(decided, published.asShown(with(rests, published, shown, Worth.NEVER_SHOWN)));
    }

    /**
     * Tells of rests as well.
     *
     * @param ofLarge what a count of 2k or more is worth that is not shown. By itself it needs no range: were it narrower than
     *     k, the count would be known to be k or more, which tells of no small one.
     * @return what is shown with them, by position
     */
    private BitSet with(List<Rest> rests, Suppression.Builder told, BitSet shown, Worth ofLarge) {
        BitSet all = (BitSet) shown.clone();
        for (Rest rest : rests) {
            boolean isLarge = !rest.isShown() && rest.count() >= 2L * settings.minCellCount();
            int position = told.add(rest.cell(), rest.count(), isLarge ? ofLarge : Worth.ROW);
            told.sum(position, rest.parts().stream().toArray());
            if (rest.isShown()) {
                all.set(position);
            }
        }
        return all;
    }

    /** The smallest rows that are shown of each table whose rest is among some cells. */
    private BitSet besideRests(List<Cell> some, BitSet shown, int most) {
        BitSet beside = new BitSet();
        for (CombinationTable table : tables) {
            String rest = table.cell(TreatmentNames.OTHER, EPISODES).row();
            if (some.stream().anyMatch(cell -> cell.row().equals(rest))) {
                IntStream.range(0, table.total())
                        .map(row -> table.position(row, EPISODES))
                        .filter(position -> isAmong(shown, position) && cells.value(position) > 0)
                        .boxed()
                        .sorted(Comparator.comparing(cells::value))
                        .limit(most)
                        .forEach(beside::set);
            }
        }
        return beside;
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
        CountSystem decided = tables.cells.asShown(decision.shown());
        BitSet all = tables.with(tables.rests(decision.shown()), tables.cells, decision.shown(), Worth.NEVER_SHOWN);
        BitSet published = tables.published(result);
        all.or(published);
        return Audit.of(decided.showing(published), tables.cells.asShown(all), settings.minCellCount());
    }

    /** The positions of those published counts that are told here. */
    private BitSet published(StudyResult result) {
        BitSet published = new BitSet();
        PublishedCounts.forEachFresh(result, (cell, count) -> cells.showIfKnown(cell, count, published));
        return published;
    }

    /**
     * What single sums tell of a result beside the earlier report, and several exactly; as {@link #audit}. A reader is taken to
     * know of every count whether it has grown since, and so may tell some nearly enough without tonight's report; that is not
     * held against it, but whatever it adds is.
     */
    List<Cell> toldBySums(StudyResult result, int minCellCount) {
        return Audit.bySums(cells.asShown(published(result)), cells.asShown(new BitSet()), minCellCount);
    }

    /**
     * The same counts beside those of an earlier report, which readers may have too.
     *
     * @param result what would be published without that
     */
    StudyTables after(EarlierReport earlier, StudyResult result) {
        BitSet butRests = published(result);
        // by how much it has changed may be small
        with(rests(butRests), cells, butRests, Worth.ROW);
        publishedWithoutThat.or(published(result));
        ofTonight = cells.size();
        restsAsTheyWere(earlier.result());
        earlier.counts().forEach((cell, before) -> {
            int position = cells.position(cell);
            if (position >= 0) {
                cells.after(position, before.count());
            }
        });
        return this;
    }

    /**
     * A combination may have a row tonight that was part of the rest before, or the other way round: who would be in the rest if all
     * were where they were is counted too, for by how many that has changed may be small.
     */
    private void restsAsTheyWere(StudyResult before) {
        Set<Cell> rowsBefore = new HashSet<>();
        PublishedCounts.forEach(before, (cell, count) -> {
            if (cell.column().equals(EPISODES)) {
                rowsBefore.add(cell);
            }
        });
        Map<Cell, Long> restsBefore = new HashMap<>();
        PublishedCounts.forEachFresh(before, (cell, count) -> {
            if (cell.column().endsWith(StudyCells.AS_PUBLISHED)) {
                restsBefore.put(cell, count);
            }
        });
        for (CombinationTable table : tables) {
            int[] together = IntStream.range(0, table.total())
                    .filter(row -> row == table.rest()
                            || !rowsBefore.contains(table.cell(table.rows().get(row), EPISODES)))
                    .toArray();
            for (String column : CombinationTable.COLUMNS) {
                Cell rest = StudyCells.asPublished(table.cell(TreatmentNames.OTHER, column));
                Long count = restsBefore.get(rest);
                int[] parts = positions(table, together, column);
                if (count != null && parts.length > 0) {
                    int asItWas = cells.add(rest.beside(column + " as it was"), sum(parts), Worth.NEVER_SHOWN);
                    cells.sum(asItWas, parts);
                    cells.after(asItWas, count);
                }
            }
        }
    }

    /**
     * A count of the rest as it is published, with the rows that are not shown.
     *
     * @param parts the counts of these rows, by position
     * @param isShown whether it is what shown rows leave of a shown total
     */
    private record Rest(Cell cell, BitSet parts, long count, boolean isShown) {}

    /** Of every table whose total is shown, and in which the rest is not small. */
    private List<Rest> rests(BitSet shown) {
        List<Rest> rests = new ArrayList<>();
        for (CombinationTable table : tables) {
            int[] apart = IntStream.range(0, table.total())
                    .filter(row -> row != table.rest() && isAmong(shown, table.position(row, EPISODES)))
                    .toArray();
            int[] together = IntStream.range(0, table.total())
                    .filter(row -> row == table.rest() || !isAmong(shown, table.position(row, EPISODES)))
                    .toArray();
            boolean isWholeShown = isAmong(shown, table.position(table.total(), EPISODES));
            if (sum(positions(table, together, EPISODES)) >= settings.minCellCount() && isWholeShown) {
                for (String column : CombinationTable.COLUMNS) {
                    BitSet parts = new BitSet();
                    IntStream.of(positions(table, together, column)).forEach(parts::set);
                    if (!parts.isEmpty()) {
                        rests.add(new Rest(
                                StudyCells.asPublished(table.cell(TreatmentNames.OTHER, column)),
                                parts,
                                parts.stream().mapToLong(this::value).sum(),
                                isAmong(shown, table.position(table.total(), column))
                                        && IntStream.of(apart)
                                                .allMatch(row -> isAmong(shown, table.position(row, column)))));
                    }
                }
            }
        }
        return rests;
    }

    private static boolean isAmong(BitSet positions, int position) {
        return position >= 0 && positions.get(position);
    }

    /** Where some rows have a count in a column. */
    private static int[] positions(CombinationTable table, int[] rows, String column) {
        return IntStream.of(rows)
                .map(row -> table.position(row, column))
                .filter(position -> position >= 0)
                .toArray();
    }

    private long sum(int[] some) {
        long sum = 0;
        for (int position : some) {
            sum += value(position);
        }
        return sum;
    }

    /** Those counts of what would be published that may not be shown {@linkplain #after beside} those of the earlier report. */
    Set<Cell> hiddenAfter(int minCellCount) {
        BitSet hidden = new BitSet();
        hidden.set(0, ofTonight);
        hidden.andNot(publishedWithoutThat);
        BitSet after = cells.hiddenBySums(minCellCount, hidden);
        after.and(publishedWithoutThat);
        return cells.at(after);
    }

    private void add(String name, List<StudyPart> parts) {
        stratum = name;
        Map<Population, Comparison> asUsed = new EnumMap<>(Population.class);
        Map<Integer, Comparison> landmarks = new TreeMap<>();
        for (Comparison comparison : of(Comparison.class, parts)) {
            if (comparison.analysis() == Analysis.AS_USED) {
                asUsed.put(comparison.population(), comparison);
            } else {
                landmarks.put(comparison.landmarkDays(), comparison);
            }
        }
        Map<Population, CombinationTable> tablesAsUsed = asUsed(asUsed);
        Map<Integer, CombinationTable> tablesAtLandmarks = landmarks(landmarks, asUsed.containsKey(Population.ALL));
        overTime(tablesAsUsed, tablesAtLandmarks);
        of(TreatmentHistories.class, parts).forEach(part -> treatments(part, tablesAsUsed));
        of(Practice.class, parts).forEach(part -> practice(part, tablesAsUsed));
        of(PracticeAtLandmark.class, parts).forEach(part -> practice(part, tablesAtLandmarks.get(part.landmarkDays())));
        of(OnsetMonths.class, parts).forEach(part -> months(part, asUsed));
    }

    private void overTime(Map<Population, CombinationTable> asUsed, Map<Integer, CombinationTable> landmarks) {
        OverTimeTables overTime = new OverTimeTables(this, settings, landmarks.keySet());
        if (asUsed.containsKey(Population.ALL)) {
            overTime.asUsed(asUsed);
        }
        landmarks.forEach(overTime::atLandmark);
    }

    /** Every count is that of the strata together, and of those in none, if there are any. */
    private void strata() {
        if (strata.isEmpty()) {
            return;
        }
        stratum = "";
        boolean isComplete = inNoStratum(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, EPISODES)) == 0;
        int ofAll = cells.size();
        for (int position = 0; position < ofAll; position++) {
            Cell whole = cells.cell(position);
            if (whole != null) {
                List<Cell> parts = inStrata(whole);
                long others = inNoStratum(whole);
                if (!parts.isEmpty() && others >= 0) {
                    Cell inNone = StudyCells.in("in no stratum", whole);
                    sum(whole, isComplete && others == 0 ? parts : plus(parts, neverShown(inNone, others)));
                }
            }
        }
    }

    private List<Cell> inStrata(Cell whole) {
        return strata.stream()
                .map(name -> StudyCells.in(name, whole))
                .filter(this::has)
                .toList();
    }

    private long inNoStratum(Cell whole) {
        return value(whole) - inStrata(whole).stream().mapToLong(this::value).sum();
    }

    private static <P> List<P> of(Class<P> type, List<StudyPart> parts) {
        return parts.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private Map<Population, CombinationTable> asUsed(Map<Population, Comparison> comparisons) {
        Comparison all = comparisons.get(Population.ALL);
        if (stratum.isEmpty()) {
            combinations = rows(comparisons.values().stream()
                    .filter(comparison -> all == null || comparison.population() == Population.ALL)
                    .toList());
        }
        Map<Population, CombinationTable> byPopulation = new EnumMap<>(Population.class);
        String of = stratum;
        comparisons.forEach((population, comparison) -> {
            CombinationTable table = new CombinationTable(
                    population.toString(),
                    comparison,
                    rowsHere(comparison, combinations),
                    (row, column) -> StudyCells.in(of, StudyCells.asUsed(population, row, column)));
            byPopulation.put(population, table);
            add(table, population == Population.ALL);
        });
        CombinationTable whole = byPopulation.get(Population.ALL);
        if (whole != null && comparisons.size() > 1) {
            List<CombinationTable> classes = byPopulation.values().stream()
                    .filter(table -> !table.equals(whole))
                    .toList();
            for (int row = 0; row <= whole.total(); row++) {
                for (String column : CombinationTable.COLUMNS) {
                    sumIfTrue(whole.position(row, column), positions(classes, row, column));
                }
            }
        }
        return byPopulation;
    }

    private SortedSet<String> rowsHere(Comparison comparison, SortedSet<String> ofWhole) {
        return stratum.isEmpty() ? ofWhole : ofStrata.rowsOf(comparison, ofWhole);
    }

    /** Where some tables have the same row. */
    static int[] positions(List<CombinationTable> alike, int row, String column) {
        return alike.stream()
                .mapToInt(table -> table.position(row, column))
                .filter(position -> position >= 0)
                .toArray();
    }

    /** The labels that have cells: those shown of all episodes, and the rest. */
    private SortedSet<String> rows(List<Comparison> comparisons) {
        SortedSet<String> rows = new TreeSet<>();
        for (Comparison comparison : comparisons) {
            SortedMap<String, Long> sizes = new TreeMap<>();
            comparison.groups().forEach((label, counts) -> sizes.put(label, counts.total()));
            rows.addAll(new SmallCells(settings.minCellCount())
                    .rollUpSizes(sizes, TreatmentNames.OTHER)
                    .keySet());
        }
        rows.add(TreatmentNames.OTHER);
        return rows;
    }

    /** Rows of episodes, recovered and censored, with their totals. */
    private void add(CombinationTable table, boolean important) {
        Comparison comparison = table.comparison();
        tables.add(table);
        if (!stratum.isEmpty()) {
            tablesOfStrata.add(table);
        }
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
            int[] positions = row(
                    table.cell(table.rows().get(row), EPISODES),
                    counts.totalEvents(),
                    counts.totalCensored(),
                    divisions,
                    worth,
                    detail);
            told(table, row, divisions, positions);
        }
        // the log's summary tells how many episodes there are
        boolean isLog = stratum.isEmpty()
                && comparison.analysis() == Analysis.AS_USED
                && comparison.population() == Population.ALL;
        Cell all = table.cell(TreatmentNames.ALL, EPISODES);
        int[] totals = row(all, recovered, censored, divisions, isLog ? Worth.KNOWN : Worth.TOTAL, Worth.TOTAL);
        told(table, table.total(), divisions, totals);
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

    private static void told(CombinationTable table, int row, List<String> divisions, int[] positions) {
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

    /** The divisions of a row are shown all or none, and only where their sum is. Returns where it and they stand. */
    private int[] row(Cell episodes, long recovered, long censored, List<String> divisions, Worth worth, Worth detail) {
        int[] positions = new int[1 + divisions.size()];
        positions[0] = cells.add(episodes, recovered + censored, worth);
        for (int i = 0; i < divisions.size(); i++) {
            String column = divisions.get(i);
            positions[i + 1] =
                    cells.add(episodes.beside(column), column.equals(RECOVERED) ? recovered : censored, detail);
        }
        divide(positions[0], Arrays.copyOfRange(positions, 1, positions.length));
        return positions;
    }

    private void divide(int whole, int[] parts) {
        cells.sum(whole, parts);
        for (int part : parts) {
            cells.hide(part, whole);
            for (int other : parts) {
                if (other != part) {
                    cells.hide(other, part);
                }
            }
        }
    }

    private Map<Integer, CombinationTable> landmarks(Map<Integer, Comparison> comparisons, boolean withAll) {
        Map<Integer, CombinationTable> byLandmark = new TreeMap<>();
        String of = stratum;
        for (Map.Entry<Integer, Comparison> entry : comparisons.entrySet()) {
            int landmark = entry.getKey();
            Comparison comparison = entry.getValue();
            if (stratum.isEmpty()) {
                atLandmarks.put(landmark, rows(List.of(comparison)));
            }
            CombinationTable table = new CombinationTable(
                    "day " + landmark,
                    comparison,
                    rowsHere(
                            comparison,
                            atLandmarks.getOrDefault(landmark, new TreeSet<>(Set.of(TreatmentNames.OTHER)))),
                    (row, column) -> StudyCells.in(of, StudyCells.atLandmark(landmark, row, column)));
            byLandmark.put(landmark, table);
            add(table, true);
            Map<String, Long> leftOut = Map.of(
                    RECOVERED, comparison.leftOut().totalEvents(),
                    CENSORED, comparison.leftOut().totalCensored());
            for (String column : List.of(RECOVERED, CENSORED)) {
                Cell cell = count(StudyCells.before(landmark, column), leftOut.getOrDefault(column, 0L), Worth.ROW);
                if (withAll) {
                    sum(
                            cell(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, column)),
                            List.of(cell, cell(StudyCells.atLandmark(landmark, TreatmentNames.ALL, column))));
                }
            }
        }
        return byLandmark;
    }

    private void treatments(TreatmentHistories histories, Map<Population, CombinationTable> asUsed) {
        labelOf.clear();
        List<String> tags = histories.tags().names();
        boolean byTag = settings.combineBy() == StudySettings.CombineBy.TAG;
        for (int bit = 0; bit < tags.size(); bit++) {
            labelOf.put(
                    tags.get(bit),
                    byTag ? tags.get(bit) : histories.families().names().get(bit));
        }
        boolean withAll = asUsed.containsKey(Population.ALL);
        if (withAll) {
            new TreeSet<>(labelOf.values()).forEach(label -> asUsed.values().forEach(table -> label(label, table)));
        }
        long episodes = histories.episodes();
        long[] with = histories.episodesWith();
        for (int bit = 0; bit < tags.size(); bit++) {
            Cell having = withAndWithout(tags.get(bit), with[bit], episodes - with[bit]);
            if (withAll) {
                allOf(having(Population.ALL.toString(), tags.get(bit)), tags.get(bit), having);
            }
        }
    }

    /** Of those with a treatment, or those with one of its family where combinations are made of these. */
    private Cell having(String table, String tag) {
        return cell(StudyCells.named(table, labelOf.getOrDefault(tag, tag), "with"));
    }

    /** Says that a count is that of those with a treatment, who are all of its family where it is the only one of it. */
    private void allOf(Cell having, String tag, Cell count) {
        boolean isAlone = Collections.frequency(labelOf.values(), labelOf.get(tag)) == 1;
        if (isAlone && has(having)) {
            sumIfTrue(having, List.of(count));
        } else {
            within(having, count);
        }
    }

    /** Those whose combination names a treatment, or a family, and those whose does not. */
    private void label(String label, CombinationTable table) {
        CombinationTable.Named named = table.named(List.of(label));
        int all = table.position(table.total(), EPISODES);
        int others = table.position(table.rest(), EPISODES);
        int having = named(table, label, "with", named.episodes());
        int without = named(table, label, "without", value(all) - named.episodes());
        cells.sum(all, having, without);
        int othersHaving = named(table, label, "rest_with", named.ofRest());
        int othersWithout = named(table, label, "rest_without", value(others) - named.ofRest());
        // who is in the rest and not named so is in no other sum to be minded first
        cells.sumMindedLast(others, othersHaving, othersWithout);
        cells.sum(having, plus(episodes(table, table.naming(label)), othersHaving));
        // it follows: whoever is in a row or the rest is in one that is named so, or in one that is not
        cells.sumMindedLast(without, plus(episodes(table, table.notNaming(label)), othersWithout));
    }

    private int named(CombinationTable table, String label, String column, long episodes) {
        return cells.add(cell(StudyCells.named(table.name(), label, column)), episodes, Worth.NEVER_SHOWN);
    }

    private static int[] episodes(CombinationTable table, BitSet rows) {
        return rows.stream().map(row -> table.position(row, EPISODES)).toArray();
    }

    /** Of all episodes; shown both or neither. */
    private Cell withAndWithout(String tag, long with, long without) {
        Cell having = StudyCells.treatment(tag, "episodes_with");
        Cell missing = StudyCells.treatment(tag, "episodes_without");
        count(having, with, Worth.ROW);
        count(missing, without, Worth.ROW);
        cells.hide(cell(having), cell(missing)).hide(cell(missing), cell(having));
        Cell all = cell(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, EPISODES));
        if (has(all)) {
            sum(all, List.of(cell(having), cell(missing)));
        }
        return cell(having);
    }

    private void practice(Practice practice, Map<Population, CombinationTable> asUsed) {
        for (PracticeCheck check : PracticeCheck.values()) {
            Map<Population, Tally> tallies = new EnumMap<>(Population.class);
            for (CaseClass caseClass : CaseClass.values()) {
                Tally tally = practice.counts().tally(check, caseClass);
                if (caseClass != CaseClass.SUBACUTE || settings.courseRules().subacuteAfterDays() != null) {
                    tallies.put(Population.of(caseClass), tally);
                }
                tallies.merge(Population.ALL, tally, Tally::plus);
            }
            tallies.forEach((population, tally) -> tally(check, population, tally));
            for (String column : List.of("eligible", "kept", "departed", "not_assessable")) {
                sum(
                        cell(StudyCells.practice(check.id(), Population.ALL, column)),
                        tallies.keySet().stream()
                                .filter(population -> population != Population.ALL)
                                .map(population -> cell(StudyCells.practice(check.id(), population, column)))
                                .toList());
            }
        }
        asUsed.values().forEach(this::practiceAndTreatments);
        concernedByTreatment();
    }

    private void tally(PracticeCheck check, Population population, Tally tally) {
        boolean all = population == Population.ALL;
        Cell eligible = count(
                StudyCells.practice(check.id(), population, "eligible"),
                tally.eligible(),
                all ? Worth.IMPORTANT_ROW : Worth.ROW);
        Map<String, Long> verdicts =
                Map.of("kept", tally.kept(), "departed", tally.broken(), "not_assessable", tally.notAssessable());
        List<Cell> parts = new ArrayList<>();
        for (String verdict : List.of("kept", "departed", "not_assessable")) {
            parts.add(count(
                    StudyCells.practice(check.id(), population, verdict),
                    verdicts.getOrDefault(verdict, 0L),
                    all ? Worth.ROW : Worth.DETAIL));
        }
        divide(
                cells.position(eligible),
                parts.stream().mapToInt(cells::position).toArray());
    }

    private void practiceAndTreatments(CombinationTable table) {
        Population population = table.comparison().population();
        concerned(table, check -> eligible(check, population));
        if (population == Population.CHRONIC) {
            sumIfTrue(
                    cell(StudyCells.asUsed(population, TreatmentNames.ALL, EPISODES)),
                    List.of(eligible(PracticeCheck.PROFESSIONAL_WHEN_CHRONIC, population)));
            anyOf(
                    table,
                    cell(StudyCells.practice(PracticeCheck.PROFESSIONAL_WHEN_CHRONIC.id(), population, "kept")),
                    List.of("physical-therapy", "massage", "spinal-manipulation", "acupuncture"));
        }
        Cell cold = eligible(PracticeCheck.COLD_FIRST, population);
        Cell heat = eligible(PracticeCheck.HEAT_NOT_BEFORE, population);
        Cell either = eligible(PracticeCheck.SESSION_LENGTH, population);
        if (has(cold) && has(heat) && has(either)) {
            long together = value(cold) + value(heat);
            if (together >= value(either)) {
                Cell sum = neverShown(StudyCells.practice("cold or heat", population, "together"), together);
                Cell both =
                        neverShown(StudyCells.practice("cold or heat", population, "both"), together - value(either));
                sum(sum, List.of(cold, heat));
                sum(sum, List.of(either, both));
            }
        }
    }

    /** Some checks concern everybody with a treatment, or part of them. */
    private void concerned(CombinationTable table, Function<PracticeCheck, Cell> eligible) {
        CONCERN_ALL.forEach((check, tag) -> allOf(having(table.name(), tag), tag, eligible.apply(check)));
        CONCERN_SOME.forEach((check, tag) -> within(having(table.name(), tag), eligible.apply(check)));
        anyOf(table, eligible.apply(PracticeCheck.SESSION_LENGTH), List.of("cold", "heat"));
        within(eligible.apply(PracticeCheck.RELAXANT_DURATION), eligible.apply(PracticeCheck.RELAXANT_AFTER_NSAID));
    }

    /** A family is made of several treatments, and a check may concern only one of them. */
    private void concernedByTreatment() {
        CONCERN_ALL.forEach((check, tag) -> {
            Cell with = cell(StudyCells.treatment(tag, "episodes_with"));
            if (has(with)) {
                sumIfTrue(with, List.of(eligible(check, Population.ALL)));
            }
        });
        CONCERN_SOME.forEach((check, tag) ->
                within(cell(StudyCells.treatment(tag, "episodes_with")), eligible(check, Population.ALL)));
    }

    /** Which of those who go on after a landmark are concerned there, and how care had kept to the checks by then. */
    private void practice(PracticeAtLandmark practice, @Nullable CombinationTable table) {
        int landmark = practice.landmarkDays();
        for (PracticeCheck check : PracticeCheck.values()) {
            Map<Verdict, Long> known = practice.episodes(check, settings);
            Map<String, Long> verdicts = new LinkedHashMap<>();
            verdicts.put("kept", known.getOrDefault(Verdict.KEPT, 0L));
            verdicts.put("not_kept", known.getOrDefault(Verdict.BROKEN, 0L));
            verdicts.put("not_assessable", known.getOrDefault(Verdict.NOT_ASSESSABLE, 0L));
            List<Cell> parts = new ArrayList<>();
            verdicts.forEach((verdict, episodes) ->
                    parts.add(count(StudyCells.practiceAt(landmark, check, verdict), episodes, Worth.DETAIL)));
            Cell eligible = neverShown(
                    StudyCells.practiceAt(landmark, check, "eligible"),
                    parts.stream().mapToLong(this::value).sum());
            sum(eligible, parts);
            int[] positions = parts.stream().mapToInt(cells::position).toArray();
            hideTogether(positions, positions[0]);
            within(cell(StudyCells.atLandmark(landmark, TreatmentNames.ALL, EPISODES)), eligible);
            // what has been departed from by then remains so
            within(cell(StudyCells.practice(check.id(), Population.ALL, "departed")), parts.get(1));
        }
        if (table != null) {
            Stream.concat(CONCERN_ALL.values().stream(), CONCERN_SOME.values().stream())
                    .map(tag -> labelOf.getOrDefault(tag, tag))
                    .distinct()
                    .forEach(label -> label(label, table));
            concerned(table, check -> cell(StudyCells.practiceAt(landmark, check, "eligible")));
        }
    }

    private Cell eligible(PracticeCheck check, Population population) {
        return cell(StudyCells.practice(check.id(), population, "eligible"));
    }

    /** Says that a count is that of the episodes with any of some treatments, if combinations tell who these are. */
    private void anyOf(CombinationTable table, Cell count, List<String> tags) {
        Set<String> labels = new LinkedHashSet<>();
        tags.forEach(tag -> labels.add(labelOf.getOrDefault(tag, tag)));
        boolean areOthersNamedAlike = labelOf.entrySet().stream()
                .anyMatch(tag -> labels.contains(tag.getValue()) && !tags.contains(tag.getKey()));
        CombinationTable.Named named = table.named(labels);
        int whole = cells.position(count);
        if (!areOthersNamedAlike && value(whole) == named.episodes()) {
            int others = cells.add(
                    new Cell(count.table(), count.row(), count.column() + " in the rest"),
                    named.ofRest(),
                    Worth.NEVER_SHOWN);
            cells.sum(whole, plus(episodes(table, named.rows()), others));
            within(table.position(table.rest(), EPISODES), others);
        }
    }

    /** Says that a count is part of another, if both are there. */
    private void within(Cell whole, Cell part) {
        within(cells.position(whole), cells.position(part));
    }

    /** Says that counts are part of another, if all are there. */
    void within(int whole, int... parts) {
        boolean areThere = whole >= 0 && parts.length > 0;
        for (int part : parts) {
            areThere &= part >= 0;
        }
        if (areThere && value(whole) >= sum(parts)) {
            cells.addRest(whole, parts);
        }
    }

    private void months(OnsetMonths months, Map<Population, Comparison> asUsed) {
        List<String> divisions = List.of(RECOVERED, CENSORED);
        months.months()
                .forEach((month, counts) -> row(
                        cell(StudyCells.month(month, EPISODES)),
                        counts.totalEvents(),
                        counts.totalCensored(),
                        divisions,
                        Worth.ROW,
                        Worth.DETAIL));
        if (asUsed.isEmpty()) {
            SurvivalCounts.Builder all = SurvivalCounts.builder();
            months.months().values().forEach(all::add);
            SurvivalCounts together = all.build();
            row(
                    cell(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, EPISODES)),
                    together.totalEvents(),
                    together.totalCensored(),
                    divisions,
                    Worth.TOTAL,
                    Worth.TOTAL);
        }
        for (String column : List.of(EPISODES, RECOVERED, CENSORED)) {
            sumIfTrue(
                    cell(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, column)),
                    months.months().keySet().stream()
                            .map(month -> cell(StudyCells.month(month, column)))
                            .toList());
        }
    }

    /** The same count of the stratum that is being added. */
    Cell cell(Cell ofWhole) {
        return StudyCells.in(stratum, ofWhole);
    }

    boolean isOfWhole() {
        return stratum.isEmpty();
    }

    private Cell count(Cell ofWhole, long value, Worth worth) {
        Cell cell = cell(ofWhole);
        cells.add(cell, value, worth);
        return cell;
    }

    private Cell neverShown(Cell ofWhole, long value) {
        return count(ofWhole, value, Worth.NEVER_SHOWN);
    }

    /** Tells of a count; returns its position. */
    int add(Cell cell, long value, Worth worth) {
        return cells.add(cell, value, worth);
    }

    /** Where a count stands; negative = it was not told of. */
    int position(Cell cell) {
        return cells.position(cell);
    }

    private boolean has(Cell cell) {
        return cells.position(cell) >= 0;
    }

    long value(Cell cell) {
        return value(cells.position(cell));
    }

    /** The count at a position, 0 where there is none. */
    long value(int position) {
        return position < 0 ? 0 : cells.value(position);
    }

    private void sum(Cell whole, List<Cell> parts) {
        cells.sum(whole, parts);
    }

    void sum(int whole, int... parts) {
        cells.sum(whole, parts);
    }

    /** Where one of some counts is hidden, or that without which they are not there, all of them are. */
    void hideTogether(int[] some, int where) {
        int before = where;
        for (int position : some) {
            cells.hide(position, before);
            before = position;
        }
        if (some.length > 0) {
            cells.hide(some[0], before);
        }
    }

    /** Where some onsets are no dates, parts make up less than the whole, as no reader can know. */
    private void sumIfTrue(Cell whole, List<Cell> parts) {
        if (value(whole) == parts.stream().mapToLong(this::value).sum()) {
            sum(whole, parts);
        }
    }

    private void sumIfTrue(int whole, int[] parts) {
        if (value(whole) == sum(parts)) {
            cells.sum(whole, parts);
        }
    }

    private static int[] plus(int[] positions, int another) {
        int[] more = Arrays.copyOf(positions, positions.length + 1);
        more[positions.length] = another;
        return more;
    }

    private static List<Cell> plus(List<Cell> cells, Cell another) {
        List<Cell> more = new ArrayList<>(cells);
        more.add(another);
        return more;
    }
}
