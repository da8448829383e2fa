package org.recoveryreport.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * Unknown counts and what is known of them: bounds, and linear relations between them. A count that is named for the first
 * time is a whole number of at least 0.
 */
final class LinearSystem {
    private static final double TOLERANCE = 1e-6;

    private final Map<String, Integer> index = new LinkedHashMap<>();
    private final List<double[]> bounds = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private String scope = "";

    /** A weighted sum of counts that lies between two numbers. */
    private static final class Row {
        private final int[] variables;
        private final double[] weights;
        private final double low;
        private final double high;

        Row(int[] variables, double[] weights, double low, double high) {
            this.variables = variables;
            this.weights = weights;
            this.low = low;
            this.high = high;
        }
    }

    /**
     * Where a count must lie.
     *
     * @param low a whole number
     * @param high a whole number, or infinite
     */
    record Range(double low, double high) {
        Range {
            // no negative zero
            low += 0.0;
            high += 0.0;
        }

        boolean within(long least, long most) {
            return low >= least && high <= most;
        }

        double width() {
            return high - low;
        }

        @Override
        public String toString() {
            return low == high ? "= " + (long) low : "in " + (long) low + ".." + (high > 1e15 ? "" : (long) high);
        }
    }

    /** A weighted sum of counts. */
    final class Sum {
        private final Map<Integer, Double> weights = new LinkedHashMap<>();

        Sum plus(double weight, String name) {
            weights.merge(variable(name), weight, Double::sum);
            return this;
        }

        Sum plus(String name) {
            return plus(1, name);
        }

        Sum minus(String name) {
            return plus(-1, name);
        }

        Sum plusAll(Iterable<String> names) {
            names.forEach(this::plus);
            return this;
        }

        void isBetween(double low, double high) {
            int[] variables =
                    weights.keySet().stream().mapToInt(Integer::intValue).toArray();
            double[] values =
                    weights.values().stream().mapToDouble(Double::doubleValue).toArray();
            rows.add(new Row(variables, values, low, high));
        }

        void is(double value) {
            isBetween(value, value);
        }

        void isAtLeast(double value) {
            isBetween(value, Double.POSITIVE_INFINITY);
        }

        void is(String name) {
            minus(name).is(0);
        }
    }

    Sum sum() {
        return new Sum();
    }

    /** From now on every name is that of a count of this part of the whole; blank = of the whole. */
    void setScope(String scope) {
        this.scope = scope;
    }

    String scope() {
        return scope;
    }

    /** The names known so far, as they are without a scope. */
    List<String> names() {
        return List.copyOf(index.keySet());
    }

    void set(String name, double value) {
        double[] bound = bounds.get(variable(name));
        if (value < bound[0] - TOLERANCE || value > bound[1] + TOLERANCE) {
            throw new IllegalStateException(name + " is " + value + " here and elsewhere in " + Arrays.toString(bound));
        }
        bound[0] = value;
        bound[1] = value;
    }

    int size() {
        return index.size();
    }

    private int variable(String inScope) {
        String name = scope + inScope;
        Integer known = index.get(name);
        if (known != null) {
            return known;
        }
        index.put(name, bounds.size());
        bounds.add(new double[] {0, Double.POSITIVE_INFINITY});
        return bounds.size() - 1;
    }

    /** The counts that single relations leave no choice for. */
    Map<String, Double> known() {
        propagate();
        Map<String, Double> known = new LinkedHashMap<>();
        index.forEach((name, variable) -> {
            if (!isOpen(variable)) {
                known.put(name, bounds.get(variable)[0]);
            }
        });
        return known;
    }

    /** Narrows every count as far as single relations allow. */
    void propagate() {
        boolean changed = true;
        for (int pass = 0; changed && pass < 500; pass++) {
            changed = false;
            for (Row row : rows) {
                while (narrow(row)) {
                    changed = true;
                }
            }
        }
    }

