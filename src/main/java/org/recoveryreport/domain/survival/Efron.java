package org.recoveryreport.domain.survival;

import java.util.Arrays;

/**
 * Efron's approximation for tied events (1977, doi:10.1080/01621459.1977.10480613): the events of a day happen one after
 * another in unknown order, so when the {@code l}-th of {@code d} happens, each of them is still there with weight
 * {@code 1 - l/d}. As the weights enter only through six sums over {@code l}, the covariates cost the same however many
 * events there are.
 */
final class Efron {
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
        if (events == 0) {
            return;
        }
        logLikelihood += events * predictor;
        for (int k : exposed) {
            score[k] += events;
        }
    }

    /** Subtracts what is expected of {@code events} events. */
    void expect(RiskSets.Sums risk, RiskSets.Sums dying, long events) {
        Ranks ranks = Ranks.of(events, dying.total / risk.total);
        double each = 1 / risk.total;
        double both = each * each;
        logLikelihood -= events * Math.log(risk.total) + ranks.logarithms();
        for (int i = 0; i < score.length; i++) {
            score[i] -= each * (risk.one[i] * ranks.inverse() - dying.one[i] * ranks.inverseByRank());
            for (int j = 0; j <= i; j++) {
                int pair = RiskSets.Sums.pair(i, j);
                information[i][j] = each * (risk.two[pair] * ranks.inverse() - dying.two[pair] * ranks.inverseByRank())
                        - both
                                * (risk.one[i] * risk.one[j] * ranks.square()
                                        - (risk.one[i] * dying.one[j] + dying.one[i] * risk.one[j])
                                                * ranks.squareByRank()
                                        + dying.one[i] * dying.one[j] * ranks.squareByRanks());
            }
        }
    }

    /**
     * Sums over the ranks {@code f = l/d} of the events of a day, of the share {@code q = 1 - f·s} of the weights at risk
     * that is left when the {@code l}-th happens, where {@code s} is the share of those who have the event.
     *
     * @param logarithms sum of log q
     * @param inverse sum of 1/q
     * @param inverseByRank sum of f/q
     * @param square sum of 1/q²
     * @param squareByRank sum of f/q²
     * @param squareByRanks sum of f²/q²
     */
    private record Ranks(
            double logarithms,
            double inverse,
            double inverseByRank,
            double square,
            double squareByRank,
            double squareByRanks) {
        /** The last ones, which differ most from each other, are summed one by one. */
        private static final int ONE_BY_ONE = 1_000;

        /** So many factors in (0, 1] are multiplied before a logarithm is taken. */
        private static final int FACTORS = 8;

        static Ranks of(long events, double share) {
            long smooth = Math.max(0, events - ONE_BY_ONE);
            Ranks first = smooth(smooth, events / share, share);
            double logarithms = first.logarithms;
            double inverse = first.inverse;
            double inverseByRank = first.inverseByRank;
            double square = first.square;
            double squareByRank = first.squareByRank;
            double squareByRanks = first.squareByRanks;
            double product = 1;
            for (long l = smooth; l < events; l++) {
                double rank = (double) l / events;
                double left = 1 - rank * share;
                double one = 1 / left;
                inverse += one;
                inverseByRank += rank * one;
                square += one * one;
                squareByRank += rank * one * one;
                squareByRanks += rank * rank * one * one;
                product *= left;
                if (l % FACTORS == 0) {
                    logarithms += Math.log(product);
                    product = 1;
                }
            }
            return new Ranks(
                    logarithms + Math.log(product), inverse, inverseByRank, square, squareByRank, squareByRanks);
        }

        /**
         * The sums of the first {@code m} ranks by the formula of Euler and Maclaurin, with {@code c = d/s} and
         * {@code q = (c - l)/c}. As more than a thousand ranks follow, the terms left out are below 10⁻¹¹.
         */
        private static Ranks smooth(long m, double c, double share) {
            if (m == 0) {
                return new Ranks(0, 0, 0, 0, 0, 0);
            }
            double end = c - m;
            double logLast = Math.log1p(-m / c);
            double reciprocals = -logLast - (1 / end - 1 / c) / 2 + (1 / (end * end) - 1 / (c * c)) / 12;
            double squares =
                    1 / end - 1 / c - (1 / (end * end) - 1 / (c * c)) / 2 + (Math.pow(end, -3) - Math.pow(c, -3)) / 6;
            double logarithms = -m - end * logLast - logLast / 2 + (1 / c - 1 / end) / 12;
            double inverse = c * reciprocals;
            double square = c * c * squares;
            return new Ranks(
                    logarithms,
                    inverse,
                    (inverse - m) / share,
                    square,
                    (square - inverse) / share,
                    (square - 2 * inverse + m) / (share * share));
        }
    }
}
