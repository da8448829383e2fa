package org.recoveryreport.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * The simplex method for unknowns with bounds and linear relations between them. Every point that it comes to is a solution,
 * whatever was asked for, and it goes on from there when something else is asked for: a few steps, where each of thousands of
 * questions alone would take thousands.
 *
 * <p>Each relation is an unknown of its own, the sum of the others weighted. Those in the basis are sums of those that are not,
 * which rest on one of their bounds each. An unknown that leaves the basis and has but one value never comes back.
 */
final class Simplex {
    private static final double TOLERANCE = 1e-7;

    /** What is left of a zero by rounding. */
    private static final double NOTHING = 1e-11;

    /** Steps without gain before the order of unknowns alone decides, which never leads round in circles. */
    private static final int MOST_IN_PLACE = 300;

    private final List<Relation> relations;
    private final int unknowns;
    private final double[] low;
    private final double[] high;
    private final double[] value;
    private final int[] basis;
    private final int[] others;
    private final double[][] table;
    private final int[] nonZero;
    private int width;
    private int inPlace;

    /** Says between which numbers a weighted sum of unknowns lies. */
    record Relation(Map<Integer, Double> weights, double low, double high) {}

    /**
     * Finds a first solution.
     *
     * @param low a number for each unknown
     * @param high a number for each unknown, or infinite
     * @throws IllegalStateException where there is none
     */
    Simplex(double[] low, double[] high, List<Relation> relations) {
        this.relations = relations;
        unknowns = low.length;
        int all = unknowns + relations.size();
        this.low = Arrays.copyOf(low, all);
        this.high = Arrays.copyOf(high, all);
        value = Arrays.copyOf(low, all);
        basis = new int[relations.size()];
        others = new int[unknowns];
        table = new double[relations.size()][unknowns];
        nonZero = new int[unknowns];
        width = unknowns;
        Arrays.setAll(others, j -> j);
        for (int i = 0; i < basis.length; i++) {
            Relation relation = relations.get(i);
            basis[i] = unknowns + i;
            this.low[basis[i]] = relation.low();
            this.high[basis[i]] = relation.high();
            double[] row = table[i];
            relation.weights().forEach((unknown, weight) -> row[unknown] = weight);
            value[basis[i]] = sum(relation);
        }
        solveEquations();
        findSolution();
    }

    /** An unknown in the solution that has been come to. */
    double value(int unknown) {
        return value[unknown];
    }

    /** Whether it is one by what was said at first, apart from a little that is lost by rounding. */
    boolean isSolution(double tolerance) {
        for (int i = 0; i < unknowns; i++) {
            if (value[i] < low[i] - tolerance || value[i] > high[i] + tolerance) {
                return false;
            }
        }
        return relations.stream()
                .allMatch(relation ->
                        sum(relation) >= relation.low() - tolerance && sum(relation) <= relation.high() + tolerance);
    }

    private double sum(Relation relation) {
        double sum = 0;
        for (Map.Entry<Integer, Double> term : relation.weights().entrySet()) {
            sum += term.getValue() * value[term.getKey()];
        }
        return sum;
    }

    /** Writes one unknown of each equation as a sum of the others, beginning with the shortest, so that sums stay short. */
    private void solveEquations() {
        int[] length = new int[basis.length];
        for (int i = 0; i < basis.length; i++) {
            length[i] = length(i);
        }
        double[] gain = new double[unknowns];
        while (true) {
            int row = -1;
            for (int i = 0; i < basis.length; i++) {
                if (basis[i] >= unknowns
                        && low[basis[i]] == high[basis[i]]
                        && length[i] > 0
                        && (row < 0 || length[i] < length[row])) {
                    row = i;
                }
            }
            if (row < 0) {
                break;
            }
            int column = rarest(table[row]);
            BitSet changed = new BitSet();
            for (int i = 0; i < basis.length; i++) {
                changed.set(i, table[i][column] != 0);
            }
            move(column, (low[basis[row]] - value[basis[row]]) / table[row][column]);
            pivot(row, column, gain);
            changed.stream().forEach(i -> length[i] = length(i));
        }
    }

    private int length(int row) {
        int length = 0;
        for (int j = 0; j < width; j++) {
            length += table[row][j] == 0 ? 0 : 1;
        }
        return length;
    }

