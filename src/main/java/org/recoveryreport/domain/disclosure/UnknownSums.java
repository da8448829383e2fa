package org.recoveryreport.domain.disclosure;

import java.util.Arrays;

/** What {@link Sums} say of unknown counts, each of which is known here by its order among them. */
final class UnknownSums {
    /** Of a sum of many, the largest counts make up for what others gain: they have the most to give. */
    private static final int MOST_OF_A_SUM = 10;

    private final int[] sides;
    private final int[] beginsOf;
    private final int[] members;
    private final int[] begins;

    /**
     * Of some counts.
     *
     * @param unknown their positions, ascending
     */
    UnknownSums(CountSystem system, int[] unknown) {
        Sums sums = system.sums();
        int[] order = new int[system.size()];
        Arrays.fill(order, -1);
        beginsOf = new int[unknown.length + 1];
        for (int i = 0; i < unknown.length; i++) {
            order[unknown[i]] = i;
            beginsOf[i + 1] = beginsOf[i] + sums.endOf(unknown[i]) - sums.beginOf(unknown[i]);
        }
        begins = new int[sums.size() + 1];
        int[] chosen = new int[beginsOf[unknown.length]];
        Largest largest = new Largest(system);
        for (int sum = 0; sum < sums.size(); sum++) {
            largest.clear();
            for (int i = sums.begin(sum); i < sums.end(sum); i++) {
                if (order[sums.member(i)] >= 0) {
                    largest.add(sums.member(i));
                }
            }
            int next = begins[sum];
            for (int i = 0; i < largest.size; i++) {
                int cell = largest.cells[i];
                chosen[next++] = cell == sums.whole(sum) ? ~order[cell] : order[cell];
            }
            begins[sum + 1] = next;
        }
        members = Arrays.copyOf(chosen, begins[sums.size()]);
        sides = new int[chosen.length];
        for (int i = 0; i < unknown.length; i++) {
            int next = beginsOf[i];
            for (int place = sums.beginOf(unknown[i]); place < sums.endOf(unknown[i]); place++) {
                sides[next++] = sums.sideAt(place);
            }
        }
    }

    /** Where the sums of a count begin. */
    int beginOf(int count) {
        return beginsOf[count];
    }

    /** Where they end. */
    int endOf(int count) {
        return beginsOf[count + 1];
    }

    /** As {@link Sums#sideAt}. */
    int sideAt(int place) {
        return sides[place];
    }

    /** Where those unknown counts of a sum begin that may make up for others. */
    int begin(int sum) {
        return begins[sum];
    }

    /** Where they end. */
    int end(int sum) {
        return begins[sum + 1];
    }

    /** How many they are. */
    int length(int sum) {
        return begins[sum + 1] - begins[sum];
    }

    /** Whether a sum has more of them than need be looked at, or as many: those of whole tables have. */
    boolean isLong(int sum) {
        return length(sum) == MOST_OF_A_SUM;
    }

    /** The count at a place between these, the largest first, of equal ones the first; the complement of the whole. */
    int memberAt(int place) {
        return members[place];
    }

    /** The largest counts of a sum. */
    private static final class Largest {
        private final CountSystem system;
        private final int[] cells = new int[MOST_OF_A_SUM];
        private int size;

        Largest(CountSystem system) {
            this.system = system;
        }

        void clear() {
            size = 0;
        }

        void add(int cell) {
            int place = size;
            while (place > 0 && isBefore(cell, cells[place - 1])) {
                place--;
            }
            if (place < cells.length) {
                size = Math.min(size + 1, cells.length);
                System.arraycopy(cells, place, cells, place + 1, size - place - 1);
                cells[place] = cell;
            }
        }

        private boolean isBefore(int cell, int other) {
            long value = system.value(cell);
            long otherValue = system.value(other);
            return value > otherValue || (value == otherValue && cell < other);
        }
    }
}
