package org.recoveryreport.publish.plot;

import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A scale from 0 on, in round steps.
 *
 * @param step between two ticks: 1, 2 or 5, or such a number of tens, hundreds and so on
 * @param steps how many, at least 1
 */
record RoundScale(double step, int steps) {
    private static final int MOST_STEPS = 6;
    private static final int[] ROUND = {1, 2, 5};

    /** One that holds every value, and every upper end of an interval that is no more than three times as far. */
    static RoundScale holding(Collection<@Nullable Double> values, Collection<@Nullable Double> uppers) {
        double farthest = highest(values);
        double needed = Math.max(4, Math.max(farthest, Math.min(highest(uppers), 3 * farthest)));
        for (double ten = 1; ; ten *= 10) {
            for (int round : ROUND) {
                double steps = Math.ceil(needed / (round * ten));
                if (steps <= MOST_STEPS) {
                    return new RoundScale(round * ten, (int) steps);
                }
            }
        }
    }

    double end() {
        return step * steps;
    }

    private static double highest(Collection<@Nullable Double> values) {
        return values.stream()
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
