package org.recoveryreport.domain.survival;

import java.util.ArrayList;
import java.util.List;

/** Newton-Raphson search for the maximum of a partial likelihood, from 0, halving steps that would lead downwards. */
final class Newton {
    private static final int MOST_ITERATIONS = 60;
    private static final int MOST_HALVINGS = 30;

    /** The maximum is reached once the next step would gain less than this share of an event's log likelihood. */
    private static final double GAIN = 1e-13;

    /**
     * A larger standard error means less information than a hundredth of an event: either there is no maximum, and the
     * search has come this far on its way to infinity, or the interval would span a factor of 10^17.
     */
    private static final double NOTHING_KNOWN = 10;

    private static final double RUN_AWAY = 1_000;

    /** A sum over many days is not more exact than this. */
    private static final double ROUNDING = 1e-11;

    private final double[] coefficients;
    private final PartialLikelihood.Value start;
    private final PartialLikelihood.Value end;
    private final double[] errors;
    private final int iterations;
    private final boolean converged;

    private Newton(
            double[] coefficients,
            PartialLikelihood.Value start,
            PartialLikelihood.Value end,
            int iterations,
            boolean converged) {
        this.coefficients = coefficients;
        this.start = start;
        this.end = end;
        this.iterations = iterations;
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
        int iterations = 0;
        while (!converged && iterations < MOST_ITERATIONS) {
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
            iterations++;
        }
        return new Newton(at, start, value, iterations, converged);
    }

    private static boolean isBetter(PartialLikelihood.Value next, PartialLikelihood.Value value) {
        return next.logLikelihood >= value.logLikelihood - ROUNDING * Math.abs(value.logLikelihood);
    }

    /**
     * The covariate of whose coefficient nothing is known; of several that run away together, the last one; else -1. How
     * far they have run when the search ends says nothing.
     */
    int mostUncertain() {
        double most = 0;
        for (double error : errors) {
            most = Math.max(most, Math.min(error, RUN_AWAY));
        }
        for (int i = errors.length - 1; i >= 0; i--) {
            if (errors[i] > NOTHING_KNOWN && errors[i] >= most / 10) {
                return i;
            }
        }
        return -1;
    }

    CoxModel model(List<Integer> covariates, List<CoxModel.Omission> omissions, double z) {
        List<CoxModel.Effect> effects = new ArrayList<>();
        for (int i = 0; i < coefficients.length; i++) {
            effects.add(CoxModel.Effect.of(covariates.get(i), coefficients[i], errors[i], z));
        }
        return new CoxModel(effects, omissions, end.logLikelihood, start.logLikelihood, iterations, converged);
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
