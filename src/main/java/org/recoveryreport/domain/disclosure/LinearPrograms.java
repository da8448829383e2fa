package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * How small and how large counts can be, all sums taken together: each end is the solution of a linear program. Only what is
 * hidden and not fixed by a single sum is unknown, and unknown counts that share no sum are looked at apart. A program first
 * widens as many ranges together as it can; each count that is left gets programs of its own.
 */
final class LinearPrograms {
    /** Solutions are whole numbers but for rounding. */
    private static final double ROUNDING = 1e-6;

    /** Where nothing limits a count, this does: programs without limits have no solution. */
    private static final long MOST = 1_000_000_000;

    /** Programs of more unknown counts take too long; their counts have the ranges found before. */
    private static final int MOST_UNKNOWN = 1_000;

    private final CountSystem system;
    private final Intervals bounds;
    private final Ranges ranges;

    LinearPrograms(CountSystem system, Intervals bounds, Ranges ranges) {
        this.system = system;
        this.bounds = bounds;
        this.ranges = ranges;
    }

    /**
     * Widens ranges that are narrow so far.
     *
     * @param told gets the counts that turn out to have a single value
     */
    void widen(BitSet told) {
        BitSet seen = new BitSet();
        for (int i = 0; i < system.size(); i++) {
            if (!bounds.isFixed(i) && !seen.get(i)) {
                Component component = new Component(connected(i, seen));
                if (component.cells.length <= MOST_UNKNOWN) {
                    component.widen();
                    Arrays.stream(component.cells)
                            .filter(cell -> ranges.width(cell) == 0)
                            .forEach(told::set);
                }
            }
        }
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

    /** Unknown counts that share sums. */
    private final class Component {
        private final int[] cells;
        private final int[] variableOf = new int[system.size()];
        private final BitSet sums = new BitSet();

        Component(int[] cells) {
            this.cells = cells;
            Arrays.fill(variableOf, -1);
            for (int i = 0; i < cells.length; i++) {
                variableOf[cells[i]] = i;
                Arrays.stream(system.sumsOf(cells[i])).forEach(sums::set);
            }
        }

        void widen() {
            int before = cells.length + 1;
            int[] narrow = narrow();
            while (narrow.length > 0 && narrow.length < before) {
                before = narrow.length;
                together(narrow, 1);
                together(narrow(), -1);
                narrow = narrow();
            }
            for (int cell : narrow) {
                alone(cell, 1);
                alone(cell, -1);
            }
        }

        private int[] narrow() {
            return Arrays.stream(cells).filter(cell -> !ranges.isWide(cell)).toArray();
        }

        /** No count goes further than it needs, to leave the others more. */
        private void together(int[] narrow, int direction) {
            ExpressionsBasedModel model = model();
            for (int cell : narrow) {
                Variable variable = model.getVariable(variableOf[cell]).weight(direction);
                if (direction > 0) {
                    variable.upper(Math.min(upper(cell), ranges.lowest(cell) + ranges.minCellCount()));
                } else {
                    variable.lower(Math.max(bounds.lower(cell), ranges.highest(cell) - ranges.minCellCount()));
                }
            }
            solve(model);
        }

        private void alone(int cell, int direction) {
            if (!ranges.isWide(cell)) {
                ExpressionsBasedModel model = model();
                model.getVariable(variableOf[cell]).weight(direction);
                solve(model);
            }
        }

        private ExpressionsBasedModel model() {
            ExpressionsBasedModel model = new ExpressionsBasedModel();
            for (int cell : cells) {
                model.newVariable("c" + cell).lower(bounds.lower(cell)).upper(upper(cell));
            }
            sums.stream().forEach(sum -> constrain(model, sum));
            return model;
        }

        private long upper(int cell) {
            return Math.min(bounds.upper(cell), MOST);
        }

        private void constrain(ExpressionsBasedModel model, int sum) {
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

        /** Where the solver fails, which it should not, nothing is learnt: the counts stay as narrow as they were. */
        private void solve(ExpressionsBasedModel model) {
            Optimisation.Result solution = model.maximise();
            if (solution.getState().isFeasible()) {
                for (int i = 0; i < cells.length; i++) {
                    double value = solution.doubleValue(i);
                    ranges.note(cells[i], (long) Math.ceil(value - ROUNDING));
                    ranges.note(cells[i], (long) Math.floor(value + ROUNDING));
                }
            }
        }
    }
}
