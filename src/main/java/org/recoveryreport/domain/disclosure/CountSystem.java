package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts, which of them are shown, and which add up to which others: what a reader of a report knows. He does not know the
 * values of those that are hidden. Besides the counts that stand in tables there are those that stand in none but might be
 * worked out. Counts are whole numbers and at least 0. Immutable.
 */
public final class CountSystem {
    private final List<Cell> cells;
    private final int[][] sums;
    private final int[][] sumsOfCell;
    private final long[] values;
    private final BitSet inNoTable;
    private final BitSet hidden;

    private CountSystem(
            List<Cell> cells, int[][] sums, int[][] sumsOfCell, long[] values, BitSet inNoTable, BitSet hidden) {
        this.cells = cells;
        this.sums = sums;
        this.sumsOfCell = sumsOfCell;
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

    int sums() {
        return sums.length;
    }

    /** The cells of a sum, by position: the whole, then the parts. */
    int[] membersOf(int sum) {
        return sums[sum];
    }

    /** The sums that a cell is part or total of. */
    int[] sumsOf(int cell) {
        return sumsOfCell[cell];
    }

    /** The same with other counts hidden. */
    CountSystem hiding(BitSet others) {
        return new CountSystem(cells, sums, sumsOfCell, values, inNoTable, (BitSet) others.clone());
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

    /** Nothing known yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects counts and sums. */
    public static final class Builder {
        private final Map<Cell, Integer> index = new LinkedHashMap<>();
        private final List<Long> values = new ArrayList<>();
        private final List<int[]> sums = new ArrayList<>();
        private final BitSet inNoTable = new BitSet();
        private final BitSet hidden = new BitSet();

        private Builder() {}

        /**
         * A count that is shown. Told again it has to be the same.
         *
         * @param value at least 0
         */
        public Builder count(Cell cell, long value) {
            Integer known = index.putIfAbsent(cell, values.size());
            if (known == null) {
                values.add(value);
            }
            if (value < 0 || (known != null && values.get(known) != value)) {
                throw new IllegalArgumentException(cell + " cannot have this count");
            }
            return this;
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
            int[] members = Stream.concat(Stream.of(whole), parts.stream())
                    .mapToInt(this::position)
                    .toArray();
            long rest = values.get(members[0]);
            for (int i = 1; i < members.length; i++) {
                rest -= values.get(members[i]);
            }
            if (rest != 0) {
                throw new IllegalArgumentException("the parts do not make up " + whole);
            }
            sums.add(members);
            return this;
        }

        /** As {@link #sum(Cell, Collection)}. */
        public Builder sum(Cell whole, Cell... parts) {
            return sum(whole, List.of(parts));
        }

        int position(Cell cell) {
            Integer position = index.get(cell);
            if (position == null) {
                throw new IllegalArgumentException(cell + " has no count");
            }
            return position;
        }

        /** The system. */
        public CountSystem build() {
            List<List<Integer>> sumsOf = new ArrayList<>();
            values.forEach(value -> sumsOf.add(new ArrayList<>()));
            for (int s = 0; s < sums.size(); s++) {
                for (int member : sums.get(s)) {
                    sumsOf.get(member).add(s);
                }
            }
            return new CountSystem(
                    List.copyOf(index.keySet()),
                    sums.toArray(int[][]::new),
                    sumsOf.stream()
                            .map(list -> list.stream().mapToInt(i -> i).toArray())
                            .toArray(int[][]::new),
                    values.stream().mapToLong(value -> value).toArray(),
                    (BitSet) inNoTable.clone(),
                    (BitSet) hidden.clone());
        }
    }
}
