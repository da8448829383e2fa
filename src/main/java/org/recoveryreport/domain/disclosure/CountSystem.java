package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts, which of them are shown, and which add up to which others: what a reader of a report knows. He does not know the
 * values of those that are hidden. Besides the counts that stand in tables there are those that stand in none but might be
 * worked out. Counts are whole numbers and at least 0. Immutable.
 */
public final class CountSystem {
    private final List<Cell> cells;
    private final Sums sums;
    private final long[] values;
    private final BitSet inNoTable;
    private final BitSet hidden;

    private CountSystem(List<Cell> cells, Sums sums, long[] values, BitSet inNoTable, BitSet hidden) {
        this.cells = cells;
        this.sums = sums;
        this.values = values;
        this.inNoTable = inNoTable;
        this.hidden = hidden;
    }

    /** Number of counts. */
    public int size() {
        return cells.size();
    }

    /** Where the {@code i}-th count stands. */
    public Cell cell(int i) {
        return cells.get(i);
    }

    /** Whether the {@code i}-th count is not shown. */
    public boolean isHidden(int i) {
        return hidden.get(i);
    }

    /** Whether the {@code i}-th count has a place in a table, where it is shown or hidden. */
    boolean isInTable(int i) {
        return !inNoTable.get(i);
    }

    /** The {@code i}-th count, shown or not. */
    long value(int i) {
        return values[i];
    }

    /** What adds up to what. */
    Sums sums() {
        return sums;
    }

    /** The same with other counts hidden. */
    CountSystem hiding(BitSet others) {
        return new CountSystem(cells, sums, values, inNoTable, (BitSet) others.clone());
    }

    /**
     * The same as published.
     *
     * @param published what is shown; cells that are not told of here may be among them
     * @throws IllegalArgumentException where a published count is not the count
     */
    CountSystem showing(Map<Cell, Long> published) {
        BitSet others = new BitSet();
        for (int i = 0; i < values.length; i++) {
            Long value = published.get(cells.get(i));
            if (value == null) {
                others.set(i);
            } else if (value != values[i]) {
                throw new IllegalArgumentException(cells.get(i) + " is published with another count");
            }
        }
        return hiding(others);
    }

    /** The same where some counts are shown as well. */
    public CountSystem showing(BitSet others) {
        BitSet still = (BitSet) hidden.clone();
        still.andNot(others);
        return hiding(still);
    }

    /** Nothing known yet. */
    public static Builder builder() {
        return new Builder(null);
    }

    /** Collects counts and sums. A long log has a million of them: no object for what a number says. */
    public static final class Builder {
        private final @Nullable Builder copied;
        private final Map<Cell, Integer> index = new HashMap<>();
        private final Map<String, String> names = new HashMap<>();
        private final List<Cell> cells = new ArrayList<>();
        private long[] values = new long[64];
        private int[] members = new int[64];
        private int[] begins = new int[64];
        private int sums;
        private final BitSet inNoTable = new BitSet();
        private final BitSet hidden = new BitSet();

        private Builder(@Nullable Builder copied) {
            this.copied = copied;
        }

        /**
         * A count that is shown. Told again it has to be the same.
         *
         * @param value at least 0
         */
        public Builder count(Cell cell, long value) {
            Integer known = index(cell);
            if (value < 0 || (known != null && values[known] != value)) {
                throw new IllegalArgumentException(cell + " cannot have this count");
            }
            if (known == null) {
                add(new Cell(once(cell.table()), once(cell.row()), once(cell.column())), value);
            }
            return this;
        }

        private void add(Cell cell, long value) {
            int position = cells.size();
            if (position == values.length) {
                values = Arrays.copyOf(values, 2 * position);
            }
            values[position] = value;
            cells.add(cell);
            index.put(cell, position);
        }

        /** The same text for all cells that it names. */
        private String once(String name) {
            String known = names.putIfAbsent(name, name);
            return known == null ? name : known;
        }

        /** A count that is not shown. */
        public Builder hidden(Cell cell, long value) {
            count(cell, value);
            hidden.set(position(cell));
            return this;
        }

        /** A count that stands in no table. */
        public Builder inNoTable(Cell cell, long value) {
            hidden(cell, value);
            inNoTable.set(position(cell));
            return this;
        }

        /**
         * Says that parts make up a whole.
         *
         * @throws IllegalArgumentException where they do not, or some were not told of
         */
        public Builder sum(Cell whole, Collection<Cell> parts) {
            int end = begins[sums] + 1 + parts.size();
            members = withRoom(members, end);
            begins = withRoom(begins, sums + 2);
            int next = begins[sums];
            members[next++] = position(whole);
            long rest = values[members[begins[sums]]];
            for (Cell part : parts) {
                int member = position(part);
                members[next++] = member;
                rest -= values[member];
            }
            if (rest != 0) {
                throw new IllegalArgumentException("the parts do not make up " + whole);
            }
            begins[++sums] = end;
            return this;
        }

        private static int[] withRoom(int[] numbers, int size) {
            return size <= numbers.length ? numbers : Arrays.copyOf(numbers, Math.max(size, 2 * numbers.length));
        }

        /** As {@link #sum(Cell, Collection)}. */
        public Builder sum(Cell whole, Cell... parts) {
            return sum(whole, List.of(parts));
        }

        /** The same so far, to tell more of while this stays what it is. */
        Builder copy() {
            Builder copy = new Builder(this);
            copy.cells.addAll(cells);
            copy.values = values.clone();
            copy.members = members.clone();
            copy.begins = begins.clone();
            copy.sums = sums;
            copy.inNoTable.or(inNoTable);
            copy.hidden.or(hidden);
            return copy;
        }

        /** The cells told of so far, by position. */
        List<Cell> cells() {
            return cells;
        }

        /** The count of a cell; null = it was not told of. */
        @Nullable
        Long value(Cell cell) {
            Integer known = index(cell);
            return known == null ? null : (Long) values[known];
        }

        /** Where a cell stands; null = it was not told of. */
        @Nullable
        Integer index(Cell cell) {
            Integer known = index.get(cell);
            return known == null && copied != null ? copied.index(cell) : known;
        }

        int position(Cell cell) {
            Integer position = index(cell);
            if (position == null) {
                throw new IllegalArgumentException(cell + " has no count");
            }
            return position;
        }

        /** The system. */
        public CountSystem build() {
            return new CountSystem(
                    List.copyOf(cells),
                    new Sums(Arrays.copyOf(members, begins[sums]), Arrays.copyOf(begins, sums + 1), cells.size()),
                    Arrays.copyOf(values, cells.size()),
                    (BitSet) inNoTable.clone(),
                    (BitSet) hidden.clone());
        }
    }
}
