package org.recoveryreport.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

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
                ranges.set(which.get(i), whole(seen[i]));
            }
        });
        return ranges;
    }

    /** The whole numbers between two ends. */
    private static Range whole(double[] ends) {
        return new Range(Math.ceil(ends[0] - TOLERANCE), Math.floor(ends[1] + TOLERANCE));
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

    /** The open counts of one component. */
    private final class Program {
        private final Map<Integer, Integer> columns = new LinkedHashMap<>();
        private final Simplex simplex;

        Program(int number, Map<Integer, Integer> component) {
            component.forEach((variable, c) -> {
                if (c == number) {
                    columns.put(variable, columns.size());
                }
            });
            double[] low = new double[columns.size()];
            double[] high = new double[columns.size()];
            columns.forEach((variable, column) -> {
                low[column] = bounds.get(variable)[0];
                high[column] = bounds.get(variable)[1];
            });
            List<Simplex.Relation> relations = new ArrayList<>();
            for (Row row : rows) {
                if (Arrays.stream(row.variables).anyMatch(columns::containsKey)) {
                    relations.add(relation(row));
                }
            }
            simplex = new Simplex(low, high, relations);
        }

        /** A relation between the open ones of its counts. */
        private Simplex.Relation relation(Row row) {
            Map<Integer, Double> weights = new LinkedHashMap<>();
            double known = 0;
            for (int i = 0; i < row.variables.length; i++) {
                Integer column = columns.get(row.variables[i]);
                if (column != null) {
                    weights.put(column, row.weights[i]);
                } else {
                    known += row.weights[i] * bounds.get(row.variables[i])[0];
                }
            }
            return new Simplex.Relation(weights, row.low - known, row.high - known);
        }

        /** The least and greatest value of each sum, as far as it matters. */
        double[][] explore(List<Sum> sums, long k, List<Long> widths) {
            double[][] seen = new double[sums.size()][];
            for (int i = 0; i < seen.length; i++) {
                seen[i] = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            }
            note(sums, seen);
            for (int i = 0; i < sums.size(); i++) {
                Sum sum = sums.get(i);
                double[] range = seen[i];
                long width = widths.get(i);
                BooleanSupplier isOfInterest = () -> {
                    widen(range, value(sum));
                    return isOfInterest(whole(range), k, width);
                };
                for (int sign : range[1] >= k ? new int[] {-1, 1} : new int[] {1, -1}) {
                    if (isOfInterest(whole(range), k, width)) {
                        if (!simplex.maximize(weights(sum, sign), isOfInterest)) {
                            widen(
                                    range,
                                    sign < 0
                                            ? byBounds(sum).low()
                                            : byBounds(sum).high());
                        }
                        note(sums, seen);
                    }
                }
            }
            return seen;
        }

        private static boolean isOfInterest(Range seen, long k, long width) {
            return seen.within(1, k - 1) || seen.width() < width;
        }

        /** What is a solution for one sum is so for all. */
        private void note(List<Sum> sums, double[][] seen) {
            if (!simplex.isSolution(TOLERANCE)) {
                throw new IllegalStateException("rounding has led away from the solutions");
            }
            for (int i = 0; i < seen.length; i++) {
                widen(seen[i], value(sums.get(i)));
            }
        }

        private static void widen(double[] range, double value) {
            range[0] = Math.min(range[0], value);
            range[1] = Math.max(range[1], value);
        }

        private Map<Integer, Double> weights(Sum sum, int sign) {
            Map<Integer, Double> weights = new HashMap<>();
            sum.weights.forEach((variable, weight) -> {
                Integer column = columns.get(variable);
                if (column != null) {
                    weights.put(column, sign * weight);
                }
            });
            return weights;
        }

        private double value(Sum sum) {
            double value = 0;
            for (Map.Entry<Integer, Double> term : sum.weights.entrySet()) {
                Integer column = columns.get(term.getKey());
                value += term.getValue() * (column == null ? bounds.get(term.getKey())[0] : simplex.value(column));
            }
            return value;
        }
    }
}
