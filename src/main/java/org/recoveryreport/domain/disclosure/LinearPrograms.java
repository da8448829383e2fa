package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * How small and how large counts can be, all sums taken together: each end is the solution of a linear program. Only what is
 * hidden and not fixed by a single sum is unknown, and unknown counts that share no sum are looked at apart. A solution says
 * something about every count in it, so that few programs are needed to show of many counts that they range widely enough.
 */
final class LinearPrograms {
    /** Solutions are whole numbers but for rounding. */
    private static final double ROUNDING = 1e-6;

    /** Where nothing limits a count, this does: programs without limits have no solution. */
    private static final long MOST = 1_000_000_000;

    private final CountSystem system;
    private final Intervals bounds;
    private final long enough;
    private final long[] lowest;
    private final long[] highest;

    private LinearPrograms(CountSystem system, Intervals bounds, long enough) {
        this.system = system;
        this.bounds = bounds;
        this.enough = enough;
        lowest = new long[system.size()];
        highest = new long[system.size()];
        for (int i = 0; i < system.size(); i++) {
            boolean known = bounds.width(i) < enough;
            lowest[i] = known ? bounds.lower(i) : Long.MAX_VALUE;
            highest[i] = known ? bounds.upper(i) : Long.MIN_VALUE;
        }
    }

    /**
     * Ranges of all counts: whole where they are narrower than {@code enough}, else at least that wide.
     *
     * @param bounds of the counts
     */
    static List<Range> ranges(CountSystem system, Intervals bounds, long enough) {
        LinearPrograms programs = new LinearPrograms(system, bounds, enough);
        BitSet seen = new BitSet();
        for (int i = 0; i < system.size(); i++) {
            if (!bounds.isFixed(i) && !seen.get(i)) {
                programs.solve(programs.connected(i, seen));
            }
        }
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < system.size(); i++) {
            ranges.add(new Range(programs.lowest[i], programs.highest[i]));
        }
        return ranges;
    }

    /** The unknown counts that share sums with one, directly or by way of others. */
    private int[] connected(int first, BitSet seen) {
        List<Integer> cells = new ArrayList<>(List.of(first));
        seen.set(first);
        for (int next = 0; next < cells.size(); next++) {
            for (int sum : system.sumsOf(cells.get(next))) {
                for (int member : system.membersOf(sum)) {
                    if (!bounds.isFixed(member) && !seen.get(member)) {
                        seen.set(member);
                        cells.add(member);
                    }
                }
            }
        }
        return cells.stream().mapToInt(i -> i).toArray();
    }

    private void solve(int[] cells) {
        if (Arrays.stream(cells).allMatch(this::isWideEnough)) {
            return;
        }
        optimise(cells, 1, cells);
        optimise(cells, -1, cells);
        for (int cell : cells) {
            if (!isWideEnough(cell)) {
                optimise(cells, 1, cell);
            }
            if (!isWideEnough(cell)) {
                optimise(cells, -1, cell);
            }
        }
    }

    private boolean isWideEnough(int cell) {
        return highest[cell] >= lowest[cell] && highest[cell] - lowest[cell] >= enough;
    }

    /** Makes the sum of some counts as large, or with a direction of -1 as small, as it can be. */
    private void optimise(int[] cells, int direction, int... wanted) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        int[] variableOf = new int[system.size()];
        Arrays.fill(variableOf, -1);
        BitSet sums = new BitSet();
        for (int i = 0; i < cells.length; i++) {
            int cell = cells[i];
            model.newVariable("c" + cell).lower(bounds.lower(cell)).upper(Math.min(bounds.upper(cell), MOST));
            variableOf[cell] = i;
            Arrays.stream(system.sumsOf(cell)).forEach(sums::set);
        }
        for (int cell : wanted) {
            if (!isWideEnough(cell)) {
                model.getVariable(variableOf[cell]).weight(direction);
            }
        }
        sums.stream().forEach(sum -> constrain(model, variableOf, sum));
        Optimisation.Result solution = model.maximise();
        if (solution.getState().isFeasible()) {
            for (int i = 0; i < cells.length; i++) {
                double value = solution.doubleValue(i);
                lowest[cells[i]] = Math.min(lowest[cells[i]], (long) Math.ceil(value - ROUNDING));
                highest[cells[i]] = Math.max(highest[cells[i]], (long) Math.floor(value + ROUNDING));
            }
        } else {
            throw new IllegalArgumentException("the counts contradict each other around " + system.cell(cells[0]));
        }
    }

    private void constrain(ExpressionsBasedModel model, int[] variableOf, int sum) {
        Expression expression = model.newExpression("s" + sum);
        int[] members = system.membersOf(sum);
        long level = 0;
        for (int i = 0; i < members.length; i++) {
            int sign = i == 0 ? -1 : 1;
            int variable = variableOf[members[i]];
            if (variable >= 0) {
                expression.add(variable, sign);
            } else {
                level -= sign * bounds.lower(members[i]);
            }
        }
        expression.level(level);
    }
}
