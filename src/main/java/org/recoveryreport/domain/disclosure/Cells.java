package org.recoveryreport.domain.disclosure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where counts stand, by position. A long log has a million of them: nothing is kept but the cells and an order in which they
 * are found. A count that nobody asks for by name has no cell.
 */
public final class Cells implements Serializable {
    /** Of those before the first of these; null = there are none. */
    private final @Nullable Cells before;

    private final int first;
    private @Nullable Cell[] cells = new Cell[64];
    private int size;
    /** The place of each cell that has one, plus one, where its hash leads to or soon after; 0 = none. */
    private int[] slots = new int[128];

    private int named;

    private Cells(@Nullable Cells before, int first) {
        this.before = before;
        this.first = first;
    }

    /** Of nothing yet. */
    public Cells() {
        this(null, 0);
    }

    /** The same so far, to tell of more while this stays what it is. */
    Cells copy() {
        return new Cells(this, size());
    }

    int size() {
        return first + size;
    }

    /** Where a cell stands; negative = nowhere. */
    public int position(Cell cell) {
        int known = before == null ? -1 : before.position(cell);
        if (known >= 0) {
            return known;
        }
        int place = slots[slot(cell)];
        return place == 0 ? -1 : first + place - 1;
    }

    public boolean contains(Cell cell) {
        return position(cell) >= 0;
    }

    /** Those at some positions that have a name, by themselves. */
    public Cells only(BitSet positions) {
        Cells only = new Cells();
        positions.stream().mapToObj(this::at).filter(Objects::nonNull).forEach(only::add);
        return only;
    }

    /** What stands at a position; null = nothing with a name. */
    @Nullable
    Cell at(int position) {
        return position < first && before != null ? before.at(position) : cells[position - first];
    }

    /** Adds a cell that has no place yet. */
    void add(Cell cell) {
        addUnnamed();
        cells[size - 1] = cell;
        if (2 * ++named > slots.length) {
            slots = new int[2 * slots.length];
            for (int i = 0; i < size; i++) {
                Cell known = cells[i];
                if (known != null) {
                    slots[slot(known)] = i + 1;
                }
            }
        } else {
            slots[slot(cell)] = size;
        }
    }

    /** Adds a place without a name. */
    void addUnnamed() {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
        }
        size++;
    }

    /** The slot of a cell, or the empty one where it would be. */
    private int slot(Cell cell) {
        int hash = cell.hashCode();
        int slot = (hash ^ hash >>> 16) & slots.length - 1;
        while (slots[slot] != 0 && !cell.equals(cells[slots[slot] - 1])) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }
}
