package org.recoveryreport.domain.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Other tables that agree with everything shown, found by exchanges: what one hidden count gains, another of the same sum
 * gives, which another sum has to make up for, and so on until all sums are true again. Many exchanges of ever smaller steps
 * take a count as far as it goes. The search is short and may overlook an exchange; what it finds is a table for certain.
 */
final class Exchanges {
    private static final int MOST_WAYS = 5;
    private static final int MOST_STEPS = 500;

    /** How thoroughly to search: first quickly, then again for what is left. */
    private static final List<Effort> EFFORTS =
            List.of(new Effort(2, 100, Integer.MAX_VALUE), new Effort(MOST_WAYS, MOST_STEPS, 1_000_000));

    /** Of a sum of many, the largest counts make up for what others gain: they have the most to give. */
    private static final int MOST_OF_A_SUM = 10;

    private final CountSystem system;
    private final Intervals bounds;
    private final Ranges ranges;
    private final int[][] unknownOf;
    private final long[] table;
    private final long[] surplus;
    private final UntrueSums untrue = new UntrueSums();
    /** By how much each count changes in the exchange, and those that do in turn. */
    private final long[] exchange;

    private final int[] exchanged;
    private int length;
    /** The ways of every length of the exchange, the best first: a count, how it changes, and how good that is. */
    private final int[] wayCell = new int[MOST_WAYS * (MOST_STEPS + 2)];

    private final long[] wayBy = new long[wayCell.length];
    private final int[] wayUntrue = new int[wayCell.length];
    /** The counts that differ from the true ones, and the search in which each came to do so last. */
    private final int[] moved;

    private final int[] movedIn;
    private int searches;
    private Effort effort = EFFORTS.get(0);
    private int steps;
    private int stepsInAll;

    /**
     * How thoroughly an exchange is searched for.
     *
     * @param ways how many counts of a sum are tried to make up for what another gained
     * @param steps how many counts are tried before the exchange is given up
     * @param stepsInAll how many for all exchanges together
     */
    private record Effort(int ways, int steps, int stepsInAll) {}

    Exchanges(CountSystem system, Intervals bounds, Ranges ranges) {
        this.system = system;
        this.bounds = bounds;
        this.ranges = ranges;
        unknownOf = IntStream.range(0, system.sums()).mapToObj(this::unknown).toArray(int[][]::new);
        table = IntStream.range(0, system.size()).mapToLong(system::value).toArray();
        exchange = new long[system.size()];
        exchanged = new int[system.size()];
        moved = new int[system.size()];
        movedIn = new int[system.size()];
        surplus = new long[system.sums()];
    }

    private int[] unknown(int sum) {
        return Arrays.stream(system.membersOf(sum))
                .filter(member -> !bounds.isFixed(member))
                .mapToLong(member -> -system.value(member) << Integer.SIZE | member)
                .sorted()
                .limit(MOST_OF_A_SUM)
                .mapToInt(key -> (int) key)
                .toArray();
    }

    /** Looks for tables until every count is safe, or none is found any more. */
    void widen() {
        for (Effort more : EFFORTS) {
            effort = more;
            stepsInAll = 0;
            for (int cell = 0; cell < system.size(); cell++) {
                if (!bounds.isFixed(cell)) {
                    shift(cell, 1);
                    shift(cell, -1);
                }
            }
        }
    }

    /** Takes a count up or down from what it is, in ever smaller steps. */
    private void shift(int cell, int direction) {
        int count = 0;
        searches++;
        long step = ranges.minCellCount();
        while (step > 0 && !ranges.isSafe(cell)) {
            if (find(cell, direction * step)) {
                while (length > 0) {
                    int member = exchanged[--length];
                    if (movedIn[member] != searches) {
                        movedIn[member] = searches;
                        moved[count++] = member;
                    }
                    table[member] += exchange[member];
                    exchange[member] = 0;
                    ranges.note(member, table[member]);
                }
            } else {
                step /= 2;
            }
        }
        while (count > 0) {
            int member = moved[--count];
            table[member] = system.value(member);
        }
    }

