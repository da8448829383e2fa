package org.recoveryreport.domain.survival;

import java.util.Arrays;

/** Newton-Raphson search for the maximum of a partial likelihood, from 0, halving steps that would lead downwards. */
final class Newton {
    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 30;

    /** The maximum is reached once the next step would gain less than this share of an event's log likelihood. */
    private static final double GAIN = 1e-13;

    /**
     * A larger standard error means less information than a hundredth of an event: there may be no maximum, and the search
     * have come this far on its way to infinity.
     */
    private static final double HARDLY_KNOWN = 10;

    /** A larger one says that there is no information but that of rounding. */
    private static final double UNKNOWN = 1_000;

    /** A sum over many days is not more exact than this. */
    private static final double ROUNDING = 1e-11;

    private final double[] coefficients;
    private final PartialLikelihood.Value end;
    private final double[] errors;
    private final boolean converged;

    private Newton(double[] coefficients, PartialLikelihood.Value end, boolean converged) {
        this.coefficients = coefficients;
        this.end = end;
        this.converged = converged;
        Cholesky information = Cholesky.of(end.information);
        errors = information.inverseDiagonal();
        for (int i = 0; i < errors.length; i++) {
            errors[i] = information.leftOut(i) ? Double.POSITIVE_INFINITY : Math.sqrt(errors[i]);
        }
    }

    /**
     * Searches.
     *
     * @param start the likelihood at 0
     */
    static Newton maximise(PartialLikelihood likelihood, PartialLikelihood.Value start) {
        double[] at = new double[likelihood.covariates()];
        PartialLikelihood.Value value = start;
        boolean converged = false;
        for (int iteration = 0; iteration < MOST_ITERATIONS && !converged; iteration++) {
            double[] step = Cholesky.of(value.information).solve(value.score);
            double gain = 0;
            for (int i = 0; i < step.length; i++) {
                gain += step[i] * value.score[i] / 2;
            }
            converged = gain <= GAIN;
            double[] next = plus(at, step);
            PartialLikelihood.Value nextValue = likelihood.at(next);
            for (int i = 0; i < MOST_HALVINGS && !isBetter(nextValue, value); i++) {
                halve(step);
                next = plus(at, step);
                nextValue = likelihood.at(next);
            }
            at = next;
            value = nextValue;
        }
        return new Newton(at, value, converged);
    }

    private static boolean isBetter(PartialLikelihood.Value next, PartialLikelihood.Value value) {
        return next.logLikelihood >= value.logLikelihood - ROUNDING * Math.abs(value.logLikelihood);
    }

    double[] coefficients() {
        return coefficients.clone();
    }

    /** Of the {@code i}-th coefficient. */
    double error(int i) {
        return errors[i];
    }

    double logLikelihood() {
        return end.logLikelihood;
    }

    /** Whether the maximum was reached, and is one. */
    boolean converged() {
        return converged && Arrays.stream(errors).allMatch(error -> error <= UNKNOWN);
    }

    /** Whether some coefficient may be on its way to infinity. */
    boolean mayRunAway() {
        return !converged || Arrays.stream(errors).anyMatch(error -> error > HARDLY_KNOWN);
    }

    private static double[] plus(double[] at, double[] step) {
        double[] sum = at.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += step[i];
        }
        return sum;
    }

    private static void halve(double[] step) {
        for (int i = 0; i < step.length; i++) {
            step[i] /= 2;
        }
    }
}
