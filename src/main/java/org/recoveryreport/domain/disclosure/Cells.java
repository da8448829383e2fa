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
    /**
     * Where the hash of a cell leads to, or soon after: the hash in the upper half, in the lower one the place of the cell plus
     * one; 0 = none. Cells lie scattered in memory: only one that has the same hash is fetched to be compared.
     */
    private long[] slots = new long[128];

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
        long found = slots[slot(cell, cell.hashCode())];
        return found == 0 ? -1 : first + place(found);
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

    /** Where a cell stands, which is given the next place where it has none. */
    int add(Cell cell) {
        int known = before == null ? -1 : before.position(cell);
        if (known >= 0) {
            return known;
        }
        int hash = cell.hashCode();
        int slot = slot(cell, hash);
        if (slots[slot] != 0) {
            return first + place(slots[slot]);
        }
        addUnnamed();
        cells[size - 1] = cell;
        slots[slot] = (long) hash << Integer.SIZE | size;
        if (4 * ++named > 3 * slots.length) {
            grow();
        }
        return first + size - 1;
    }

    /** Adds a place without a name. */
    void addUnnamed() {
        if (size == cells.length) {
            cells = Arrays.copyOf(cells, 2 * size);
        }
        size++;
    }

    private static int place(long found) {
        return (int) found - 1;
    }

    private static int hash(long found) {
        return (int) (found >>> Integer.SIZE);
    }

    /** The slot of a cell, or the empty one where it would be. */
    private int slot(Cell cell, int hash) {
        int slot = firstSlot(hash);
        while (slots[slot] != 0 && (hash(slots[slot]) != hash || !cell.equals(cells[place(slots[slot])]))) {
            slot = next(slot);
        }
        return slot;
    }

    private int firstSlot(int hash) {
        return (hash ^ hash >>> 16) & slots.length - 1;
    }

    private int next(int slot) {
        return slot + 1 & slots.length - 1;
    }

    private void grow() {
        long[] all = slots;
        slots = new long[2 * all.length];
        for (long found : all) {
            if (found != 0) {
                int slot = firstSlot(hash(found));
                while (slots[slot] != 0) {
                    slot = next(slot);
                }
                slots[slot] = found;
            }
        }
    }
}
