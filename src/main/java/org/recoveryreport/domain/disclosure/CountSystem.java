package org.recoveryreport.domain.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Counts, which of them are shown, and which add up to which others: what a reader of a report knows. He does not know the
 * values of those that are hidden. Besides the counts that stand in tables there are those that stand in none but might be
 * worked out. Counts are whole numbers and at least 0. Immutable.
 */
public final class CountSystem {
    private final Cells cells;
    private final Sums sums;
    private final int size;
    private final Counts counts;
    private final BitSet hidden;

    private CountSystem(Cells cells, Sums sums, int size, Counts counts, BitSet hidden) {
        this.cells = cells;
        this.sums = sums;
        this.size = size;
        this.counts = counts;
        this.hidden = hidden;
    }

    /** Counts by themselves, whatever they add up to. */
    static final class Counts {
        private final long[] values;
        private final BitSet inNoTable;

        private Counts(long[] values, BitSet inNoTable) {
            this.values = values;
            this.inNoTable = inNoTable;
        }

        long value(int i) {
            return values[i];
        }

        boolean isInTable(int i) {
            return !inNoTable.get(i);
        }
    }

    Counts counts() {
        return counts;
    }

    /** Number of counts. */
    public int size() {
        return size;
    }

    /** Where the {@code i}-th count stands. */
    public Cell cell(int i) {
        Cell cell = cells.at(i);
        return cell == null ? rest(i) : cell;
    }

    /** What is left of a whole is named after it and the first of the parts. */
    private Cell rest(int i) {
        int sum = sums.sumAt(sums.beginOf(i));
        Cell whole = cell(sums.whole(sum));
        Cell part = cell(sums.member(sums.begin(sum) + 1));
        return new Cell(part.table(), part.row(), part.column() + " not, of " + whole.row() + ", " + whole.column());
    }

    /** Whether the {@code i}-th count is not shown. */
    public boolean isHidden(int i) {
        return hidden.get(i);
    }

    /** Whether the {@code i}-th count has a place in a table, where it is shown or hidden. */
    boolean isInTable(int i) {
        return counts.isInTable(i);
    }

    /** The {@code i}-th count, shown or not. */
    long value(int i) {
        return counts.value(i);
    }

    /** What adds up to what. */
    Sums sums() {
        return sums;
    }

    /** The same with other counts hidden. */
    CountSystem hiding(BitSet others) {
        return new CountSystem(cells, sums, size, counts, (BitSet) others.clone());
    }

    /** The same where some counts are shown as well. */
    public CountSystem showing(BitSet others) {
        BitSet still = (BitSet) hidden.clone();
        still.andNot(others);
        return hiding(still);
    }

    /** Nothing told of yet. */
    static Builder builder() {
        return new Builder(new Cells());
    }

    /** Collects counts and sums. A long log has a million of them: no object for what a number says. */
    static final class Builder {
        private final Cells cells;
        private long[] values = new long[64];
        private int[] members = new int[64];
        private int[] begins = new int[64];
        private int sums;
        private final BitSet mindedLast = new BitSet();
        private final BitSet inNoTable = new BitSet();

        private Builder(Cells cells) {
            this.cells = cells;
        }

        /**
         * A count that has a place in a table. Told again it has to be the same.
         *
         * @param value at least 0
         * @return its position
         */
        int add(Cell cell, long value) {
            int next = cells.size();
            int position = cells.add(cell);
            if (value < 0 || (position < next && values[position] != value)) {
                throw new IllegalArgumentException(cell + " cannot have this count");
            }
            return position < next ? position : added(value);
        }

        private int added(long value) {
            int position = cells.size() - 1;
            if (position >= values.length) {
                values = Arrays.copyOf(values, position + position / 2);
            }
            values[position] = value;
            return position;
        }

        /** A count that stands in no table; returns its position. */
        int addInNoTable(Cell cell, long value) {
            return inNoTable(add(cell, value));
        }

        private int inNoTable(int position) {
            inNoTable.set(position);
            return position;
        }

        /**
         * Says that parts are part of a whole; what is left of it stands in no table, and has no name of its own.
         *
         * @return the position of what is left, which is at least 0
         */
        int addRest(int whole, int... parts) {
            long rest = values[whole];
            for (int part : parts) {
                rest -= values[part];
            }
            if (rest < 0) {
                throw new IllegalArgumentException("the parts are more than " + cells.at(whole));
            }
            cells.addUnnamed();
            int position = inNoTable(added(rest));
            int[] all = Arrays.copyOf(parts, parts.length + 1);
            all[parts.length] = position;
            sum(whole, all);
            return position;
        }

        /**
         * Says that parts make up a whole, by position.
         *
         * @throws IllegalArgumentException where they do not, or some were not told of
         */
        void sum(int whole, int... parts) {
            int end = begins[sums] + 1 + parts.length;
            members = withRoom(members, end);
            begins = withRoom(begins, sums + 2);
            int next = begins[sums];
            members[next++] = told(whole);
            long rest = values[whole];
            for (int part : parts) {
                members[next++] = told(part);
                rest -= values[part];
            }
            if (rest != 0) {
                throw new IllegalArgumentException("the parts do not make up " + cells.at(whole));
            }
            begins[++sums] = end;
        }

        /** As {@link LinkedTables#sumMindedLast}. */
        void sumMindedLast(int whole, int... parts) {
            mindedLast.set(sums);
            sum(whole, parts);
        }

        private int told(int position) {
            if (position < 0) {
                throw new IllegalArgumentException("a sum of something that has no count");
            }
            return position;
        }

        private static int[] withRoom(int[] numbers, int size) {
            return size <= numbers.length
                    ? numbers
                    : Arrays.copyOf(numbers, Math.max(size, numbers.length + numbers.length / 2));
        }

        /**
         * The same so far, to tell more of. Nothing is told to this any more, nor to another copy: they are too long to be held
         * twice, so what comes next takes the same place.
         */
        Builder copy() {
            Builder copy = new Builder(cells.copy());
            copy.values = values;
            copy.members = members;
            copy.begins = begins;
            copy.sums = sums;
            copy.mindedLast.or(mindedLast);
            copy.inNoTable.or(inNoTable);
            return copy;
        }

        /** Where the counts told of so far stand. */
        Cells cells() {
            return cells;
        }

        long value(int position) {
            return values[position];
        }

        /** What was told so far, everything shown that has a place in a table: more may be told, and takes no part in it. */
        CountSystem build() {
            return new CountSystem(
                    cells,
                    new Sums(members, begins, sums, (BitSet) mindedLast.clone(), cells.size()),
                    cells.size(),
                    new Counts(values, (BitSet) inNoTable.clone()),
                    (BitSet) inNoTable.clone());
        }
    }
}
