package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a reader of a report knows about counts: the values of those that are shown, and which of them add up to which others,
 * shown or not. Counts are whole numbers and at least 0. Immutable.
 */
public final class CountSystem {
    private static final long HIDDEN = -1;

    private final List<Cell> cells;
    private final int[][] sums;
    private final int[][] sumsOfCell;
    private final long[] values;

    private CountSystem(List<Cell> cells, int[][] sums, int[][] sumsOfCell, long[] values) {
        this.cells = cells;
        this.sums = sums;
        this.sumsOfCell = sumsOfCell;
        this.values = values;
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
        return values[i] == HIDDEN;
    }

    /** The {@code i}-th count, which is shown. */
    public long value(int i) {
        if (values[i] == HIDDEN) {
            throw new IllegalArgumentException(cells.get(i) + " is hidden");
        }
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

    /** The same with some counts hidden. */
    CountSystem hiding(BitSet hidden) {
        long[] fewer = values.clone();
        hidden.stream().forEach(i -> fewer[i] = HIDDEN);
        return new CountSystem(cells, sums, sumsOfCell, fewer);
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

        private Builder() {}

        /**
         * A count. Told again it has to be the same, or hidden one of the times.
         *
         * @param value at least 0; null = hidden
         */
        public Builder count(Cell cell, @Nullable Long value) {
            int i = position(cell);
            if (value != null) {
                long known = values.get(i);
                if (value < 0 || (known != HIDDEN && known != value)) {
                    throw new IllegalArgumentException(cell + " is " + known + " and " + value);
                }
                values.set(i, value);
            }
            return this;
        }

        /** Says that parts make up a whole; cells not told of before are hidden. */
        public Builder sum(Cell whole, Collection<Cell> parts) {
            sums.add(Stream.concat(Stream.of(whole), parts.stream())
                    .mapToInt(this::position)
                    .toArray());
            return this;
        }

        /** As {@link #sum(Cell, Collection)}. */
        public Builder sum(Cell whole, Cell... parts) {
            return sum(whole, List.of(parts));
        }

        private int position(Cell cell) {
            return index.computeIfAbsent(cell, added -> {
                values.add(HIDDEN);
                return values.size() - 1;
            });
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
                    values.stream().mapToLong(value -> value).toArray());
        }
    }
}
