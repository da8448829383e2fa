package org.recoveryreport.domain.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The simplex method over some unknown counts while all others stay as they are, asked about one count after another. It sets
 * out from the true table, so that no first solution has to be looked for, and goes on from the table that the last question
 * led to: most take a few steps. A solver that is asked anew each time took ten times as long and more.
 *
 * <p>The unknowns are by how much counts differ from the true ones. Those in the basis are weighted sums of the others. Every
 * place it comes to is a table that agrees with what is shown, apart from rounding, and maybe with fractions.
 */
final class Simplex {
    /** Stands for a whole that does not change. */
    static final int UNCHANGED = -1;

    private static final double TOLERANCE = 1e-7;

    /** What is left of a zero by rounding. */
    private static final double NOTHING = 1e-11;

    /** By how much a sum may be untrue through rounding. */
    private static final double ROUNDING = 1e-6;

    /** Steps without gain before the order of unknowns alone decides (Bland's rule), which never leads round in circles. */
    private static final int MOST_IN_PLACE = 300;

    /** Where rounding leads round in circles all the same. */
    private static final int MOST_STEPS = 20_000;

    private final double[] low;
    private final double[] high;
    private final double[] value;
    private final int[][] sums;
    /** Of each unknown its column, or of one in the basis its row, as the row's complement. */
    private final int[] place;

    private final int[] others;
    private final int[] columnLength;
    private final int[] nonZero;
    private double[][] table;
    private int[] basis;
    private int width;
    private int inPlace;

    /**
     * Starts at the true table.
     *
     * @param low by how much each unknown may be less, as a number of at most 0
     * @param high by how much it may be more
     * @param sums the whole, then its parts; the place of a whole that does not change is {@link #UNCHANGED}
     */
    Simplex(double[] low, double[] high, List<int[]> sums) {
        this.low = low;
        this.high = high;
        this.sums = sums.toArray(int[][]::new);
        value = new double[low.length];
        width = low.length;
        place = new int[width];
        others = new int[width];
        columnLength = new int[width];
        nonZero = new int[width];
        table = new double[this.sums.length][width];
        basis = new int[this.sums.length];
        Arrays.setAll(place, i -> i);
        Arrays.setAll(others, i -> i);
        for (int i = 0; i < table.length; i++) {
            int[] sum = this.sums[i];
            for (int n = sum[0] == UNCHANGED ? 1 : 0; n < sum.length; n++) {
                table[i][sum[n]] += n == 0 ? -1 : 1;
            }
        }
        solveEquations();
    }

    /** By how much an unknown differs from what it truly is. */
    double value(int unknown) {
        return value[unknown];
    }

