package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.recoveryreport.domain.disclosure.TwoWayTable.cell;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Cell A = new Cell("t", "a", "n");
    private static final Cell B = new Cell("t", "b", "n");
    private static final Cell C = new Cell("t", "c", "n");
    private static final Cell ALL = new Cell("t", "all", "n");
    private static final Cell FEW_OF_A = new Cell("t", "a", "few");

    @Test
    void oneHiddenCountIsTheTotalLessTheOthers() {
        CountSystem system = new NamedTables()
                .count(ALL, 100)
                .count(A, 60)
                .count(B, 37)
                .hidden(C, 3)
                .sum(ALL, A, B, C)
                .system();
        assertThat(Audit.of(system, 11)).isEqualTo(new Audit(4, 0, null, List.of(C)));
    }

    @Test
    void twoHiddenCountsAreSafeWhenTheirSumIsWideEnough() {
        assertThat(Audit.of(beside(20), 11)).isEqualTo(new Audit(4, 2, 11L, List.of()));
        assertThat(Audit.of(beside(11), 11).leaks()).isEmpty();
        assertThat(Audit.of(beside(10), 11)).isEqualTo(new Audit(4, 2, null, List.of(B, C)));
    }

    private static CountSystem beside(long rest) {
        return counts(rest - 2).system();
    }

    @Test
    void aSmallCountThatIsShownIsALeak() {
        CountSystem system = new NamedTables().count(A, 3).count(B, 0).system();
        assertThat(Audit.of(system, 11).leaks()).containsExactly(A);
    }

    @Test
    void sumsThatTellNothingOneByOneCanTellAllTogether() {
        CountSystem system = triangle(20, 5, 5);
        Intervals oneByOne = Intervals.of(system);
        assertThat(Arrays.asList(oneByOne.width(0), oneByOne.width(1), oneByOne.width(2)))
                .allMatch(width -> width >= 10);
        // a + b = 25 and a + c = 25 and b + c = 10: b and c are 5 each
        assertThat(Audit.of(system, 10).leaks()).contains(B, C).doesNotContain(A);
    }

    private static CountSystem triangle(long a, long b, long c) {
        Cell sumAb = new Cell("t", "a and b", "n");
        Cell sumAc = new Cell("t", "a and c", "n");
        Cell sumBc = new Cell("t", "b and c", "n");
        return new NamedTables()
                .hidden(A, a)
                .hidden(B, b)
                .hidden(C, c)
                .count(sumAb, a + b)
                .sum(sumAb, A, B)
                .count(sumAc, a + c)
                .sum(sumAc, A, C)
                .count(sumBc, b + c)
                .sum(sumBc, B, C)
                .system();
    }

    @Test
    void countsThatComeToOthersAreAuditedBesideThem() {
        NamedTables counts = counts(18);
        CountSystem first = counts.system();
        Cell rest = new Cell("t", "b and c", "n");
        CountSystem all = counts.count(rest, 20).sum(rest, B, C).system();
        assertThat(Audit.of(first, all, 11)).isEqualTo(new Audit(5, 2, 11L, List.of()));
    }

    @Test
    void leaksAmongWhatComesToOtherCountsAreFound() {
        NamedTables counts = counts(18);
        CountSystem first = counts.system();
        assertThat(Audit.of(first, withDivision(counts), 11)).isEqualTo(new Audit(6, 2, null, List.of(FEW_OF_A)));
    }

    @Test
    void whereTheFirstCountsLeakNoOthersAreLookedFor() {
        NamedTables counts = counts(3);
        CountSystem first = counts.system();
        assertThat(Audit.of(first, withDivision(counts), 11).leaks()).containsExactly(B, C);
    }

    /** Two of three parts are hidden. */
    private static NamedTables counts(long c) {
        return new NamedTables()
                .count(ALL, 62 + c)
                .count(A, 60)
                .hidden(B, 2)
                .hidden(C, c)
                .sum(ALL, A, B, C);
    }

    /** The part that is shown is divided, so that few of it can be told. */
    private static CountSystem withDivision(NamedTables counts) {
        Cell mostOfA = new Cell("t", "a", "most");
        return counts.count(mostOfA, 57)
                .hidden(FEW_OF_A, 3)
                .sum(A, mostOfA, FEW_OF_A)
                .system();
    }

    /** It does not guide the search for tables; here it does not follow from the others, and tables contradict it. */
    @Test
    void aSumMindedLastIsMindedAllTheSame() {
        Cell sumAb = new Cell("t", "a and b", "n");
        Cell sumAc = new Cell("t", "a and c", "n");
        Cell sumBc = new Cell("t", "b and c", "n");
        NamedTables counts = new NamedTables()
                .hidden(A, 20)
                .hidden(B, 15)
                .hidden(C, 5)
                .count(sumAb, 35)
                .sum(sumAb, A, B)
                .count(sumAc, 25)
                .sum(sumAc, A, C)
                .count(sumBc, 20);
        counts.sumMindedLast(sumBc, B, C);
        assertThat(Audit.of(counts.system(), 10).leaks()).contains(C);
    }

    /** Frechet 1940: max(0, row + column - total) to min(row, column). */
    @Test
    void fourHiddenCornersRangeAsFarAsTheirMarginsLetThem() {
        TwoWayTable table = new TwoWayTable(new long[][] {{20, 50, 4}, {70, 80, 90}, {6, 60, 30}});
        Set<Cell> corners = Set.of(cell(0, 0), cell(0, 2), cell(2, 0), cell(2, 2));
        CountSystem system = table.showing(c -> !corners.contains(c));
        Ranges ranges = ranges(system);
        assertThat(IntStream.range(0, system.size())
                        .filter(system::isHidden)
                        .mapToObj(i -> List.of(ranges.lowest(i), ranges.highest(i))))
                .containsOnly(List.of(0L, 24L), List.of(2L, 26L), List.of(10L, 34L));
        assertThat(Audit.of(system, 24)).isEqualTo(new Audit(16, 4, 24L, List.of()));
        assertThat(Audit.of(system, 25).leaks()).hasSize(4);
    }

    @Test
    void countsThatContradictEachOtherAreRefused() {
        NamedTables counts = new NamedTables().count(ALL, 5).count(A, 6).hidden(B, 0);
        assertThatThrownBy(() -> counts.sum(ALL, A, B)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> counts.count(A, 7)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Against every table there could be. */
    @Test
    void rangesAreThoseOfAllTablesThatFit() {
        Random random = new Random(5);
        for (int n = 0; n < 60; n++) {
            TwoWayTable table = random(random, 3, 3, 5);
            Set<Cell> hidden = new HashSet<>();
            table.each((cell, value) -> {
                if (TwoWayTable.isInner(cell) && random.nextBoolean()) {
                    hidden.add(cell);
                }
            });
            Map<Cell, long[]> expected = tablesThatFit(table, hidden);
            CountSystem system = table.showing(c -> !hidden.contains(c));
            Ranges ranges = ranges(system);
            for (int i = 0; i < system.size(); i++) {
                long[] range = expected.get(system.cell(i));
                if (range != null) {
                    assertThat(List.of(ranges.lowest(i), ranges.highest(i))).containsExactly(range[0], range[1]);
                }
            }
        }
    }

    private static Ranges ranges(CountSystem system) {
        Ranges ranges = new Ranges(system, 1_000);
        Intervals bounds = Intervals.of(system);
        new Exchanges(system, bounds, ranges).widen();
        new LinearPrograms(system, bounds, ranges).leaks(new BitSet(), system.size());
        return ranges;
    }

    static TwoWayTable random(Random random, int rows, int columns, int bound) {
        long[][] counts = new long[rows][columns];
        for (long[] row : counts) {
            Arrays.setAll(row, j -> random.nextInt(bound));
        }
        return new TwoWayTable(counts);
    }

    /** Smallest and largest value of every inner cell, over all tables with the shown cells and all margins. */
    static Map<Cell, long[]> tablesThatFit(TwoWayTable table, Set<Cell> hidden) {
        Map<Cell, long[]> ranges = new HashMap<>();
        fill(table, hidden, new long[table.rows()][table.columns()], 0, ranges);
        return ranges;
    }

    private static void fill(
            TwoWayTable table, Set<Cell> hidden, long[][] tried, int position, Map<Cell, long[]> ranges) {
        if (position == table.rows() * table.columns()) {
            if (fitsColumns(table, tried)) {
                note(tried, ranges);
            }
            return;
        }
        int row = position / table.columns();
        int column = position % table.columns();
        long left = 0;
        for (int j = 0; j < table.columns(); j++) {
            left += table.count(row, j) - (j < column ? tried[row][j] : 0);
        }
        long from = hidden.contains(cell(row, column)) ? 0 : table.count(row, column);
        long to = hidden.contains(cell(row, column)) ? left : from;
        boolean isLast = column == table.columns() - 1;
        for (long value = from; value <= to; value++) {
            if (!isLast || value == left) {
                tried[row][column] = value;
                fill(table, hidden, tried, position + 1, ranges);
            }
        }
    }

    private static boolean fitsColumns(TwoWayTable table, long[][] tried) {
        for (int j = 0; j < table.columns(); j++) {
            long sum = 0;
            for (int i = 0; i < table.rows(); i++) {
                sum += tried[i][j] - table.count(i, j);
            }
            if (sum != 0) {
                return false;
            }
        }
        return true;
    }

    private static void note(long[][] tried, Map<Cell, long[]> ranges) {
        for (int i = 0; i < tried.length; i++) {
            for (int j = 0; j < tried[i].length; j++) {
                long[] range = ranges.computeIfAbsent(cell(i, j), c -> new long[] {Long.MAX_VALUE, Long.MIN_VALUE});
                range[0] = Math.min(range[0], tried[i][j]);
                range[1] = Math.max(range[1], tried[i][j]);
            }
        }
    }
}
