package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.recoveryreport.domain.disclosure.TwoWayTable.cell;

import org.junit.jupiter.api.Test;

class CellsTest {
    @Test
    void aCopyKnowsEveryCellThatWasThereAndKeepsItsOwnToItself() {
        Cells cells = new Cells();
        cells.add(cell(0, 0));
        cells.add(cell(0, 1));
        Cells copy = cells.copy();
        assertThat(copy.position(cell(0, 0))).isZero();
        assertThat(copy.position(cell(0, 1))).isEqualTo(1);
        assertThat(copy.add(cell(0, 0))).isZero();
        assertThat(copy.add(cell(1, 0))).isEqualTo(2);
        assertThat(copy.at(0)).isEqualTo(cell(0, 0));
        assertThat(copy.at(2)).isEqualTo(cell(1, 0));
        assertThat(cells.contains(cell(1, 0))).isFalse();
    }
}
