package org.recoveryreport.domain.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is left of a partial likelihood that rises without end (Albert and Anderson 1984, doi:10.1093/biomet/71.1.1). It does
 * so along a direction of the coefficients in which at every event nobody at risk is ahead of those who have it. The further
 * one goes, the less those count who lag behind, and in the limit each event is compared only with those on its own level:
 * that is the likelihood of the same model with the levels as strata. It is R's {@code coxph} run to its end, but for what R
 * has left to go.
 */
final class Separation {
    /** As logarithm of a hazard: who lags so far behind hardly counts any more. */
    private static final double FAR = 12;

    /** Levels no further apart are the same but for rounding. */
    private static final double SAME = 1e-6;

    /** Levels at least so far apart are no matter of rounding. */
    private static final double APART = 1e-2;

    private final List<ExposureCounts> strata;

    /** Projection onto the sums of coefficients that these strata still tell something of. */
    private final double[][] known;

    private Separation(List<ExposureCounts> strata, double[][] known) {
        this.strata = strata;
        this.known = known;
    }

    /**
     * Looks for a direction where a search for the maximum has gone.
     *
     * @param covariates which bit of a pattern each is
     * @param coefficients that the search has come to
     * @return null where there is none, which is certain if the search has gone on until hardly anything could be gained
     */
    static @Nullable Separation find(List<ExposureCounts> strata, List<Integer> covariates, double[] coefficients) {
        Compared compared = new Compared(strata, covariates);
        Span span = new Span(covariates);
        compared.visit(coefficients, (leading, pattern, dies, lag) -> {
            if (dies || lag < FAR) {
                span.add(leading, pattern);
            }
        });
        while (true) {
            double[] direction = span.rest(coefficients);
            int size = span.size();
            boolean[] separates = new boolean[1];
            compared.visit(direction, (leading, pattern, dies, lag) -> {
                if (lag >= APART) {
                    separates[0] = true;
                } else if (Math.abs(lag) > SAME) {
                    span.add(leading, pattern);
                }
            });
            if (span.size() == size) {
                return separates[0] ? new Separation(compared.divided(direction), span.projection()) : null;
            }
        }
    }

    /** Divided by level. */
    List<ExposureCounts> strata() {
        return strata;
    }

    /** Those of the covariates from which exposure to the others follows; no two sets of coefficients of them fit alike. */
    List<Integer> independent(List<Integer> covariates) {
        Cholesky rows = Cholesky.of(known);
        List<Integer> independent = new ArrayList<>();
        for (int k = 0; k < known.length; k++) {
            if (!rows.leftOut(k)) {
                independent.add(covariates.get(k));
            }
        }
        return independent;
    }

    /** Whether the coefficient of the {@code k}-th covariate is known apart from all others. */
    boolean knows(int k) {
        return known[k][k] > 1 - SAME;
    }

    /** Everybody at risk at an event, beside the one of those having it whose predictor is the highest. */
    private interface Pair {
        /**
         * @param leading the exposures of that one
         * @param pattern the exposures of others, or the same
         * @param dies whether some of these have the event
         * @param lag by which the others' predictor is lower
         */
        void accept(long leading, long pattern, boolean dies, double lag);
    }

    private record Compared(List<ExposureCounts> strata, List<Integer> covariates) {
        void visit(double[] coefficients, Pair pair) {
            strata.forEach(stratum -> visit(stratum, coefficients, pair));
        }

