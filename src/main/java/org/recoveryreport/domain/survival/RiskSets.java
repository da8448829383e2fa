package org.recoveryreport.domain.survival;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Those at risk on each day with an event, as sums over patterns of exposure weighted by their hazard. Walks back in time:
 * then subjects mostly join, and what joins late is small.
 */
final class RiskSets {
    /** When the weights at risk have shrunk by this factor, rounding errors of what left could show: sum anew. */
    private static final double SHRUNK = 1e-3;

    private final ExposureCounts.Cell[] cells;
    private final int covariates;

    /** By pattern, the covariates of the model it is exposed to. */
    private final int[][] exposed;

    private final int[] patternOf;

    /** What a day with events adds to the log partial likelihood, its gradient, and its negative second derivative. */
    interface Day {
        /** The arrays are reused; the matrix is a lower triangle. */
        void accept(int day, long events, double logLikelihood, double[] score, double[][] information);
    }

    /**
     * Prepares the counts of a stratum.
     *
     * @param columns the model's covariates: which bit of a pattern each is
     */
    RiskSets(ExposureCounts counts, List<Integer> columns) {
        covariates = columns.size();
        cells = counts.cells().toArray(ExposureCounts.Cell[]::new);
        long[] patterns = counts.cells().stream()
                .mapToLong(ExposureCounts.Cell::pattern)
                .sorted()
                .distinct()
                .toArray();
        exposed = new int[patterns.length][];
        for (int p = 0; p < patterns.length; p++) {
            long pattern = patterns[p];
            exposed[p] = IntStream.range(0, covariates)
                    .filter(k -> (pattern >>> columns.get(k) & 1) == 1)
                    .toArray();
        }
        patternOf = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            patternOf[i] = Arrays.binarySearch(patterns, cells[i].pattern());
        }
    }

    /** Visits the days with events, the last one first. */
    void visit(double[] coefficients, Day visitor) {
        double[] hazards = new double[exposed.length];
        double[] predictors = new double[exposed.length];
        for (int p = 0; p < hazards.length; p++) {
            for (int k : exposed[p]) {
                predictors[p] += coefficients[k];
            }
            hazards[p] = Math.exp(predictors[p]);
        }
        long[] atRisk = new long[exposed.length];
        Sums risk = new Sums(covariates);
        Sums dying = new Sums(covariates);
        Efron efron = new Efron(covariates);
        double peak = 0;
        int end = cells.length;
        while (end > 0) {
            int day = cells[end - 1].day();
            int start = end;
            long events = 0;
            while (start > 0 && cells[start - 1].day() == day) {
                start--;
                int p = patternOf[start];
                atRisk[p] += cells[start].last();
                risk.add(exposed[p], cells[start].last() * hazards[p]);
                events += cells[start].events();
            }
            peak = Math.max(peak, risk.total);
            if (events > 0) {
                if (risk.total < SHRUNK * peak) {
                    risk.clear();
                    for (int p = 0; p < hazards.length; p++) {
                        risk.add(exposed[p], atRisk[p] * hazards[p]);
                    }
                    peak = risk.total;
                }
                dying.clear();
                efron.clear();
                for (int i = start; i < end; i++) {
                    int p = patternOf[i];
                    dying.add(exposed[p], cells[i].events() * hazards[p]);
                    efron.observe(exposed[p], cells[i].events(), predictors[p]);
                }
                efron.expect(risk, dying, events);
                visitor.accept(day, events, efron.logLikelihood, efron.score, efron.information);
            }
            for (int i = start; i < end; i++) {
                int p = patternOf[i];
                atRisk[p] -= cells[i].first();
                risk.add(exposed[p], -cells[i].first() * hazards[p]);
            }
            end = start;
        }
    }

    /** Weights of subjects, weights of those exposed to each covariate, and to each two covariates. */
    static final class Sums {
        double total;
        final double[] one;
        final double[][] two;

        Sums(int covariates) {
            one = new double[covariates];
            two = new double[covariates][];
            for (int k = 0; k < covariates; k++) {
                two[k] = new double[k + 1];
            }
        }

        void clear() {
            total = 0;
            Arrays.fill(one, 0);
            for (double[] row : two) {
                Arrays.fill(row, 0);
            }
        }

        /** {@code exposed} ascends. */
        void add(int[] exposed, double weight) {
            if (weight == 0) {
                return;
            }
            total += weight;
            for (int i = 0; i < exposed.length; i++) {
                one[exposed[i]] += weight;
                for (int j = 0; j <= i; j++) {
                    two[exposed[i]][exposed[j]] += weight;
                }
            }
        }
    }
}
