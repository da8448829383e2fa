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
    private static final List<Effort> EFFORTS = List.of(
            new Effort(2, 100, Integer.MAX_VALUE, false),
            new Effort(2, 100, Integer.MAX_VALUE, true),
            new Effort(MOST_WAYS, MOST_STEPS, 20, true));

    /** So many steps are taken however few the counts are. */
    private static final long FEW_STEPS = 1_000_000;

    private final CountSystem system;
    private final Ranges ranges;
    /** The unknown counts, by position. What follows tells of them in this order: nothing else changes. */
    private final int[] unknown;

    private final long[] lower;
    private final long[] upper;
    private final long[] table;
    private final UnknownSums sums;
    private final long[] surplus;
    private final UntrueSums untrue = new UntrueSums();
    /** What has changed since the true table, in turn. */
    private int[] changed = new int[64];

    private long[] changedBy = new long[64];
    private int changes;
    /** The exchange in which each count has changed last. */
    private final int[] changedIn;

    private int exchanges;
    /** The ways of every step of the exchange, the best first: a count, how it changes, and how good that is. */
    private final int[] wayCell = new int[MOST_WAYS * (MOST_STEPS + 2)];

    private final long[] wayBy = new long[wayCell.length];
    private final int[] wayUntrue = new int[wayCell.length];
    private Effort effort = EFFORTS.get(0);
    private int steps;
    private long mostSteps;
    private long stepsInAll;

    /**
     * How thoroughly an exchange is searched for.
     *
     * @param ways how many counts of a sum are tried to make up for what another gained
     * @param steps how many counts are tried before the exchange is given up
     * @param stepsForEach how many for all exchanges together, for each unknown count
     * @param byAllSums whether those minded last guide the search as well; otherwise it is only seen at its end that they are true
     */
    private record Effort(int ways, int steps, int stepsForEach, boolean byAllSums) {}

    Exchanges(CountSystem system, Intervals bounds, Ranges ranges) {
        this.system = system;
        this.ranges = ranges;
        unknown = IntStream.range(0, system.size())
                .filter(cell -> !bounds.isFixed(cell))
                .toArray();
        lower = new long[unknown.length];
        upper = new long[unknown.length];
        table = new long[unknown.length];
        for (int i = 0; i < unknown.length; i++) {
            lower[i] = bounds.lower(unknown[i]);
            upper[i] = bounds.upper(unknown[i]);
            table[i] = system.value(unknown[i]);
        }
        sums = new UnknownSums(system, unknown);
        surplus = new long[sums.size()];
        changedIn = new int[unknown.length];
    }

    /** Looks for tables until every count is safe, or none is found any more. */
    void widen() {
        for (Effort more : EFFORTS) {
            effort = more;
            mostSteps = Math.max(FEW_STEPS, (long) more.stepsForEach() * unknown.length);
            stepsInAll = 0;
            for (int cell = 0; cell < unknown.length; cell++) {
                shift(cell, 1);
                shift(cell, -1);
            }
        }
    }

    private long value(int cell) {
        return system.value(unknown[cell]);
    }

    /** Notes the values of what has changed. */
    private void note(int from) {
        for (int i = from; i < changes; i++) {
            ranges.note(unknown[changed[i]], table[changed[i]]);
        }
    }

    /** Takes a count up or down from what it is, in ever smaller steps. */
    private void shift(int cell, int direction) {
        long step = ranges.minCellCount();
        while (step > 0 && !ranges.isSafe(unknown[cell])) {
            int before = changes;
            if (find(cell, direction * step)) {
                note(before);
            } else {
                step /= 2;
            }
        }
        while (changes > 0) {
            int member = changed[--changes];
            table[member] = value(member);
        }
    }

    /** Looks for an exchange by which a count changes by so much. */
    private boolean find(int cell, long by) {
        steps = 0;
        exchanges++;
        if (!fits(cell, by)) {
            return false;
        }
        int before = changes;
        give(cell, by);
        boolean found = makeUp(0) && (effort.byAllSums() || isTrueForAllSums(before));
        while (!found && changes > before) {
            takeBack();
        }
        return found;
    }

    /** Makes those sums true as well that did not guide the search, by counts that are in no other. */
    private boolean isTrueForAllSums(int from) {
        followUp(from, 1);
        while (!untrue.isEmpty()) {
            int sum = untrue.shortest();
            if (!settle(sum)) {
                followUp(from, -1);
                return false;
            }
        }
        return true;
    }

    private void followUp(int from, int direction) {
        for (int i = from; i < changes; i++) {
            for (int place = sums.endOfLeading(changed[i]); place < sums.endOf(changed[i]); place++) {
                unbalance(sums.sideAt(place), direction * changedBy[i]);
            }
        }
    }

    private boolean settle(int sum) {
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            int side = sums.memberAt(i);
            int member = side < 0 ? ~side : side;
            long by = side < 0 ? surplus[sum] : -surplus[sum];
            if (sums.endOfLeading(member) == sums.beginOf(member)
                    && fits(member, by)
                    && changedIn[member] != exchanges) {
                give(member, by);
                followUp(changes - 1, 1);
                return true;
            }
        }
        return false;
    }

    private boolean fits(int cell, long by) {
        long value = table[cell] + by;
        return value >= lower[cell] && value <= upper[cell];
    }

    private void give(int cell, long by) {
        if (changes == changed.length) {
            changed = Arrays.copyOf(changed, 2 * changes);
            changedBy = Arrays.copyOf(changedBy, 2 * changes);
        }
        changed[changes] = cell;
        changedBy[changes++] = by;
        changedIn[cell] = exchanges;
        change(cell, by);
    }

    /** Undoes what was given last. */
    private void takeBack() {
        int cell = changed[--changes];
        changedIn[cell] = 0;
        change(cell, -changedBy[changes]);
    }

    private void change(int cell, long by) {
        table[cell] += by;
        int end = endOf(cell);
        for (int place = sums.beginOf(cell); place < end; place++) {
            unbalance(sums.sideAt(place), by);
        }
    }

    /** Where those sums of a count end that guide the search. */
    private int endOf(int cell) {
        return effort.byAllSums() ? sums.endOf(cell) : sums.endOfLeading(cell);
    }

    /** A whole counts against its parts. */
    private void unbalance(int side, long by) {
        int sum = side < 0 ? ~side : side;
        long before = surplus[sum];
        long after = side < 0 ? before - by : before + by;
        surplus[sum] = after;
        if (before == 0) {
            untrue.add(sum);
        } else if (after == 0) {
            untrue.remove(sum);
        }
    }

    /** Those that are not true: few at any time. */
    private static final class UntrueSums {
        private int[] sums = new int[64];
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
            int first = sums[0];
            for (int i = 1; i < size; i++) {
                first = Math.min(first, sums[i]);
            }
            return first;
        }
    }

    /** Makes all sums true, those with the fewest unknown counts first. */
    private boolean makeUp(int step) {
        if (untrue.isEmpty()) {
            return true;
        }
        int first = MOST_WAYS * step;
        int last = first + findWays(untrue.shortest(), first);
        for (int way = first; way < last; way++) {
            if (++steps > effort.steps() || ++stepsInAll > mostSteps) {
                return false;
            }
            give(wayCell[way], wayBy[way]);
            if (makeUp(step + 1)) {
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
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            int side = sums.memberAt(i);
            int member = side < 0 ? ~side : side;
            long by = side < 0 ? surplus[sum] : -surplus[sum];
            if (fits(member, by) && changedIn[member] != exchanges) {
                int untrueThen = untrueWith(member, by);
                int place = last;
                while (place > first && isBetter(untrueThen, member, place - 1)) {
                    place--;
                }
                if (place < first + effort.ways()) {
                    last = Math.min(last + 1, first + effort.ways());
                    for (int behind = last - 1; behind > place; behind--) {
                        wayCell[behind] = wayCell[behind - 1];
                        wayBy[behind] = wayBy[behind - 1];
                        wayUntrue[behind] = wayUntrue[behind - 1];
                    }
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
        int end = endOf(cell);
        for (int place = sums.beginOf(cell); place < end; place++) {
            int side = sums.sideAt(place);
            long before = surplus[side < 0 ? ~side : side];
            // a change by nothing is none, so a sum that was true no longer is
            if (before == 0) {
                more++;
            } else if (before == (side < 0 ? by : -by)) {
                more--;
            }
        }
        return more;
    }
}