        private void visit(ExposureCounts counts, double[] coefficients, Pair pair) {
            long[] patterns = counts.patterns();
            double[] predictors = Arrays.stream(patterns)
                    .mapToDouble(pattern -> predictor(pattern, coefficients))
                    .toArray();
            int[] patternOf = new int[counts.size()];
            for (int i = 0; i < patternOf.length; i++) {
                patternOf[i] = Arrays.binarySearch(patterns, counts.pattern(i));
            }
            long[] atRisk = new long[patterns.length];
            int end;
            for (int start = 0; start < counts.size(); start = end) {
                boolean[] dies = new boolean[patterns.length];
                int leading = -1;
                for (end = start; end < counts.size() && counts.day(end) == counts.day(start); end++) {
                    int p = patternOf[end];
                    atRisk[p] += counts.first(end);
                    if (counts.events(end) > 0) {
                        dies[p] = true;
                        leading = leading < 0 || predictors[p] > predictors[leading] ? p : leading;
                    }
                }
                for (int p = 0; leading >= 0 && p < patterns.length; p++) {
                    if (atRisk[p] > 0) {
                        pair.accept(patterns[leading], patterns[p], dies[p], predictors[leading] - predictors[p]);
                    }
                }
                for (int i = start; i < end; i++) {
                    atRisk[patternOf[i]] -= counts.last(i);
                }
            }
        }

        List<ExposureCounts> divided(double[] direction) {
            List<ExposureCounts> divided = new ArrayList<>();
            for (ExposureCounts stratum : strata) {
                double[] levels = Arrays.stream(stratum.patterns())
                        .mapToDouble(pattern -> predictor(pattern, direction))
                        .sorted()
                        .toArray();
                double[] starts = new double[levels.length];
                int size = 0;
                for (int i = 0; i < levels.length; i++) {
                    if (i == 0 || levels[i] - levels[i - 1] > SAME) {
                        starts[size++] = levels[i];
                    }
                }
                double[] startsOfLevels = Arrays.copyOf(starts, size);
                divided.addAll(stratum.divided(size, pattern -> {
                    int at = Arrays.binarySearch(startsOfLevels, predictor(pattern, direction));
                    return at >= 0 ? at : -at - 2;
                }));
            }
            return divided;
        }

        private double predictor(long pattern, double[] coefficients) {
            double sum = 0;
            for (int k = 0; k < coefficients.length; k++) {
                sum += (pattern >>> covariates.get(k) & 1) * coefficients[k];
            }
            return sum;
        }
    }

    /** Differences between patterns, as an orthonormal basis of all their sums. */
    private static final class Span {
        private final List<Integer> covariates;
        private final List<double[]> basis = new ArrayList<>();

        Span(List<Integer> covariates) {
            this.covariates = covariates;
        }

        int size() {
            return basis.size();
        }

        void add(long one, long other) {
            if (one == other || basis.size() == covariates.size()) {
                return;
            }
            double[] difference = new double[covariates.size()];
            for (int k = 0; k < difference.length; k++) {
                difference[k] = (one >>> covariates.get(k) & 1) - (other >>> covariates.get(k) & 1);
            }
            // once more, for what rounding left
            double[] rest = rest(rest(difference));
            double length = Math.sqrt(product(rest, rest));
            if (length > SAME) {
                basis.add(Arrays.stream(rest).map(x -> x / length).toArray());
            }
        }

        /** What of a vector is at right angles to all differences. */
        double[] rest(double[] vector) {
            double[] rest = vector.clone();
            for (double[] unit : basis) {
                double along = product(rest, unit);
                for (int k = 0; k < rest.length; k++) {
                    rest[k] -= along * unit[k];
                }
            }
            return rest;
        }

        double[][] projection() {
            int size = covariates.size();
            double[][] projection = new double[size][size];
            for (double[] unit : basis) {
                for (int i = 0; i < size; i++) {
                    for (int j = 0; j < size; j++) {
                        projection[i][j] += unit[i] * unit[j];
                    }
                }
            }
            for (double[] row : projection) {
                Arrays.setAll(row, k -> Math.abs(row[k]) < SAME ? 0 : row[k]);
            }
            return projection;
        }

        private static double product(double[] one, double[] other) {
            double sum = 0;
            for (int k = 0; k < one.length; k++) {
                sum += one[k] * other[k];
            }
            return sum;
        }
    }
}
