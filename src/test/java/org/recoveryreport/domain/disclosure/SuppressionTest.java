package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryreport.domain.disclosure.TwoWayTable.cell;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SuppressionTest {
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

    @Test
    void whatIsHiddenTogetherIsHiddenTogether() {
        Cell row = new Cell("t", "a", "episodes");
        Cell detail = new Cell("t", "a", "recovered");
        assertThat(Suppression.builder()
                        .count(row, 3, Suppression.Worth.ROW)
                        .count(detail, 0, Suppression.Worth.DETAIL)
                        .hide(detail, row)
                        .decide(11))
                .containsExactlyInAnyOrder(row, detail);
    }
}