    /** Whether all sums are true. */
    boolean isTrue() {
        for (int unknown = 0; unknown < value.length; unknown++) {
            if (value[unknown] < low[unknown] - ROUNDING || value[unknown] > high[unknown] + ROUNDING) {
                return false;
            }
        }
        for (int[] sum : sums) {
            double surplus = sum[0] == UNCHANGED ? 0 : -value[sum[0]];
            for (int n = 1; n < sum.length; n++) {
                surplus += value[sum[n]];
            }
            if (Math.abs(surplus) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /**
     * Takes an unknown as far up or down as is wanted, or as it goes.
     *
     * @param direction 1 = up, -1 = down
     * @param wanted by how much it shall differ from what it truly is
     * @return false = it might go farther, but that was given up
     */
    boolean shift(int unknown, int direction, double wanted) {
        inPlace = 0;
        for (int steps = 0; direction * (wanted - value[unknown]) > TOLERANCE; steps++) {
            if (steps == MOST_STEPS) {
                return false;
            }
            int column = place[unknown];
            int sense = direction;
            if (column < 0) {
                double[] gain = table[~column];
                column = entering(gain, direction);
                sense = column >= 0 && gain[column] < 0 ? -direction : direction;
            } else if (!canMove(unknown, direction)) {
                return true;
            }
            if (column < 0) {
                return true;
            }
            step(column, sense);
        }
        return true;
    }

    /** Writes one unknown of each sum as a sum of the others, beginning with the shortest, so that sums stay short. */
    private void solveEquations() {
        int[] length = new int[table.length];
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < width; j++) {
                if (table[i][j] != 0) {
                    length[i]++;
                    columnLength[j]++;
                }
            }
        }
        BitSet solved = new BitSet();
        for (int row = shortest(length, solved); row >= 0; row = shortest(length, solved)) {
            solve(row, rarest(table[row]), length);
            solved.set(row);
        }
        // a sum that others imply has nothing left, and the unknowns in the basis have no columns any more
        table = solved.stream().mapToObj(i -> Arrays.copyOf(table[i], width)).toArray(double[][]::new);
        basis = solved.stream().map(i -> basis[i]).toArray();
        for (int i = 0; i < basis.length; i++) {
            place[basis[i]] = ~i;
        }
    }

    private static int shortest(int[] length, BitSet solved) {
        int best = -1;
        for (int i = solved.nextClearBit(0); i < length.length; i = solved.nextClearBit(i + 1)) {
            if (length[i] > 0 && (best < 0 || length[i] < length[best])) {
                best = i;
            }
        }
        return best;
    }

    /** The column of a row that the fewest others need. */
    private int rarest(double[] row) {
        double most = 0;
        for (int j = 0; j < width; j++) {
            most = Math.max(most, Math.abs(row[j]));
        }
        int best = -1;
        for (int j = 0; j < width; j++) {
            if (Math.abs(row[j]) >= most / 10 && (best < 0 || columnLength[j] < columnLength[best])) {
                best = j;
            }
        }
        return best;
    }

    private void solve(int row, int column, int[] length) {
        double[] of = table[row];
        int count = express(of, column);
        of[column] = 0;
        for (int i = 0; i < table.length; i++) {
            double times = table[i][column];
            if (times != 0) {
                table[i][column] = 0;
                length[i]--;
                for (int n = 0; n < count; n++) {
                    length[i] += add(table[i], nonZero[n], times * of[nonZero[n]]);
                }
            }
        }
        basis[row] = others[column];
        width--;
        others[column] = others[width];
        place[others[column]] = column;
        columnLength[column] = columnLength[width];
        for (double[] each : table) {
            each[column] = each[width];
        }
    }

    /**
     * Writes one unknown of a row as a sum of the others.
     *
     * @return how many of these there are; which, is noted
     */
    private int express(double[] row, int column) {
        int count = 0;
        for (int j = 0; j < width; j++) {
            if (j != column && row[j] != 0) {
                row[j] /= -row[column];
                nonZero[count++] = j;
            }
        }
        return count;
    }

    /** Returns by how much the row's length changes. */
    private int add(double[] row, int column, double term) {
        double before = row[column];
        double after = before + term;
        row[column] = Math.abs(after) < NOTHING ? 0 : after;
        int longer = (row[column] == 0 ? 0 : 1) - (before == 0 ? 0 : 1);
        columnLength[column] += longer;
        return longer;
    }

    private boolean canMove(int unknown, int direction) {
        return direction > 0 ? value[unknown] < high[unknown] : value[unknown] > low[unknown];
    }

    /** The column by which most is gained, -1 = none. */
    private int entering(double[] gain, int direction) {
        int best = -1;
        for (int j = 0; j < width; j++) {
            double size = Math.abs(gain[j]);
            if (size > TOLERANCE
                    && (best < 0 || (inPlace > MOST_IN_PLACE ? others[j] < others[best] : size > Math.abs(gain[best])))
                    && canMove(others[j], gain[j] > 0 ? direction : -direction)) {
                best = j;
            }
        }
        return best;
    }

    /** Moves an unknown until it, or one that depends on it, comes to a bound. */
    private void step(int column, int direction) {
        int entering = others[column];
        double far = direction > 0 ? high[entering] - value[entering] : value[entering] - low[entering];
        int row = -1;
        for (int i = 0; i < basis.length; i++) {
            double slope = table[i][column] * direction;
            if (Math.abs(slope) > TOLERANCE) {
                double bound = slope > 0 ? high[basis[i]] : low[basis[i]];
                double way = Math.max(0, (bound - value[basis[i]]) / slope);
                if (way < far - 1e-9 || (way <= far + 1e-9 && row >= 0 && isBetter(i, row, column))) {
                    far = Math.min(way, far);
                    row = i;
                }
            }
        }
        inPlace = far > 1e-9 ? 0 : inPlace + 1;
        value[entering] += direction * far;
        for (int i = 0; i < basis.length; i++) {
            if (table[i][column] != 0) {
                value[basis[i]] += table[i][column] * direction * far;
            }
        }
        if (row < 0) {
            value[entering] = direction > 0 ? high[entering] : low[entering];
        } else {
            value[basis[row]] = table[row][column] * direction > 0 ? high[basis[row]] : low[basis[row]];
            pivot(row, column);
        }
    }

    private boolean isBetter(int row, int than, int column) {
        return inPlace > MOST_IN_PLACE
                ? basis[row] < basis[than]
                : Math.abs(table[row][column]) > Math.abs(table[than][column]);
    }

    /** Takes one unknown into the basis for another. */
    private void pivot(int row, int column) {
        double[] of = table[row];
        int count = express(of, column);
        of[column] = 1 / of[column];
        for (int i = 0; i < basis.length; i++) {
            double[] each = table[i];
            double times = each[column];
            if (i != row && times != 0) {
                for (int n = 0; n < count; n++) {
                    int j = nonZero[n];
                    double sum = each[j] + times * of[j];
                    each[j] = Math.abs(sum) < NOTHING ? 0 : sum;
                }
                each[column] = times * of[column];
            }
        }
        int leaving = basis[row];
        basis[row] = others[column];
        others[column] = leaving;
        place[basis[row]] = ~row;
        place[leaving] = column;
    }
}
