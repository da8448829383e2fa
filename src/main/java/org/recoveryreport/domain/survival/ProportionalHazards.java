package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.jspecify.annotations.Nullable;

/**
 * Whether a Cox model's hazard ratios stay the same over time: the score test of Grambsch and Therneau (1994,
 * doi:10.1093/biomet/81.3.515) for coefficients that change with the proportion who had the event before a day, 1 less the
 * Kaplan-Meier curve of all. Equal to R's {@code cox.zph} with its default {@code transform = "km"} from version 3 of its
 * survival package on.
 *
 * @param departures one per covariate of the model, in its order
 * @param chiSquared the statistic for all covariates together
 * @param degreesOfFreedom the number of covariates
 * @param pValue of proportional hazards for all covariates
 */
public record ProportionalHazards(List<Departure> departures, double chiSquared, int degreesOfFreedom, double pValue)
        implements Serializable {
    public ProportionalHazards {
        departures = List.copyOf(departures);
    }

    /**
     * Evidence that a hazard ratio changes over time.
     *
     * @param covariate its number
     * @param chiSquared the statistic, of one degree of freedom
     * @param pValue of a constant hazard ratio
     */
    public record Departure(int covariate, double chiSquared, double pValue) implements Serializable {}

    /**
     * Tests a model.
     *
     * @param strata all that it is about, for the time scale
     * @param likelihood that was maximised
     * @param coefficients where it is greatest
     * @param columns its covariates
     * @param tested those whose coefficients are of interest
     * @return null where there are none of these, or all events happened at the same time of the scale
     */
    static @Nullable ProportionalHazards test(
            List<ExposureCounts> strata,
            PartialLikelihood likelihood,
            double[] coefficients,
            List<Integer> columns,
            List<Integer> tested) {
        int size = columns.size();
        Map<Integer, Double> times = timeScale(strata);
        double[] score = new double[size];
        double[][] information = new double[2 * size][2 * size];
        likelihood.visit(coefficients, (day, events, logLikelihood, ofDay, matrix) -> {
            double time = times.getOrDefault(day, 0.0);
            for (int i = 0; i < size; i++) {
                score[i] += time * ofDay[i];
                for (int j = 0; j < size; j++) {
                    double entry = matrix[Math.max(i, j)][Math.min(i, j)];
                    information[i][j] += entry;
                    information[size + i][j] += time * entry;
                    information[size + i][size + j] += time * time * entry;
                }
            }
        });
        List<Integer> all = tested.stream().map(columns::indexOf).toList();
        Score together = new Score(information, score, size, all);
        if (tested.isEmpty() || together.isSingular()) {
            return null;
        }
        List<Departure> departures = new ArrayList<>();
        for (int i : all) {
            double chiSquared = new Score(information, score, size, List.of(i)).statistic();
            departures.add(new Departure(columns.get(i), chiSquared, pValue(chiSquared, 1)));
        }
        double chiSquared = together.statistic();
        return new ProportionalHazards(departures, chiSquared, all.size(), pValue(chiSquared, all.size()));
    }

    /** The score test for a change of some of the coefficients, given all of them. */
    private static final class Score {
        private final Cholesky information;
        private final double[] vector;

        Score(double[][] all, double[] score, int size, List<Integer> changing) {
            int[] rows = IntStream.concat(
                            IntStream.range(0, size), changing.stream().mapToInt(i -> size + i))
                    .toArray();
            double[][] matrix = new double[rows.length][rows.length];
            vector = new double[rows.length];
            for (int i = 0; i < rows.length; i++) {
                vector[i] = rows[i] < size ? 0 : score[rows[i] - size];
                for (int j = 0; j <= i; j++) {
                    matrix[i][j] = all[rows[i]][rows[j]];
                }
            }
            information = Cholesky.of(matrix);
        }

        boolean isSingular() {
            return information.rank() < vector.length;
        }

        double statistic() {
            return information.quadratic(vector);
        }
    }

    private static double pValue(double chiSquared, int degreesOfFreedom) {
        return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(chiSquared);
    }

    /** By day with events, the proportion of all who had the event before it, less its mean over the events. */
    private static Map<Integer, Double> timeScale(List<ExposureCounts> strata) {
        ExposureCounts all = strata.stream().reduce(ExposureCounts::plus).orElse(ExposureCounts.EMPTY);
        Map<Integer, Double> scale = new HashMap<>();
        double survival = 1;
        double sum = 0;
        long total = 0;
        long atRisk = 0;
        int end;
        for (int start = 0; start < all.size(); start = end) {
            int day = all.day(start);
            long events = 0;
            long last = 0;
            for (end = start; end < all.size() && all.day(end) == day; end++) {
                atRisk += all.first(end);
                last += all.last(end);
                events += all.events(end);
            }
            if (events > 0) {
                scale.put(day, 1 - survival);
                sum += events * (1 - survival);
                total += events;
                survival *= (atRisk - events) / (double) atRisk;
            }
            atRisk -= last;
        }
        double mean = total == 0 ? 0 : sum / total;
        scale.replaceAll((day, time) -> time - mean);
        return scale;
    }
}
