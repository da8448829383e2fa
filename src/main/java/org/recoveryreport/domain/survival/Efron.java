package org.recoveryreport.domain.survival;

import java.util.Arrays;

/**
 * Efron's approximation for tied events (1977, doi:10.1080/01621459.1977.10480613): the events of a day happen one after
 * another in unknown order, so when the {@code l}-th of {@code d} happens, each of them is still there with weight
 * {@code 1 - l/d}. As the weights enter only through six sums over {@code l}, the covariates cost the same however many
 * events there are.
 */
final class Efron {
    /** So many factors of a likelihood, each in (0, 1], are multiplied before a logarithm is taken. */
    private static final int FACTORS = 8;

    double logLikelihood;
    final double[] score;
    final double[][] information;

    Efron(int covariates) {
        score = new double[covariates];
        information = new double[covariates][];
        for (int k = 0; k < covariates; k++) {
            information[k] = new double[k + 1];
        }
    }

    void clear() {
        logLikelihood = 0;
        Arrays.fill(score, 0);
    }

    /** Events with a pattern whose linear predictor is given. */
    void observe(int[] exposed, long events, double predictor) {
        logLikelihood += events * predictor;
        for (int k : exposed) {
            score[k] += events;
        }
    }

    /** Subtracts what is expected of {@code events} events. */
    void expect(RiskSets.Sums risk, RiskSets.Sums dying, long events) {
        double inverse = 0;
        double inverseByRank = 0;
        double square = 0;
        double squareByRank = 0;
        double squareByRanks = 0;
        double product = 1;
        double logarithms = 0;
        double share = dying.total / risk.total;
        for (long l = 0; l < events; l++) {
            double rank = (double) l / events;
            double left = 1 - rank * share;
            double each = 1 / (left * risk.total);
            inverse += each;
            inverseByRank += rank * each;
            square += each * each;
            squareByRank += rank * each * each;
            squareByRanks += rank * rank * each * each;
            product *= left;
            if (l % FACTORS == 0) {
                logarithms += Math.log(product);
                product = 1;
            }
        }
        logLikelihood -= events * Math.log(risk.total) + logarithms + Math.log(product);
        for (int i = 0; i < score.length; i++) {
            score[i] -= risk.one[i] * inverse - dying.one[i] * inverseByRank;
            for (int j = 0; j <= i; j++) {
                information[i][j] = risk.two[i][j] * inverse
                        - dying.two[i][j] * inverseByRank
                        - risk.one[i] * risk.one[j] * square
                        + (risk.one[i] * dying.one[j] + dying.one[i] * risk.one[j]) * squareByRank
                        - dying.one[i] * dying.one[j] * squareByRanks;
            }
        }
    }
}