    /** The column of a row that the fewest others need. */
    private int rarest(double[] row) {
        double most = 0;
        for (int j = 0; j < width; j++) {
            most = Math.max(most, Math.abs(row[j]));
        }
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int j = 0; j < width; j++) {
            if (Math.abs(row[j]) >= most / 10) {
                int count = 0;
                for (double[] other : table) {
                    count += other[j] == 0 ? 0 : 1;
                }
                if (count < fewest) {
                    fewest = count;
                    best = j;
                }
            }
        }
        return best;
    }

    private void findSolution() {
        double[] gain = new double[unknowns];
        inPlace = 0;
        while (true) {
            Arrays.fill(gain, 0, width, 0);
            boolean isSolution = true;
            for (int i = 0; i < basis.length; i++) {
                int sign = outside(basis[i]);
                if (sign != 0) {
                    isSolution = false;
                    for (int j = 0; j < width; j++) {
                        gain[j] -= sign * table[i][j];
                    }
                }
            }
            if (isSolution) {
                return;
            }
            int column = entering(gain);
            if (column < 0) {
                throw new IllegalStateException("what is published contradicts itself");
            }
            if (!step(column, gain[column] > 0 ? 1 : -1, gain)) {
                throw new IllegalStateException("no step leads nearer to a solution");
            }
        }
    }

    private int outside(int unknown) {
        double slack = TOLERANCE * 10;
        return value[unknown] < low[unknown] - slack ? -1 : value[unknown] > high[unknown] + slack ? 1 : 0;
    }

    /**
     * Makes a sum as large as it can be.
     *
     * @param weights of the unknowns in the sum
     * @param isWanted asked before each step, whether it shall be larger than it has become
     * @return false = it has no end
     */
    boolean maximize(Map<Integer, Double> weights, BooleanSupplier isWanted) {
        double[] gain = new double[unknowns];
        weights.forEach((unknown, weight) -> addTo(gain, unknown, weight));
        inPlace = 0;
        while (isWanted.getAsBoolean()) {
            int column = entering(gain);
            if (column < 0) {
                return true;
            }
            if (!step(column, gain[column] > 0 ? 1 : -1, gain)) {
                return false;
            }
        }
        return true;
    }

    private void addTo(double[] gain, int unknown, double weight) {
        for (int i = 0; i < basis.length; i++) {
            if (basis[i] == unknown) {
                for (int j = 0; j < width; j++) {
                    gain[j] += weight * table[i][j];
                }
                return;
            }
        }
        for (int j = 0; j < width; j++) {
            if (others[j] == unknown) {
                gain[j] += weight;
            }
        }
    }

    /** The column by which most is gained, -1 = none. */
    private int entering(double[] gain) {
        int best = -1;
        for (int j = 0; j < width; j++) {
            int unknown = others[j];
            boolean canGain = gain[j] > TOLERANCE
                    ? value[unknown] < high[unknown]
                    : gain[j] < -TOLERANCE && value[unknown] > low[unknown];
            if (canGain
                    && (best < 0
                            || (inPlace > MOST_IN_PLACE
                                    ? unknown < others[best]
                                    : Math.abs(gain[j]) > Math.abs(gain[best])))) {
                best = j;
            }
        }
        return best;
    }

    /** Moves an unknown off its bound until it, or one that depends on it, comes to another; false = there is none. */
    private boolean step(int column, int direction, double[] gain) {
        int entering = others[column];
        double far = direction > 0 ? high[entering] - value[entering] : value[entering] - low[entering];
        int row = -1;
        double target = 0;
        for (int i = 0; i < basis.length; i++) {
            double slope = table[i][column] * direction;
            if (Math.abs(slope) > TOLERANCE) {
                int unknown = basis[i];
                double bound = bound(unknown, slope > 0);
                double way = Math.max(0, (bound - value[unknown]) / slope);
                if (way < far - 1e-9 || (way <= far + 1e-9 && row >= 0 && isBetter(i, row, column))) {
                    far = Math.min(way, far);
                    row = i;
                    target = bound;
                }
            }
        }
        if (Double.isInfinite(far)) {
            return false;
        }
        inPlace = far > 1e-9 ? 0 : inPlace + 1;
        move(column, direction * far);
        if (row < 0) {
            value[entering] = direction > 0 ? high[entering] : low[entering];
        } else {
            value[basis[row]] = target;
            pivot(row, column, gain);
        }
        return true;
    }

    private void move(int column, double by) {
        value[others[column]] += by;
        for (int i = 0; i < basis.length; i++) {
            if (table[i][column] != 0) {
                value[basis[i]] += table[i][column] * by;
            }
        }
    }

    private boolean isBetter(int row, int than, int column) {
        return inPlace > MOST_IN_PLACE
                ? basis[row] < basis[than]
                : Math.abs(table[row][column]) > Math.abs(table[than][column]);
    }

    /** The first bound on the way that stops an unknown: of one outside, the bound that it comes to. */
    private double bound(int unknown, boolean up) {
        int outside = outside(unknown);
        if (up) {
            return outside < 0 ? low[unknown] : outside > 0 ? Double.POSITIVE_INFINITY : high[unknown];
        }
        return outside > 0 ? high[unknown] : outside < 0 ? Double.NEGATIVE_INFINITY : low[unknown];
    }

    private void pivot(int row, int column, double[] gain) {
        double[] of = table[row];
        double pivot = of[column];
        int count = 0;
        for (int j = 0; j < width; j++) {
            if (Math.abs(of[j]) < NOTHING) {
                of[j] = 0;
            } else if (j != column) {
                of[j] /= -pivot;
                nonZero[count++] = j;
            }
        }
        of[column] = 1 / pivot;
        for (int i = 0; i < basis.length; i++) {
            if (i != row) {
                eliminate(table[i], of, column, count);
            }
        }
        eliminate(gain, of, column, count);
        int leaving = basis[row];
        basis[row] = others[column];
        others[column] = leaving;
        if (low[leaving] == high[leaving]) {
            drop(column, gain);
        }
    }

    private void eliminate(double[] row, double[] of, int column, int count) {
        double times = row[column];
        if (times != 0 && count > width / 4) {
            row[column] = 0;
            for (int j = 0; j < width; j++) {
                row[j] += times * of[j];
            }
        } else if (times != 0) {
            for (int n = 0; n < count; n++) {
                int j = nonZero[n];
                double sum = row[j] + times * of[j];
                row[j] = Math.abs(sum) < NOTHING ? 0 : sum;
            }
            row[column] = times * of[column];
        }
    }

    private void drop(int column, double[] gain) {
        width--;
        others[column] = others[width];
        gain[column] = gain[width];
        for (double[] row : table) {
            row[column] = row[width];
        }
    }
}
