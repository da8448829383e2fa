package org.recoveryreport.domain.survival;

import java.io.Serializable;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A confidence band, by day on which it changes: its ends from then on; not a number = undefined. */
final class Band implements Serializable {
    private final int[] days;
    private final double[] lower;
    private final double[] upper;

    private Band(Builder builder) {
        days = Arrays.copyOf(builder.days, builder.size);
        lower = Arrays.copyOf(builder.lower, builder.size);
        upper = Arrays.copyOf(builder.upper, builder.size);
    }

    /** Collects the days, ascending. */
    static final class Builder {
        private final int[] days;
        private final double[] lower;
        private final double[] upper;
        private int size;

        Builder(int mostDays) {
            days = new int[mostDays];
            lower = new double[mostDays];
            upper = new double[mostDays];
        }

        void add(int day, double lowerEnd, double upperEnd) {
            days[size] = day;
            lower[size] = lowerEnd;
            upper[size++] = upperEnd;
        }

        Band build() {
            return new Band(this);
        }
    }

    /** The ends on a day; 1 to 1 before the first one. */
    ConfidenceLimits at(int day) {
        int place = Arrays.binarySearch(days, day);
        int at = place >= 0 ? place : -place - 2;
        return at < 0 ? new ConfidenceLimits(1.0, 1.0) : ConfidenceLimits.of(lower[at], upper[at]);
    }

    /** A quantile of the curve that it belongs to. */
    Quantile quantile(@Nullable Double estimate, double p) {
        return new Quantile(
                estimate, Quantile.crossing(i -> days[i], lower, p), Quantile.crossing(i -> days[i], upper, p));
    }
}
