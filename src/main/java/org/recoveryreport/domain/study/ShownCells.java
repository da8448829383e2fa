package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.BitSet;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Cells;

/**
 * The counts that may be shown, among all that were decided over.
 *
 * @param cells where these stand
 * @param positions of those shown
 */
record ShownCells(Cells cells, BitSet positions) implements Serializable {
    static final ShownCells NONE = new ShownCells(new Cells(), new BitSet());

    boolean contains(Cell cell) {
        int position = cells.position(cell);
        return position >= 0 && positions.get(position);
    }
}