    private boolean narrow(Row row) {
        double low = 0;
        double high = 0;
        int lowInfinite = 0;
        int highInfinite = 0;
        for (int i = 0; i < row.variables.length; i++) {
            double[] bound = bounds.get(row.variables[i]);
            double weight = row.weights[i];
            double least = weight > 0 ? weight * bound[0] : weight * bound[1];
            double most = weight > 0 ? weight * bound[1] : weight * bound[0];
            if (Double.isInfinite(least)) {
                lowInfinite++;
            } else {
                low += least;
            }
            if (Double.isInfinite(most)) {
                highInfinite++;
            } else {
                high += most;
            }
        }
        boolean changed = false;
        for (int i = 0; i < row.variables.length; i++) {
            double[] bound = bounds.get(row.variables[i]);
            double weight = row.weights[i];
            double least = weight > 0 ? weight * bound[0] : weight * bound[1];
            double most = weight > 0 ? weight * bound[1] : weight * bound[0];
            double othersLow = lowInfinite - (Double.isInfinite(least) ? 1 : 0) > 0
                    ? Double.NEGATIVE_INFINITY
                    : low - (Double.isInfinite(least) ? 0 : least);
            double othersHigh = highInfinite - (Double.isInfinite(most) ? 1 : 0) > 0
                    ? Double.POSITIVE_INFINITY
                    : high - (Double.isInfinite(most) ? 0 : most);
            double from = (row.low - othersHigh) / weight;
            double to = (row.high - othersLow) / weight;
            double atLeast = Math.ceil(Math.min(from, to) - TOLERANCE);
            double atMost = Math.floor(Math.max(from, to) + TOLERANCE);
            if (atLeast > bound[0]) {
                bound[0] = atLeast;
                changed = true;
            }
            if (atMost < bound[1]) {
                bound[1] = atMost;
                changed = true;
            }
            if (bound[0] > bound[1]) {
                throw new IllegalStateException("what is published contradicts itself at "
                        + new ArrayList<>(index.keySet()).get(row.variables[i]) + " " + describe(row));
            }
            if (changed) {
                return true;
            }
        }
        return false;
    }

