package org.recoveryreport.domain.survival;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Those at risk on each day with an event, as sums over patterns of exposure weighted by their hazard. Walks back in time:
 * then subjects mostly join, and what joins late is small.
 */
final class RiskSets {
    /** When the weights at risk have shrunk by this factor, rounding errors of what left could show: sum anew. */
    private static final double SHRUNK = 1e-3;

    private final int covariates;

    private final ExposureCounts counts;

    /** By cell of the counts. */
    private final int[] patternOf;

    /** By pattern, the covariates of the model it is exposed to. */
    private final int[][] exposed;

    /** By pattern, where {@link Sums} keeps each two of these, and each one with itself. */
    private final int[][] pairs;

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
        this.counts = counts;
        Map<Long, Integer> found = new HashMap<>();
        int[] foundAs = IntStream.range(0, counts.size())
                .map(i -> found.computeIfAbsent(counts.pattern(i), pattern -> found.size()))
                .toArray();
        long[] patterns =
                found.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        int[] places = new int[patterns.length];
        found.forEach((pattern, number) -> places[number] = Arrays.binarySearch(patterns, pattern));
        patternOf = Arrays.stream(foundAs).map(number -> places[number]).toArray();
        exposed = new int[patterns.length][];
        pairs = new int[patterns.length][];
        for (int p = 0; p < patterns.length; p++) {
            long pattern = patterns[p];
            exposed[p] = IntStream.range(0, covariates)
                    .filter(k -> (pattern >>> columns.get(k) & 1) == 1)
                    .toArray();
            pairs[p] = pairs(exposed[p]);
        }
    }

    /** {@code exposed} ascends. */
    private static int[] pairs(int[] exposed) {
        int[] pairs = new int[exposed.length * (exposed.length + 1) / 2];
        int next = 0;
        for (int i = 0; i < exposed.length; i++) {
            for (int j = 0; j <= i; j++) {
                pairs[next++] = Sums.pair(exposed[i], exposed[j]);
            }
        }
        return pairs;
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
        int end = counts.size();
        while (end > 0) {
            int day = counts.day(end - 1);
            int start = end;
            long eventsOfDay = 0;
            while (start > 0 && counts.day(start - 1) == day) {
                start--;
                int p = patternOf[start];
                atRisk[p] += counts.last(start);
                risk.add(exposed[p], pairs[p], counts.last(start) * hazards[p]);
                eventsOfDay += counts.events(start);
            }
            peak = Math.max(peak, risk.total);
            if (eventsOfDay > 0) {
                if (risk.total < SHRUNK * peak) {
                    risk.clear();
                    for (int p = 0; p < hazards.length; p++) {
                        risk.add(exposed[p], pairs[p], atRisk[p] * hazards[p]);
                    }
                    peak = risk.total;
                }
                dying.clear();
                efron.clear();
                for (int i = start; i < end; i++) {
                    int p = patternOf[i];
                    dying.add(exposed[p], pairs[p], counts.events(i) * hazards[p]);
                    efron.observe(exposed[p], counts.events(i), predictors[p]);
                }
                efron.expect(risk, dying, eventsOfDay);
                visitor.accept(day, eventsOfDay, efron.logLikelihood, efron.score, efron.information);
            }
            for (int i = start; i < end; i++) {
                int p = patternOf[i];
                atRisk[p] -= counts.first(i);
                risk.add(exposed[p], pairs[p], -counts.first(i) * hazards[p]);
            }
            end = start;
        }
    }

    /** Weights of subjects, weights of those exposed to each covariate, and to each two covariates. */
    static final class Sums {
        double total;
        final double[] one;

        /** By {@link #pair}. */
        final double[] two;

        Sums(int covariates) {
            one = new double[covariates];
            two = new double[covariates * (covariates + 1) / 2];
        }

        /**
         * The place of two covariates.
         *
         * @param other not above the one
         */
        static int pair(int one, int other) {
            return one * (one + 1) / 2 + other;
        }

        void clear() {
            total = 0;
            Arrays.fill(one, 0);
            Arrays.fill(two, 0);
        }

        void add(int[] exposed, int[] pairs, double weight) {
            if (weight == 0) {
                return;
            }
            total += weight;
            for (int k : exposed) {
                one[k] += weight;
            }
            for (int pair : pairs) {
                two[pair] += weight;
            }
        }
    }
}
