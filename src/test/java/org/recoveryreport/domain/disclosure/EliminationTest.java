package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EliminationTest {
    /** x + y, y + z and z + x tell each of the three, and no two of them do. */
    @Test
    void threeSumsOfPairsTellEach() {
        assertThat(told(counts(3, 5, 4)
                        .sum(cell("xy"), cell("x"), cell("y"))
                        .sum(cell("yz"), cell("y"), cell("z"))
                        .sum(cell("zx"), cell("z"), cell("x"))))
                .containsExactlyInAnyOrder("x", "y", "z");
    }

    @Test
    void twoOfThemTellNone() {
        assertThat(told(counts(3, 5, 4).sum(cell("xy"), cell("x"), cell("y")).sum(cell("yz"), cell("y"), cell("z"))))
                .isEmpty();
    }

    @Test
    void aSumToldTwiceIsOne() {
        assertThat(told(counts(3, 5, 4).sum(cell("xy"), cell("x"), cell("y")).sum(cell("xy"), cell("y"), cell("x"))))
                .isEmpty();
    }

    /** Of a whole that is not shown either, in which two shown sums stand once and twice. */
    @Test
    void anUnknownWholeIsTold() {
        NamedTables counts = counts(3, 5, 4).hidden(cell("all"), 12);
        assertThat(told(counts.sum(cell("all"), cell("x"), cell("y"), cell("z"))
                        .sum(cell("xy"), cell("x"), cell("y"))
                        .sum(cell("yz"), cell("y"), cell("z"))
                        .sum(cell("zx"), cell("z"), cell("x"))))
                .contains("all");
    }

    /** Each of the others hangs together with the next, and the first with x. */
    @Test
    void amongThousandsThatHangTogetherTheyAreTold() {
        NamedTables counts = counts(3, 5, 4)
                .sum(cell("xy"), cell("x"), cell("y"))
                .sum(cell("yz"), cell("y"), cell("z"))
                .sum(cell("zx"), cell("z"), cell("x"));
        Cell last = cell("x");
        for (int i = 0; i < 5_000; i++) {
            counts.hidden(cell("link " + i), 20).hidden(cell("end " + i), 17 + (i == 0 ? 0 : 3));
            counts.count(cell("together " + i), i == 0 ? 20 + 3 + 17 : 20 + 20 + 20);
            counts.sum(cell("together " + i), last, cell("link " + i), cell("end " + i));
            last = cell("link " + i);
        }
        assertThat(told(counts)).containsExactlyInAnyOrder("x", "y", "z");
    }

    private static NamedTables counts(long x, long y, long z) {
        return new NamedTables()
                .hidden(cell("x"), x)
                .hidden(cell("y"), y)
                .hidden(cell("z"), z)
                .count(cell("xy"), x + y)
                .count(cell("yz"), y + z)
                .count(cell("zx"), z + x);
    }

    private static Cell cell(String row) {
        return new Cell("t", row, "n");
    }

    private static Set<String> told(NamedTables counts) {
        CountSystem system = counts.system();
        List<Cell> cells =
                IntStream.range(0, system.size()).mapToObj(system::cell).toList();
        return Elimination.told(system, Intervals.of(system)).stream()
                .mapToObj(i -> cells.get(i).row())
                .collect(Collectors.toSet());
    }
}
