package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.CENSORED;
import static org.recoveryreport.domain.study.StudyCells.EPISODES;
import static org.recoveryreport.domain.study.StudyCells.RECOVERED;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.disclosure.Suppression;
import org.recoveryreport.domain.disclosure.Suppression.Worth;
import org.recoveryreport.domain.practice.PracticeCheck;
import org.recoveryreport.domain.practice.PracticeCounts.Tally;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * The counts that the tables of a study show, and what they add up to, within a table and between tables. What a reader can
 * subtract from what stands here and nowhere else. Each stratum is a study of its own, and strata add up to the whole.
 *
 * <p>Combinations of fewer than k episodes in the whole study have no cells of their own but are the rest everywhere.
 */
final class StudyTables {
    /** To decide over more counts of strata takes minutes, and may end with hardly any of them shown. */
    private static final int MOST_WITH_STRATA = 3_500;

    /** The same where these are of combinations alone, which are not as tangled. */
    private static final int MOST_WITH_COMBINATIONS = 5_000;

    /** How often to decide again where a rest could be told; after that nothing is shown. */
    private static final int MOST_ROUNDS = 5;

    /** What is decided over of strata: everything, their comparisons of all cases, those as used, or nothing. */
    private static final List<Predicate<StudyPart>> OF_STRATA = List.of(
            part -> true,
            part -> part instanceof Comparison of && of.population() == Population.ALL,
            part -> part instanceof Comparison of && of.population() == Population.ALL && of.landmarkDays() == 0,
            part -> false);

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

    /** Between the parts of a combination. */
    private static final String JOINT = " + ";

    private final StudySettings settings;
    private final Suppression.Builder cells = Suppression.builder();
    private final List<String> strata = new ArrayList<>();
    private final List<Rows> tables = new ArrayList<>();

    private SortedSet<String> combinations = new TreeSet<>();
    private final Map<Integer, SortedSet<String>> atLandmarks = new TreeMap<>();
    /** What stands for a treatment in the labels of combinations. */
    private final Map<String, String> labelOf = new TreeMap<>();

    /** All but what the earlier report adds. */
    private List<Cell> ofTonight = List.of();

    private String stratum = "";

    private StudyTables(StudySettings settings) {
        this.settings = settings;
    }

    static StudyTables of(List<? extends StudyPart> parts, StudySettings settings) {
        StudyTables tables = new StudyTables(settings);
        Map<String, List<StudyPart>> studies = new LinkedHashMap<>();
        for (StudyPart part : parts) {
            String name = part instanceof StratumPart of ? of.stratum() : "";
            studies.computeIfAbsent(name, any -> new ArrayList<>())
                    .add(part instanceof StratumPart of ? of.part() : part);
        }
        studies.forEach(tables::add);
        studies.keySet().stream().filter(name -> !name.isEmpty()).forEach(tables.strata::add);
        tables.strata();
        return tables;
    }

    /**
     * What there is to decide over.
     *
     * @param level how much is left out of strata; no count of that is shown
     */
    static StudyTables of(List<? extends StudyPart> parts, StudySettings settings, int level) {
        return of(
                parts.stream()
                        .filter(part -> !(part instanceof StratumPart of)
                                || OF_STRATA.get(level).test(of.part()))
                        .toList(),
                settings);
    }

    /**
     * Decides what is shown: of as much of strata as can be decided over and leaves something to show.
     *
     * @param settings with a k of at least 2
     */
    static Decided decide(List<? extends StudyPart> parts, StudySettings settings) {
        for (int level = 0; ; level++) {
            StudyTables tables = of(parts, settings, level);
            boolean hasStrata = !tables.strata.isEmpty();
            int most = level == 0 ? MOST_WITH_STRATA : MOST_WITH_COMBINATIONS;
            if (!hasStrata || tables.cells.cells().size() <= most) {
                BitSet shown = tables.decided();
                if (!hasStrata || shown.cardinality() > 1) {
                    return new Decided(new Decision(level, shown), tables.cells.at(shown));
                }
            }
        }
    }