    /** Looks for an exchange by which a count changes by so much. */
    private boolean find(int cell, long by) {
        steps = 0;
        if (!fits(cell, by)) {
            return false;
        }
        give(cell, by);
        boolean found = makeUp();
        if (!found) {
            takeBack();
        }
        return found;
    }

    private boolean fits(int cell, long by) {
        long value = table[cell] + by;
        return value >= bounds.lower(cell) && value <= bounds.upper(cell);
    }

    private void give(int cell, long by) {
        exchange[cell] = by;
        exchanged[length++] = cell;
        unbalance(cell, by);
    }

    /** Undoes what was given last. */
    private void takeBack() {
        int cell = exchanged[--length];
        unbalance(cell, -exchange[cell]);
        exchange[cell] = 0;
    }

    private void unbalance(int cell, long by) {
        for (int sum : system.sumsOf(cell)) {
            long before = surplus[sum];
            surplus[sum] += sign(sum, cell) * by;
            if (before == 0) {
                untrue.add(sum);
            } else if (surplus[sum] == 0) {
                untrue.remove(sum);
            }
        }
    }

    /** Those that are not true: few at any time. */
    private final class UntrueSums {
        private int[] sums = new int[16];
        private int size;

        boolean isEmpty() {
            return size == 0;
        }

        void add(int sum) {
            if (size == sums.length) {
                sums = Arrays.copyOf(sums, 2 * size);
            }
            sums[size++] = sum;
        }

        void remove(int sum) {
            int i = 0;
            while (sums[i] != sum) {
                i++;
            }
            sums[i] = sums[--size];
        }

        /** That with the fewest unknown counts. */
        int shortest() {
            int best = sums[0];
            for (int i = 1; i < size; i++) {
                int sum = sums[i];
                int shorter = unknownOf[sum].length - unknownOf[best].length;
                if (shorter < 0 || (shorter == 0 && sum < best)) {
                    best = sum;
                }
            }
            return best;
        }
    }

    /** A whole counts against its parts. */
    private int sign(int sum, int cell) {
        return system.membersOf(sum)[0] == cell ? -1 : 1;
    }

    /** Makes all sums true, those with the fewest unknown counts first. */
    private boolean makeUp() {
        if (untrue.isEmpty()) {
            return true;
        }
        int first = MOST_WAYS * length;
        int last = first + findWays(untrue.shortest(), first);
        for (int way = first; way < last; way++) {
            if (++steps > effort.steps() || ++stepsInAll > effort.stepsInAll()) {
                return false;
            }
            give(wayCell[way], wayBy[way]);
            if (makeUp()) {
                return true;
            }
            takeBack();
        }
        return false;
    }

    /**
     * Finds counts that make up for the surplus of a sum. The best first: those that leave the fewest sums untrue, then the
     * largest counts.
     *
     * @param first where they are put
     * @return how many there are
     */
    private int findWays(int sum, int first) {
        int last = first;
        for (int member : unknownOf[sum]) {
            long by = -surplus[sum] * sign(sum, member);
            if (fits(member, by) && exchange[member] == 0) {
                int untrueThen = untrueWith(member, by);
                int place = last;
                while (place > first && isBetter(untrueThen, member, place - 1)) {
                    place--;
                }
                if (place < first + effort.ways()) {
                    last = Math.min(last + 1, first + effort.ways());
                    int behind = last - place - 1;
                    System.arraycopy(wayCell, place, wayCell, place + 1, behind);
                    System.arraycopy(wayBy, place, wayBy, place + 1, behind);
                    System.arraycopy(wayUntrue, place, wayUntrue, place + 1, behind);
                    wayCell[place] = member;
                    wayBy[place] = by;
                    wayUntrue[place] = untrueThen;
                }
            }
        }
        return last - first;
    }

    private boolean isBetter(int untrueThen, int member, int than) {
        return untrueThen < wayUntrue[than] || (untrueThen == wayUntrue[than] && table[member] > table[wayCell[than]]);
    }

    private int untrueWith(int cell, long by) {
        int more = 0;
        for (int sum : system.sumsOf(cell)) {
            long after = surplus[sum] + sign(sum, cell) * by;
            more += (after == 0 ? 0 : 1) - (surplus[sum] == 0 ? 0 : 1);
        }
        return more;
    }
}