    private String describe(Row row) {
        List<String> names = new ArrayList<>(index.keySet());
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < row.variables.length; i++) {
            text.append(row.weights[i] < 0 ? " - " : " + ").append(names.get(row.variables[i]));
            text.append(Arrays.toString(bounds.get(row.variables[i])));
        }
        return text + " in " + row.low + ".." + row.high;
    }

    /**
     * The ranges of sums, found by propagation and, where that leaves something open, by linear programming. What is known
     * well enough is not looked at further, so a range may be narrower than it says, or wider.
     *
     * @param protectedWidths for each sum: it is known well enough when it can be 0 or at least k, and by how much it must vary
     */
    List<Range> ranges(List<Sum> sums, long k, List<Long> protectedWidths) {
        propagate();
        Map<Integer, Integer> component = components(sums);
        List<Range> ranges = new ArrayList<>();
        Map<Integer, List<Integer>> open = new LinkedHashMap<>();
        for (int i = 0; i < sums.size(); i++) {
            Range range = byBounds(sums.get(i));
            ranges.add(range);
            boolean settled = range.low() == range.high()
                    || range.within(1, k - 1)
                    || (range.low() >= k && protectedWidths.get(i) == 0);
            if (!settled) {
                int first = sums.get(i).weights.keySet().stream()
                        .filter(component::containsKey)
                        .findFirst()
                        .orElseThrow();
                open.computeIfAbsent(component.get(first), c -> new ArrayList<>())
                        .add(i);
            }
        }
        open.forEach((number, which) -> {
            Program program = new Program(number, component);
            List<Sum> wanted = which.stream().map(sums::get).toList();
            double[][] seen = program.explore(
                    wanted, k, which.stream().map(protectedWidths::get).toList());
            for (int i = 0; i < which.size(); i++) {
                ranges.set(
                        which.get(i), new Range(Math.ceil(seen[i][0] - TOLERANCE), Math.floor(seen[i][1] + TOLERANCE)));
            }
        });
        return ranges;
    }

    private Range byBounds(Sum sum) {
        double low = 0;
        double high = 0;
        for (Map.Entry<Integer, Double> term : sum.weights.entrySet()) {
            double[] bound = bounds.get(term.getKey());
            double weight = term.getValue();
            low += weight > 0 ? weight * bound[0] : weight * bound[1];
            high += weight > 0 ? weight * bound[1] : weight * bound[0];
        }
        return new Range(low, high);
    }

    private boolean isOpen(int variable) {
        return bounds.get(variable)[0] != bounds.get(variable)[1];
    }

    /** Which open counts hang together, by a relation or by a sum that is asked for. */
    private Map<Integer, Integer> components(List<Sum> sums) {
        int[] parent = new int[bounds.size()];
        Arrays.setAll(parent, i -> i);
        rows.forEach(row -> join(parent, row.variables));
        sums.forEach(sum -> join(
                parent,
                sum.weights.keySet().stream().mapToInt(Integer::intValue).toArray()));
        Map<Integer, Integer> component = new HashMap<>();
        for (int i = 0; i < parent.length; i++) {
            if (isOpen(i)) {
                component.put(i, root(parent, i));
            }
        }
        return component;
    }

    private void join(int[] parent, int[] variables) {
        int first = -1;
        for (int variable : variables) {
            if (isOpen(variable)) {
                if (first >= 0) {
                    parent[root(parent, variable)] = root(parent, first);
                }
                first = variable;
            }
        }
    }

    private static int root(int[] parent, int of) {
        int root = of;
        while (parent[root] != root) {
            parent[root] = parent[parent[root]];
            root = parent[root];
        }
        return root;
    }

    /**
     * The open counts of one component, each less its lower bound. A count that a relation gives as the sum of others is
     * written as these, for then it is at least its lower bound because they are.
     */
    private final class Program {
        private static final int CONSTANT = -1;

        private final Map<Integer, Row> definitions = new HashMap<>();
        private final Map<Integer, Map<Integer, Double>> written = new HashMap<>();
        private final Map<Integer, Integer> columns = new LinkedHashMap<>();
        private final LinearConstraintSet constraints;

        Program(int number, Map<Integer, Integer> component) {
            List<Row> here = rows.stream()
                    .filter(row -> Arrays.stream(row.variables)
                            .anyMatch(variable -> Objects.equals(component.get(variable), number)))
                    .toList();
            here.forEach(this::define);
            component.forEach((variable, c) -> {
                if (c == number && !definitions.containsKey(variable)) {
                    columns.put(variable, columns.size());
                }
            });
            List<LinearConstraint> all = new ArrayList<>();
            here.stream().filter(row -> !definitions.containsValue(row)).forEach(row -> constrain(row, all));
            constraints = new LinearConstraintSet(all);
        }

        private void define(Row row) {
            if (row.low != row.high) {
                return;
            }
            for (int i = 0; i < row.variables.length; i++) {
                int whole = row.variables[i];
                if (isOpen(whole)
                        && !definitions.containsKey(whole)
                        && isWhole(row, i)
                        && !leadsTo(row, whole, whole)) {
                    definitions.put(whole, row);
                    return;
                }
            }
        }

        /** Whether a count is as large as its lower bound whenever the others of a relation are. */
        private boolean isWhole(Row row, int of) {
            double rest = row.low;
            for (int i = 0; i < row.variables.length; i++) {
                if (i != of && row.weights[i] * row.weights[of] > 0) {
                    return false;
                }
                rest -= row.weights[i] * bounds.get(row.variables[i])[0];
            }
            return rest / row.weights[of] >= -TOLERANCE;
        }

        private boolean leadsTo(Row row, int defined, int whole) {
            for (int variable : row.variables) {
                Row next = definitions.get(variable);
                if (variable != defined && (variable == whole || (next != null && leadsTo(next, variable, whole)))) {
                    return true;
                }
            }
            return false;
        }

        /** A count as multiples of the columns' counts, and a constant. */
        private Map<Integer, Double> write(int variable) {
            Map<Integer, Double> known = written.get(variable);
            if (known == null) {
                known = new HashMap<>();
                Row row = definitions.get(variable);
                if (row != null) {
                    double own = 0;
                    for (int i = 0; i < row.variables.length; i++) {
                        own += row.variables[i] == variable ? row.weights[i] : 0;
                    }
                    known.put(CONSTANT, row.low / own);
                    for (int i = 0; i < row.variables.length; i++) {
                        if (row.variables[i] != variable) {
                            add(known, row.variables[i], -row.weights[i] / own);
                        }
                    }
                } else if (isOpen(variable)) {
                    known.put(variable, 1.0);
                } else {
                    known.put(CONSTANT, bounds.get(variable)[0]);
                }
                written.put(variable, known);
            }
            return known;
        }

        private void add(Map<Integer, Double> terms, int variable, double weight) {
            write(variable).forEach((term, times) -> terms.merge(term, weight * times, Double::sum));
        }

        private void constrain(Row row, List<LinearConstraint> all) {
            Map<Integer, Double> terms = new HashMap<>();
            for (int i = 0; i < row.variables.length; i++) {
                add(terms, row.variables[i], row.weights[i]);
            }
            double[] weights = new double[columns.size()];
            double known = weigh(terms, weights);
            if (row.low == row.high) {
                all.add(new LinearConstraint(weights, Relationship.EQ, row.low - known));
            } else {
                if (!Double.isInfinite(row.low)) {
                    all.add(new LinearConstraint(weights, Relationship.GEQ, row.low - known));
                }
                if (!Double.isInfinite(row.high)) {
                    all.add(new LinearConstraint(weights, Relationship.LEQ, row.high - known));
                }
            }
        }

        /** Returns what the terms come to where every count is its lower bound. */
        private double weigh(Map<Integer, Double> terms, double[] weights) {
            double known = 0;
            for (Map.Entry<Integer, Double> term : terms.entrySet()) {
                Integer column = columns.get(term.getKey());
                if (column != null) {
                    weights[column] += term.getValue() * scale(column);
                }
                known += term.getValue() * (term.getKey() == CONSTANT ? 1 : bounds.get(term.getKey())[0]);
            }
            return known;
        }

        /** The least and greatest value of each sum, as far as it matters. */
        double[][] explore(List<Sum> sums, long k, List<Long> widths) {
            double[][] seen = new double[sums.size()][];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            }
            Sum together = new Sum();
            sums.forEach(sum -> sum.weights.forEach((v, w) -> together.weights.merge(v, w, Double::sum)));
            look(together, GoalType.MAXIMIZE, sums, seen);
            look(together, GoalType.MINIMIZE, sums, seen);
            for (int i = 0; i < sums.size(); i++) {
                if (isOfInterest(seen[i], k, widths.get(i)) && !(seen[i][1] >= k)) {
                    settle(look(sums.get(i), GoalType.MAXIMIZE, sums, seen), sums.get(i), seen[i], 1);
                }
                if (isOfInterest(seen[i], k, widths.get(i))) {
                    settle(look(sums.get(i), GoalType.MINIMIZE, sums, seen), sums.get(i), seen[i], 0);
                }
                if (isOfInterest(seen[i], k, widths.get(i))) {
                    settle(look(sums.get(i), GoalType.MAXIMIZE, sums, seen), sums.get(i), seen[i], 1);
                }
            }
            return seen;
        }

        /** Where the solver gives up, the bounds are all that is known. */
        private void settle(boolean solved, Sum sum, double[] seen, int end) {
            if (!solved) {
                Range range = byBounds(sum);
                seen[end] = end == 0 ? range.low() : range.high();
            }
        }

        private boolean isOfInterest(double[] seen, long k, long width) {
            boolean small = seen[0] > TOLERANCE && seen[1] < k - TOLERANCE;
            return !(seen[0] <= seen[1]) || small || seen[1] - seen[0] < width - TOLERANCE;
        }

        private boolean look(Sum objective, GoalType goal, List<Sum> sums, double[][] seen) {
            double[] weights = new double[columns.size()];
            weigh(write(objective), weights);
            try {
                PointValuePair solution = new SimplexSolver()
                        .optimize(
                                new MaxIter(20_000),
                                new LinearObjectiveFunction(weights, 0),
                                constraints,
                                goal,
                                new NonNegativeConstraint(true));
                for (int i = 0; i < sums.size(); i++) {
                    double value = value(sums.get(i), solution.getPoint());
                    seen[i][0] = Math.min(seen[i][0], value);
                    seen[i][1] = Math.max(seen[i][1], value);
                }
                return true;
            } catch (MathIllegalStateException unboundedOrStuck) {
                return false;
            }
        }

        /** Of equal columns the solver mixes up which one has the value, so no two of them may be equal. */
        private double scale(int column) {
            return 1 + column / (4.0 * columns.size());
        }

        private Map<Integer, Double> write(Sum sum) {
            Map<Integer, Double> terms = new HashMap<>();
            sum.weights.forEach((variable, weight) -> add(terms, variable, weight));
            return terms;
        }

        private double value(Sum sum, double[] point) {
            double value = 0;
            for (Map.Entry<Integer, Double> term : write(sum).entrySet()) {
                Integer column = columns.get(term.getKey());
                value += term.getValue()
                        * (term.getKey() == CONSTANT
                                ? 1
                                : bounds.get(term.getKey())[0]
                                        + (column == null ? 0 : Math.max(0, point[column]) * scale(column)));
            }
            return value;
        }
    }
}