    /**
     * What was decided.
     *
     * @param decision for later steps
     * @param shown the cells that are shown
     */
    record Decided(Decision decision, Set<Cell> shown) {}

    /** Where the rest, as it is published, could be told, the smallest rows beside it join it, each time twice as many. */
    private BitSet decided() {
        Set<Cell> joining = new LinkedHashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            BitSet shown = new BitSet();
            shown.set(0, cells.cells().size());
            shown.andNot(cells.hidden(settings.minCellCount(), joining));
            List<Cell> leaks = toldRests(shown);
            if (leaks.isEmpty()) {
                return shown;
            }
            if (!joining.addAll(besideRests(leaks, shown, 1 << round))) {
                break;
            }
        }
        return new BitSet();
    }

    private boolean isAmong(BitSet positions, Cell cell) {
        Integer position = cells.position(cell);
        return position != null && positions.get(position);
    }

    /** What can be told where the rest is published with rows that are not shown. */
    private List<Cell> toldRests(BitSet shown) {
        List<Rest> rests = rests(cell -> isAmong(shown, cell));
        if (rests.stream().allMatch(rest -> rest.parts().size() == 1)) {
            return List.of();
        }
        Suppression.Builder published = cells.copy();
        return Audit.of(published.asShown(with(rests, published, shown)), settings.minCellCount())
                .leaks();
    }

    /**
     * Tells of rests as well.
     *
     * @return what is shown with them, by position
     */
    private static BitSet with(List<Rest> rests, Suppression.Builder cells, BitSet shown) {
        BitSet all = (BitSet) shown.clone();
        for (Rest rest : rests) {
            cells.count(rest.cell(), rest.count(), Worth.ROW).sum(rest.cell(), rest.parts());
            if (rest.isShown()) {
                all.set(Objects.requireNonNull(cells.position(rest.cell())));
            }
        }
        return all;
    }

    /** The smallest rows that are shown of each table whose rest is among some cells. */
    private List<Cell> besideRests(List<Cell> some, BitSet shown, int most) {
        return tables.stream()
                .filter(table -> some.stream().anyMatch(cell -> cell.row()
                        .equals(table.cell(TreatmentNames.OTHER, EPISODES).row())))
                .flatMap(table -> table.rows().stream()
                        .map(row -> table.cell(row, EPISODES))
                        .filter(cell -> isAmong(shown, cell))
                        .sorted(Comparator.comparing(this::value))
                        .limit(most))
                .toList();
    }

    /**
     * Audits a result: what it publishes, whatever was decided before, and what was decided to be shown, for that might be
     * told.
     *
     * @throws IllegalArgumentException where a published count is not the count
     */
    static Audit audit(List<? extends StudyPart> parts, StudyResult result, StudySettings settings, Decision decision) {
        StudyTables tables = of(parts, settings, decision.level());
        BitSet shown = decision.shown();
        List<Rest> rests = tables.rests(cell -> tables.isAmong(shown, cell));
        BitSet decided = with(rests, tables.cells, shown);
        return Audit.of(tables.cells.asShown(PublishedCounts.fresh(result)).showing(decided), settings.minCellCount());
    }

    /** What single sums tell of a result beside the earlier report; as {@link #audit}. */
    List<Cell> toldBySums(StudyResult result, int minCellCount) {
        return Audit.bySums(cells.asShown(PublishedCounts.fresh(result)), minCellCount);
    }

    /**
     * The same counts beside those of an earlier report, which readers may have too.
     *
     * @param result what would be published without that
     */
    StudyTables after(EarlierReport earlier, StudyResult result) {
        rests(PublishedCounts.of(result)::containsKey)
                .forEach(rest -> sum(put(rest.cell(), rest.count(), Worth.ROW), rest.parts()));
        ofTonight = List.copyOf(cells.cells());
        earlier.counts().forEach((cell, before) -> {
            if (has(cell)) {
                cells.after(cell, value(cell), before.count());
            }
        });
        return this;
    }

    /**
     * A count of the rest as it is published, with the rows that are not shown.
     *
     * @param parts the counts of these rows
     * @param isShown whether it is what shown rows leave of a shown total
     */
    private record Rest(Cell cell, List<Cell> parts, long count, boolean isShown) {}

    /** Of every table whose total is shown, and in which the rest is not small. */
    private List<Rest> rests(Predicate<Cell> isShown) {
        List<Rest> rests = new ArrayList<>();
        for (Rows table : tables) {
            Map<Boolean, List<String>> rows = table.rows().stream()
                    .collect(Collectors.partitioningBy(
                            row -> !row.equals(TreatmentNames.OTHER) && isShown.test(table.cell(row, EPISODES))));
            List<String> apart = rows.getOrDefault(true, List.of());
            List<String> together = rows.getOrDefault(false, List.of());
            long episodes = together.stream()
                    .mapToLong(row -> value(table.cell(row, EPISODES)))
                    .sum();
            if (episodes >= settings.minCellCount() && isShown.test(table.cell(TreatmentNames.ALL, EPISODES))) {
                for (String column : List.of(EPISODES, RECOVERED, CENSORED)) {
                    List<Cell> parts = together.stream()
                            .map(row -> table.cell(row, column))
                            .filter(this::has)
                            .toList();
                    if (!parts.isEmpty()) {
                        rests.add(new Rest(
                                StudyCells.asPublished(table.cell(TreatmentNames.OTHER, column)),
                                parts,
                                sum(parts),
                                isShown.test(table.cell(TreatmentNames.ALL, column))
                                        && apart.stream().allMatch(row -> isShown.test(table.cell(row, column)))));
                    }
                }
            }
        }
        return rests;
    }

    private long sum(List<Cell> some) {
        return some.stream().mapToLong(this::value).sum();
    }

    /**
     * The counts that may not be shown beside those of the earlier report.
     *
     * @param published what would be shown without that
     */
    Set<Cell> hiddenAfter(Map<Cell, Long> published, int minCellCount) {
        Set<Cell> hidden = new LinkedHashSet<>(ofTonight);
        hidden.removeAll(published.keySet());
        return cells.decideBySums(minCellCount, hidden);
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
        asUsed(asUsed);
        landmarks(landmarks, asUsed.containsKey(Population.ALL));
        overTime(asUsed.get(Population.ALL), landmarks);
        of(TreatmentHistories.class, parts).forEach(part -> treatments(part, asUsed));
        of(Practice.class, parts).forEach(part -> practice(part, asUsed));
        of(PracticeAtLandmark.class, parts).forEach(part -> practice(part, landmarks.get(part.landmarkDays())));
        of(OnsetMonths.class, parts).forEach(part -> months(part, asUsed));
    }

    private void overTime(@Nullable Comparison asUsed, Map<Integer, Comparison> landmarks) {
        OverTimeTables overTime = new OverTimeTables(this, settings, landmarks.keySet());
        if (asUsed != null) {
            overTime.asUsed(byRow(asUsed(asUsed)));
        }
        landmarks.forEach((landmark, comparison) -> overTime.atLandmark(landmark, byRow(atLandmark(comparison))));
    }

    /** Every count is that of the strata together, and of those in none, if there are any. */
    private void strata() {
        if (strata.isEmpty()) {
            return;
        }
        stratum = "";
        boolean isComplete = inNoStratum(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, EPISODES)) == 0;
        for (Cell whole : List.copyOf(cells.cells())) {
            List<Cell> parts = inStrata(whole);
            long others = inNoStratum(whole);
            if (!parts.isEmpty() && others >= 0) {
                Cell inNone = StudyCells.in("in no stratum", whole);
                sum(whole, isComplete && others == 0 ? parts : plus(parts, neverShown(inNone, others)));
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

    private void asUsed(Map<Population, Comparison> comparisons) {
        Comparison all = comparisons.get(Population.ALL);
        if (stratum.isEmpty()) {
            combinations = rows(comparisons.values().stream()
                    .filter(comparison -> all == null || comparison.population() == Population.ALL)
                    .toList());
        }
        comparisons.forEach((population, comparison) -> add(asUsed(comparison), population == Population.ALL));
        if (all != null && comparisons.size() > 1) {
            List<String> rows = new ArrayList<>(combinations);
            rows.add(TreatmentNames.ALL);
            for (String row : rows) {
                for (String column : List.of(EPISODES, RECOVERED, CENSORED)) {
                    List<Cell> classes = comparisons.keySet().stream()
                            .filter(population -> population != Population.ALL)
                            .map(population -> cell(StudyCells.asUsed(population, row, column)))
                            .filter(this::has)
                            .toList();
                    sumIfTrue(cell(StudyCells.asUsed(Population.ALL, row, column)), classes);
                }
            }
        }
    }

    /** The labels that have cells: those shown of all episodes, and the rest. */
    private SortedSet<String> rows(List<Comparison> comparisons) {
        SortedSet<String> rows = new TreeSet<>();
        for (Comparison comparison : comparisons) {
            rows.addAll(new SmallCells(settings.minCellCount())
                    .rollUp(comparison.groups(), TreatmentNames.OTHER)
                    .keySet());
        }
        rows.add(TreatmentNames.OTHER);
        return rows;
    }

    /** The rows of a table of the whole study, or of a stratum. */
    private record Rows(String stratum, SortedSet<String> rows, Naming naming) {
        Cell cell(String row, String column) {
            return StudyCells.in(stratum, naming.cell(row, column));
        }
    }

    private interface Naming {
        Cell cell(String row, String column);
    }

    /** The combinations of some episodes, which have rows or are part of the rest. */
    private record Table(String name, Comparison comparison, SortedSet<String> rows, Naming naming) {}

    private Table asUsed(Comparison comparison) {
        Population population = comparison.population();
        return new Table(
                population.toString(),
                comparison,
                combinations,
                (row, column) -> StudyCells.asUsed(population, row, column));
    }

    private Table atLandmark(Comparison comparison) {
        int landmark = comparison.landmarkDays();
        return new Table(
                "day " + landmark,
                comparison,
                atLandmarks.getOrDefault(landmark, new TreeSet<>()),
                (row, column) -> StudyCells.atLandmark(landmark, row, column));
    }

    private static Map<String, SurvivalCounts> byRow(Table table) {
        Map<String, SurvivalCounts.Builder> byRow = new LinkedHashMap<>();
        table.rows().forEach(row -> byRow.put(row, SurvivalCounts.builder()));
        table.comparison().groups().forEach((label, counts) -> {
            SurvivalCounts.Builder row = byRow.getOrDefault(label, byRow.get(TreatmentNames.OTHER));
            if (row != null) {
                row.add(counts);
            }
        });
        Map<String, SurvivalCounts> counts = new LinkedHashMap<>();
        byRow.forEach((row, group) -> counts.put(row, group.build()));
        return counts;
    }

    /** Rows of episodes, recovered and censored, with their totals. */
    private void add(Table table, boolean important) {
        Comparison comparison = table.comparison();
        Naming naming = table.naming();
        tables.add(new Rows(stratum, table.rows(), naming));
        Worth worth = important ? Worth.IMPORTANT_ROW : Worth.ROW;
        Worth detail = important ? Worth.ROW : Worth.DETAIL;
        SurvivalCounts all = comparison.everybody();
        List<String> divisions = divisions(comparison.population(), all);
        byRow(table).forEach((row, counts) -> row(naming, row, counts, divisions, worth, detail));
        // the log's summary tells how many episodes there are
        boolean isLog = stratum.isEmpty()
                && comparison.analysis() == Analysis.AS_USED
                && comparison.population() == Population.ALL;
        row(naming, TreatmentNames.ALL, all, divisions, isLog ? Worth.KNOWN : Worth.TOTAL, Worth.TOTAL);
        Stream.concat(Stream.of(EPISODES), divisions.stream())
                .forEach(column -> sum(
                        cell(naming.cell(TreatmentNames.ALL, column)),
                        table.rows().stream()
                                .map(row -> cell(naming.cell(row, column)))
                                .toList()));
        // rows that are not shown are published together with the rest
        Cell rest = cell(naming.cell(TreatmentNames.OTHER, EPISODES));
        table.rows().stream()
                .filter(row -> !row.equals(TreatmentNames.OTHER))
                .forEach(row -> cells.hide(rest, cell(naming.cell(row, EPISODES))));
    }

    /** Everybody knows that acute cases have recovered, and those undetermined have not. */
    private static List<String> divisions(Population population, SurvivalCounts all) {
        List<String> divisions = new ArrayList<>();
        if (population != Population.UNDETERMINED || all.totalEvents() > 0) {
            divisions.add(RECOVERED);
        }
        if ((population != Population.ACUTE && population != Population.SUBACUTE) || all.totalCensored() > 0) {
            divisions.add(CENSORED);
        }
        return divisions;
    }

    /** The divisions of a row are shown all or none, and only where their sum is. */
    private void row(
            Naming naming, String row, SurvivalCounts counts, List<String> divisions, Worth worth, Worth detail) {
        Cell episodes = count(naming.cell(row, EPISODES), counts.total(), worth);
        List<Cell> parts = divisions.stream()
                .map(column -> count(
                        naming.cell(row, column),
                        column.equals(RECOVERED) ? counts.totalEvents() : counts.totalCensored(),
                        detail))
                .toList();
        divide(episodes, parts);
    }

    private void divide(Cell whole, List<Cell> parts) {
        sum(whole, parts);
        for (Cell part : parts) {
            cells.hide(part, whole);
            parts.stream().filter(other -> !other.equals(part)).forEach(other -> cells.hide(other, part));
        }
    }

    private void landmarks(Map<Integer, Comparison> comparisons, boolean withAll) {
        for (Map.Entry<Integer, Comparison> entry : comparisons.entrySet()) {
            int landmark = entry.getKey();
            Comparison comparison = entry.getValue();
            if (stratum.isEmpty()) {
                atLandmarks.put(landmark, rows(List.of(comparison)));
            }
            add(atLandmark(comparison), true);
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
    }

    private void treatments(TreatmentHistories histories, Map<Population, Comparison> asUsed) {
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
            new TreeSet<>(labelOf.values())
                    .forEach(label -> asUsed.values().forEach(comparison -> label(label, asUsed(comparison))));
        }
        for (int bit = 0; bit < tags.size(); bit++) {
            Cell having = withAndWithout(tags.get(bit), histories, 1L << bit);
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
    private void label(String label, Table table) {
        long with = 0;
        long rest = 0;
        long restWith = 0;
        for (Map.Entry<String, SurvivalCounts> group :
                table.comparison().groups().entrySet()) {
            long episodes = group.getValue().total();
            boolean named = names(group.getKey(), label);
            with += named ? episodes : 0;
            if (!table.rows().contains(group.getKey()) || group.getKey().equals(TreatmentNames.OTHER)) {
                rest += episodes;
                restWith += named ? episodes : 0;
            }
        }
        Cell all = cell(table.naming().cell(TreatmentNames.ALL, EPISODES));
        Cell others = cell(table.naming().cell(TreatmentNames.OTHER, EPISODES));
        Cell having = neverShown(StudyCells.named(table.name(), label, "with"), with);
        Cell without = neverShown(StudyCells.named(table.name(), label, "without"), value(all) - with);
        sum(all, List.of(having, without));
        Cell othersHaving = neverShown(StudyCells.named(table.name(), label, "rest_with"), restWith);
        Cell othersWithout = neverShown(StudyCells.named(table.name(), label, "rest_without"), rest - restWith);
        sum(others, List.of(othersHaving, othersWithout));
        sum(having, plus(rowsNaming(table, label, true), othersHaving));
        sum(without, plus(rowsNaming(table, label, false), othersWithout));
    }

    /** Of all episodes; shown both or neither. */
    private Cell withAndWithout(String tag, TreatmentHistories histories, long bit) {
        Cell having = StudyCells.treatment(tag, "episodes_with");
        Cell missing = StudyCells.treatment(tag, "episodes_without");
        long with = 0;
        long without = 0;
        for (Map.Entry<Long, SurvivalCounts> group : histories.everUsed().entrySet()) {
            if ((group.getKey() & bit) != 0) {
                with += group.getValue().total();
            } else {
                without += group.getValue().total();
            }
        }
        count(having, with, Worth.ROW);
        count(missing, without, Worth.ROW);
        cells.hide(cell(having), cell(missing)).hide(cell(missing), cell(having));
        Cell all = cell(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, EPISODES));
        if (has(all)) {
            sum(all, List.of(cell(having), cell(missing)));
        }
        return cell(having);
    }

    private List<Cell> rowsNaming(Table table, String label, boolean naming) {
        return table.rows().stream()
                .filter(row -> !row.equals(TreatmentNames.OTHER) && names(row, label) == naming)
                .map(row -> cell(table.naming().cell(row, EPISODES)))
                .toList();
    }

    /** Whether one of the parts of a combination is a label; asked too often to take combinations apart. */
    private static boolean names(String combination, String label) {
        for (int at = combination.indexOf(label); at >= 0; at = combination.indexOf(label, at + 1)) {
            int end = at + label.length();
            if ((at == 0 || combination.startsWith(JOINT, at - JOINT.length()))
                    && (end == combination.length() || combination.startsWith(JOINT, end))) {
                return true;
            }
        }
        return false;
    }

    private void practice(Practice practice, Map<Population, Comparison> asUsed) {
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
        divide(eligible, parts);
    }

    private void practiceAndTreatments(Comparison comparison) {
        Population population = comparison.population();
        Table table = asUsed(comparison);
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
    private void concerned(Table table, Function<PracticeCheck, Cell> eligible) {
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
    private void practice(PracticeAtLandmark practice, @Nullable Comparison compared) {
        int landmark = practice.landmarkDays();
        for (PracticeCheck check : PracticeCheck.values()) {
            PracticeAtLandmark.Groups groups = practice.groups(check, settings);
            Map<String, Long> verdicts = new LinkedHashMap<>();
            verdicts.put("kept", groups.kept().total());
            verdicts.put("not_kept", groups.broken().total());
            verdicts.put("not_assessable", groups.notAssessable().total());
            List<Cell> parts = new ArrayList<>();
            verdicts.forEach((verdict, episodes) ->
                    parts.add(count(StudyCells.practiceAt(landmark, check, verdict), episodes, Worth.DETAIL)));
            Cell eligible = neverShown(
                    StudyCells.practiceAt(landmark, check, "eligible"),
                    parts.stream().mapToLong(this::value).sum());
            sum(eligible, parts);
            hideTogether(parts, parts.get(0));
            within(cell(StudyCells.atLandmark(landmark, TreatmentNames.ALL, EPISODES)), eligible);
            // what has been departed from by then remains so
            within(cell(StudyCells.practice(check.id(), Population.ALL, "departed")), parts.get(1));
        }
        if (compared != null) {
            Table table = atLandmark(compared);
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
    private void anyOf(Table table, Cell count, List<String> tags) {
        Set<String> labels = new LinkedHashSet<>();
        tags.forEach(tag -> labels.add(labelOf.getOrDefault(tag, tag)));
        boolean areOthersNamedAlike = labelOf.entrySet().stream()
                .anyMatch(tag -> labels.contains(tag.getValue()) && !tags.contains(tag.getKey()));
        List<Cell> parts = new ArrayList<>();
        long rest = 0;
        for (Map.Entry<String, SurvivalCounts> group :
                table.comparison().groups().entrySet()) {
            if (labels.stream().anyMatch(label -> names(group.getKey(), label))) {
                if (table.rows().contains(group.getKey())) {
                    parts.add(cell(table.naming().cell(group.getKey(), EPISODES)));
                } else {
                    rest += group.getValue().total();
                }
            }
        }
        if (!areOthersNamedAlike
                && value(count) == rest + parts.stream().mapToLong(this::value).sum()) {
            Cell others =
                    put(new Cell(count.table(), count.row(), count.column() + " in the rest"), rest, Worth.NEVER_SHOWN);
            sum(count, plus(parts, others));
            within(cell(table.naming().cell(TreatmentNames.OTHER, EPISODES)), others);
        }
    }

    /** Says that a count is part of another, if both are there. */
    private void within(Cell whole, Cell part) {
        if (has(part)) {
            within(whole, List.of(part));
        }
    }

    /** Says that counts are part of another, if that is there. */
    void within(Cell whole, List<Cell> parts) {
        long others = value(whole) - parts.stream().mapToLong(this::value).sum();
        if (has(whole) && !parts.isEmpty() && others >= 0) {
            Cell part = parts.get(0);
            Cell rest = new Cell(
                    part.table(), part.row(), part.column() + " not, of " + whole.row() + ", " + whole.column());
            sum(whole, plus(parts, put(rest, others, Worth.NEVER_SHOWN)));
        }
    }

    private void months(OnsetMonths months, Map<Population, Comparison> asUsed) {
        Naming naming = StudyCells::month;
        List<String> divisions = List.of(RECOVERED, CENSORED);
        months.months().forEach((month, counts) -> row(naming, month, counts, divisions, Worth.ROW, Worth.DETAIL));
        if (asUsed.isEmpty()) {
            SurvivalCounts.Builder all = SurvivalCounts.builder();
            months.months().values().forEach(all::add);
            row(
                    (row, column) -> StudyCells.asUsed(Population.ALL, row, column),
                    TreatmentNames.ALL,
                    all.build(),
                    divisions,
                    Worth.TOTAL,
                    Worth.TOTAL);
        }
        for (String column : List.of(EPISODES, RECOVERED, CENSORED)) {
            sumIfTrue(
                    cell(StudyCells.asUsed(Population.ALL, TreatmentNames.ALL, column)),
                    months.months().keySet().stream()
                            .map(month -> cell(naming.cell(month, column)))
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
        return put(cell(ofWhole), value, worth);
    }

    private Cell neverShown(Cell ofWhole, long value) {
        return count(ofWhole, value, Worth.NEVER_SHOWN);
    }

    Cell put(Cell cell, long value, Worth worth) {
        cells.count(cell, value, worth);
        return cell;
    }

    boolean has(Cell cell) {
        return cells.value(cell) != null;
    }

    long value(Cell cell) {
        return Objects.requireNonNullElse(cells.value(cell), 0L);
    }

    void sum(Cell whole, List<Cell> parts) {
        cells.sum(whole, parts);
    }

    /** Where one of some counts is hidden, or that without which they are not there, all of them are. */
    void hideTogether(List<Cell> some, Cell where) {
        Cell before = where;
        for (Cell cell : some) {
            cells.hide(cell, before);
            before = cell;
        }
        if (!some.isEmpty()) {
            cells.hide(some.get(0), before);
        }
    }

    /** Where some onsets are no dates, parts make up less than the whole, as no reader can know. */
    private void sumIfTrue(Cell whole, List<Cell> parts) {
        if (value(whole) == parts.stream().mapToLong(this::value).sum()) {
            sum(whole, parts);
        }
    }

    private static List<Cell> plus(List<Cell> cells, Cell another) {
        List<Cell> more = new ArrayList<>(cells);
        more.add(another);
        return more;
    }
}
