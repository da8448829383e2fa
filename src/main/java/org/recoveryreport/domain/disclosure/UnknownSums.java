package org.recoveryreport.domain.disclosure;

import java.util.Arrays;

/**
 * What {@link Sums} say of unknown counts, each of which is known here by its order among them, and each sum by its order among
 * those with unknown counts: those with the fewest first, and those with many in the order in which they were told of.
 */
final class UnknownSums {
    /** Of a sum of many, the largest counts make up for what others gain: they have the most to give. */
    private static final int MOST_OF_A_SUM = 10;

    private final int[] sides;
    private final int[] beginsOf;
    private final int[] endsOfLeading;
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
        int[] numbers = numbers(sums, order);
        begins = begins(sums, order, numbers);
        members = new int[begins[begins.length - 1]];
        Largest largest = new Largest(system);
        for (int sum = 0; sum < sums.size(); sum++) {
            if (numbers[sum] >= 0) {
                largest.clear();
                for (int i = sums.begin(sum); i < sums.end(sum); i++) {
                    if (order[sums.member(i)] >= 0) {
                        largest.add(sums.member(i));
                    }
                }
                int first = begins[numbers[sum]];
                for (int i = 0; i < largest.size; i++) {
                    int cell = largest.cells[i];
                    members[first + i] = cell == sums.whole(sum) ? ~order[cell] : order[cell];
                }
            }
        }
        sides = new int[beginsOf[unknown.length]];
        endsOfLeading = new int[unknown.length];
        for (int i = 0; i < unknown.length; i++) {
            int next = beginsOf[i];
            int last = beginsOf[i + 1];
            for (int place = sums.beginOf(unknown[i]); place < sums.endOf(unknown[i]); place++) {
                int sum = sums.sumAt(place);
                int number = numbers[sum];
                sides[sums.isMindedLast(sum) ? --last : next++] = sums.sideAt(place) < 0 ? ~number : number;
            }
            endsOfLeading[i] = next;
        }
    }

    /** How many unknown counts of a sum are looked at. */
    private static int length(Sums sums, int[] order, int sum) {
        int length = 0;
        for (int i = sums.begin(sum); i < sums.end(sum) && length < MOST_OF_A_SUM; i++) {
            length += order[sums.member(i)] < 0 ? 0 : 1;
        }
        return length;
    }

    /** The new number of each sum; negative = it has nothing unknown. */
    private static int[] numbers(Sums sums, int[] order) {
        int[] next = new int[MOST_OF_A_SUM + 2];
        for (int sum = 0; sum < sums.size(); sum++) {
            int length = length(sums, order, sum);
            next[length == 0 ? 0 : length + 1]++;
        }
        next[0] = 0;
        for (int length = 1; length < next.length; length++) {
            next[length] += next[length - 1];
        }
        int[] numbers = new int[sums.size()];
        for (int sum = 0; sum < numbers.length; sum++) {
            int length = length(sums, order, sum);
            numbers[sum] = length == 0 ? -1 : next[length]++;
        }
        return numbers;
    }

    private static int[] begins(Sums sums, int[] order, int[] numbers) {
        int[] begins = new int[1 + Arrays.stream(numbers).max().orElse(-1) + 1];
        for (int sum = 0; sum < numbers.length; sum++) {
            if (numbers[sum] >= 0) {
                begins[numbers[sum] + 1] = length(sums, order, sum);
            }
        }
        for (int sum = 1; sum < begins.length; sum++) {
            begins[sum] += begins[sum - 1];
        }
        return begins;
    }

    /** Number of sums. */
    int size() {
        return begins.length - 1;
    }

    /** Where the sums of a count begin, those minded last at the end. */
    int beginOf(int count) {
        return beginsOf[count];
    }

    /** Where those begin that are minded last. */
    int endOfLeading(int count) {
        return endsOfLeading[count];
    }

    /** Where all of them end. */
    int endOf(int count) {
        return beginsOf[count + 1];
    }

    /** The sum at a place between these; the complement of a sum whose whole the count is. */
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
