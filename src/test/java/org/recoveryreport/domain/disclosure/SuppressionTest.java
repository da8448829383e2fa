package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryreport.domain.disclosure.TwoWayTable.cell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void whoKnowsTheLastReportIsToldByHowMuchACountHasChanged() {
        Cell cell = new Cell("t", "a", "n");
        NamedTables counts = new NamedTables().count(cell, 43, Worth.ROW).after(cell, 40);
        CountSystem before = counts.asShown(Map.of());
        assertThat(Audit.bySums(counts.asShown(Map.of(cell, 43L)), before, 11))
                .containsExactly(new Cell("t", "a", "n since the last report"));
        assertThat(Audit.bySums(before, before, 11)).isEmpty();
    }

    @Test
    void whatTheLastReportShowedIsNotHiddenWhateverIsShownTonight() {
        Cell cell = new Cell("t", "a", "n");
        CountSystem known =
                new NamedTables().count(cell, 43, Worth.ROW).after(cell, 40).asShown(Map.of());
        assertThat(IntStream.range(0, known.size())
                        .filter(i -> !known.isHidden(i))
                        .mapToObj(known::cell))
                .containsExactly(new Cell("t", "a", "n in the last report"));
    }

    /** The rest was 9 and has fallen, its part was 5 and has not: the rest is 5 to 9, whatever is published tonight. */
    @Test
    void whatTheLastReportTellsByItselfIsNoFaultOfTheNextOne() {
        Cell rest = new Cell("t", "rest", "n");
        Cell part = new Cell("t", "part", "n");
        Cell other = new Cell("t", "other", "n");
        Cell all = new Cell("t", "all", "n");
        NamedTables counts = new NamedTables()
                .count(rest, 5, Worth.ROW)
                .count(part, 5, Worth.ROW)
                .count(other, 0, Worth.ROW)
                .count(all, 60, Worth.ROW)
                .sum(rest, List.of(part, other))
                .after(rest, 9)
                .after(part, 5);
        CountSystem before = counts.asShown(Map.of());
        assertThat(Audit.bySums(before, before, 5)).isEmpty();
        assertThat(Audit.bySums(counts.asShown(Map.of(all, 60L)), before, 5)).isEmpty();
        assertThat(Audit.bySums(counts.asShown(Map.of(rest, 5L)), before, 5))
                .contains(new Cell("t", "rest", "n since the last report"));
    }

    @Test
    void nothingIsHiddenWhereNothingIsSmall() {
        assertThat(new TwoWayTable(new long[][] {{11, 0}, {30, 40}}).hidden(11)).isEmpty();
    }

    @Test
    void nothingIsHiddenWhenProtectionIsOff() {
        assertThat(new TwoWayTable(new long[][] {{1, 2}, {3, 4}}).hidden(0)).isEmpty();
    }

    @Test
    void aSmallCountTakesTheSmallestOfItsRowAndColumnWithIt() {
        TwoWayTable table = new TwoWayTable(new long[][] {{4, 20, 50}, {30, 60, 70}, {90, 80, 100}});
        assertThat(table.hidden(11)).containsExactlyInAnyOrder(cell(0, 0), cell(0, 1), cell(1, 0), cell(1, 1));
    }

    @Test
    void aTotalGoesOnlyWhenNoInnerCountIsLeft() {
        TwoWayTable table = new TwoWayTable(new long[][] {{4, 0}, {0, 40}});
        assertThat(table.hidden(11)).contains(cell(0, 0)).anyMatch(c -> c.row().equals("total"));
    }

    @Test
    void whatIsLeftPassesTheAuditAndTellsNoSmallCount() {
        Random random = new Random(11);
        for (int n = 0; n < 60; n++) {
            TwoWayTable table = AuditTest.random(random, 3, 3, 12);
            Set<Cell> hidden = table.hidden(4);
            assertThat(Audit.of(table.showing(c -> !hidden.contains(c)), 4).leaks())
                    .isEmpty();
            // of tables without margins there is no end
            if (hidden.stream().allMatch(TwoWayTable::isInner)) {
                AuditTest.tablesThatFit(table, hidden).forEach((cell, range) -> assertThat(
                                range[1] - range[0] >= 4 || (range[0] == range[1] && (range[0] == 0 || range[0] >= 4)))
                        .as("%s", cell)
                        .isTrue());
            }
        }
    }

    /** What is hidden of a row, taken together, is what the rest of the row leaves of its total. */
    @Test
    void whatIsHiddenOfARowTellsNothingNewTakenTogether() {
        Random random = new Random(13);
        for (int n = 0; n < 60; n++) {
            TwoWayTable table = AuditTest.random(random, 3, 4, 20);
            LinkedTables counts = table.named().tables();
            Decided decided = counts.decided(4, new BitSet(), Search.THOROUGH);
            BitSet shown = new BitSet();
            shown.set(0, counts.size());
            shown.andNot(decided.hidden());
            LinkedTables published = counts.copy();
            for (int row = 0; row < table.rows(); row++) {
                int[] together = hidden(counts, decided, row, table.columns());
                if (together.length > 1) {
                    int rest = published.add(
                            new Cell("t", "row " + row, "taken together"),
                            Arrays.stream(together).mapToLong(counts::value).sum(),
                            Worth.ROW);
                    published.sum(rest, together);
                    shown.set(rest, shown.get(counts.position(TwoWayTable.rowTotal(row))));
                }
            }
            CountSystem system = published.asShown(shown);
            assertThat(Audit.leaksBeside(decided, system))
                    .as("table %d", n)
                    .isEqualTo(Audit.of(system, 4).leaks());
        }
    }

    /** No sum by itself tells what any two of three small counts are together, but all three do. */
    @Test
    void aQuickSearchHidesBesideWhatItLeavesNarrowAndSaysWhatRemains() {
        LinkedTables totals = twoOfThree(Worth.TOTAL).tables();
        Decided safe = totals.decided(11, new BitSet(), Search.QUICK);
        assertThat(safe.unsafe()).isEmpty();
        assertThat(safe.hidden().stream()).contains(0, 1, 2).hasSizeGreaterThan(3);
        assertThat(Audit.of(totals.asShown(butFor(safe.hidden(), totals.size())), 11)
                        .leaks())
                .isEmpty();

        Decided onceOnly = twoOfThree(Worth.TOTAL).tables().decided(11, new BitSet(), Search.ONCE);
        assertThat(onceOnly.unsafe()).containsExactly(0, 1, 2);
        assertThat(onceOnly.hiddenInSearch().stream()).containsExactly(0, 1, 2);
        assertThat(onceOnly.hidden().stream()).containsExactly(0, 1, 2, 3, 4, 5);

        Decided known = twoOfThree(Worth.KNOWN).tables().decided(11, new BitSet(), Search.QUICK);
        assertThat(known.unsafe()).containsExactly(0, 1, 2);
    }

    private static NamedTables twoOfThree(Worth together) {
        NamedTables counts = new NamedTables();
        Cell first = count(counts, "first", 10);
        Cell second = count(counts, "second", 10);
        Cell third = count(counts, "third", 10);
        for (List<Cell> two : List.of(List.of(first, second), List.of(second, third), List.of(first, third))) {
            Cell both = new Cell("t", two.get(0).row() + " or " + two.get(1).row(), "n");
            long sum = two.stream().mapToLong(counts::value).sum();
            counts.count(both, sum, together).sum(both, two);
        }
        return counts;
    }

    private static BitSet butFor(BitSet hidden, int size) {
        BitSet shown = new BitSet();
        shown.set(0, size);
        shown.andNot(hidden);
        return shown;
    }

    private static int[] hidden(LinkedTables counts, Decided decided, int row, int columns) {
        return IntStream.range(0, columns)
                .map(column -> counts.position(cell(row, column)))
                .filter(decided.hidden()::get)
                .toArray();
    }

    /**
     * Several sums together leave {@code cases} a range of less than k, though none tells it by itself: what helps stands in the
     * narrow sums, and not among the very many others of the long one.
     */
    @Test
    void whereSumsTogetherLeaveANarrowRangeTheyAreHiddenAndNotTheLongestOne() {
        NamedTables counts = new NamedTables();
        Set<Cell> inAnyCase = Set.of(count(counts, "cases", 112), count(counts, "hidden beside them", 40));
        List<Cell> others = IntStream.range(0, 200)
                .mapToObj(i -> count(counts, "others " + i, 50 + i))
                .toList();
        List<Cell> all = new ArrayList<>(inAnyCase);
        all.addAll(others);
        counts.sum(count(counts, "all", 152 + IntStream.range(50, 250).sum()), all);
        sum(counts, "both classes", "cases", "few", 6);
        sum(counts, "few and fewer", "few", "fewer", 4);
        sum(counts, "with some", "few and fewer", "some", 2);
        sum(counts, "some and most", "some", "most", 11);
        sum(counts, "most and one", "most", "one", 1);
        Set<Cell> hidden = counts.decide(12, inAnyCase);
        assertThat(hidden).contains(new Cell("t", "cases", "n"), new Cell("t", "few", "n"));
        assertThat(others).filteredOn(hidden::contains).hasSizeLessThan(10);
    }

    private static Cell count(NamedTables counts, String row, long value) {
        Cell cell = new Cell("t", row, "n");
        counts.count(cell, value, Worth.ROW);
        return cell;
    }

    /** Tells of a whole, and of the second of its parts. */
    private static void sum(NamedTables counts, String whole, String known, String part, long value) {
        Cell first = new Cell("t", known, "n");
        long all = counts.value(first) + value;
        counts.sum(count(counts, whole, all), List.of(first, count(counts, part, value)));
    }

    @Test
    void whatIsHiddenTogetherIsHiddenTogether() {
        Cell row = new Cell("t", "a", "episodes");
        Cell detail = new Cell("t", "a", "recovered");
        assertThat(new NamedTables()
                        .count(row, 3, Worth.ROW)
                        .count(detail, 0, Worth.DETAIL)
                        .hide(detail, row)
                        .decide(11))
                .containsExactlyInAnyOrder(row, detail);
    }
}
