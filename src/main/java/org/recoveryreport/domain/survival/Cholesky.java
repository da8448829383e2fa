package org.recoveryreport.domain.survival;

import java.util.Arrays;

/**
 * Decomposition of a symmetric, positive semidefinite matrix, row by row in the given order. A row that depends on those
 * before it is left out, so that a singular matrix has a (generalised) inverse: its row and column are 0 there.
 */
final class Cholesky {
    /** A row whose own share of its diagonal is below this depends on the rows before. */
    private static final double TOLERANCE = 1e-10;

    /** Lower triangle with unit diagonal. */
    private final double[][] lower;

    /** What each row adds; 0 = left out. */
    private final double[] pivots;

    private Cholesky(double[][] lower, double[] pivots) {
        this.lower = lower;
        this.pivots = pivots;
    }

    /** Reads the lower triangle only. */
    static Cholesky of(double[][] matrix) {
        int size = matrix.length;
        double[][] lower = new double[size][];
        double[] pivots = new double[size];
        for (int i = 0; i < size; i++) {
            double[] row = Arrays.copyOf(matrix[i], i + 1);
            double pivot = row[i];
            for (int j = 0; j < i; j++) {
                double sum = row[j];
                for (int k = 0; k < j; k++) {
                    sum -= row[k] * lower[j][k];
                }
                row[j] = sum; // still times pivots[j]
            }
            for (int j = 0; j < i; j++) {
                double scaled = pivots[j] == 0 ? 0 : row[j] / pivots[j];
                pivot -= scaled * row[j];
                row[j] = scaled;
            }
            row[i] = 1;
            lower[i] = row;
            pivots[i] = pivot > TOLERANCE * matrix[i][i] ? pivot : 0;
        }
        return new Cholesky(lower, pivots);
    }

    /** Number of rows that do not depend on others. */
    int rank() {
        return (int) Arrays.stream(pivots).filter(pivot -> pivot > 0).count();
    }

    boolean leftOut(int row) {
        return pivots[row] == 0;
    }

    /** The solution of {@code matrix · x = right}, with 0 at the rows left out. */
    double[] solve(double[] right) {
        int size = pivots.length;
        double[] x = right.clone();
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                x[i] -= lower[i][j] * x[j];
            }
            if (leftOut(i)) {
                x[i] = 0;
            }
        }
        for (int i = size - 1; i >= 0; i--) {
            if (leftOut(i)) {
                continue;
            }
            x[i] /= pivots[i];
            for (int j = i + 1; j < size; j++) {
                x[i] -= lower[j][i] * x[j];
            }
        }
        return x;
    }

    /** {@code vector · inverse · vector}. */
    double quadratic(double[] vector) {
        double[] x = solve(vector);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * vector[i];
        }
        return sum;
    }

    /** The diagonal of the inverse; 0 at the rows left out. */
    double[] inverseDiagonal() {
        double[] diagonal = new double[pivots.length];
        for (int i = 0; i < pivots.length; i++) {
            double[] unit = new double[pivots.length];
            unit[i] = 1;
            diagonal[i] = leftOut(i) ? 0 : solve(unit)[i];
        }
        return diagonal;
    }
}
