package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Other tables that agree with everything shown, found by exchanges: what one hidden count gains, another of the same sum
 * gives, which another sum has to make up for, and so on until all sums are true again. Many exchanges of ever smaller steps
 * take a count as far as it goes. The search is short and may overlook an exchange; what it finds is a table for certain.
 */
final class Exchanges {
    /** How thoroughly to search: first quickly, then again for what is left. */
    private static final List<Effort> EFFORTS =
            List.of(new Effort(2, 100, Integer.MAX_VALUE), new Effort(5, 500, 1_000_000));

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
        List<Integer> touched = new ArrayList<>();
        long step = ranges.minCellCount();
        while (step > 0 && !ranges.isSafe(cell)) {
            if (find(cell, direction * step)) {
                while (length > 0) {
                    int member = exchanged[--length];
                    table[member] += exchange[member];
                    exchange[member] = 0;
                    ranges.note(member, table[member]);
                    touched.add(member);
                }
            } else {
                step /= 2;
            }
        }
        touched.forEach(member -> table[member] = system.value(member));
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
        for (Way way : ways(untrue.shortest())) {
            if (++steps > effort.steps() || ++stepsInAll > effort.stepsInAll()) {
                return false;
            }
            give(way.cell(), way.by());
            if (makeUp()) {
                return true;
            }
            takeBack();
        }
        return false;
    }

    /**
     * A count that makes up for the surplus of a sum.
     *
     * @param cell its position
     * @param by how it changes
     * @param untrue how many more sums are untrue then
     * @param value the count before
     */
    private record Way(int cell, long by, int untrue, long value) {}

    /** The best first: those that leave the fewest sums untrue, then the largest counts. */
    private List<Way> ways(int sum) {
        List<Way> best = new ArrayList<>(effort.ways() + 1);
        for (int member : unknownOf[sum]) {
            long by = -surplus[sum] * sign(sum, member);
            if (fits(member, by) && exchange[member] == 0) {
                int untrueThen = untrueWith(member, by);
                int place = best.size();
                while (place > 0 && isBetter(untrueThen, table[member], best.get(place - 1))) {
                    place--;
                }
                if (place < effort.ways()) {
                    best.add(place, new Way(member, by, untrueThen, table[member]));
                    if (best.size() > effort.ways()) {
                        best.remove(effort.ways());
                    }
                }
            }
        }
        return best;
    }

    private static boolean isBetter(int untrueThen, long value, Way than) {
        return untrueThen < than.untrue() || (untrueThen == than.untrue() && value > than.value());
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
