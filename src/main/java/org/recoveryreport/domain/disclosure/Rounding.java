package org.recoveryreport.domain.disclosure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rounds what is worked out from counts so far that it does not say them: shares and means of a group to a multiple of a unit
 * that is worth at least k episodes, results of tests to three significant digits.
 *
 * @param minCellCount k; of 0 and 1 nothing is rounded
 */
public record Rounding(int minCellCount) {
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final MathContext TWELVE_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
    private static final String[] UNITS = {
        "0.001", "0.002", "0.005", "0.01", "0.02", "0.05", "0.1", "0.2", "0.25", "0.5", "1"
    };

    /**
     * A share of a group, such as that recovered by a day.
     *
     * @param share in [0, 1]
     * @param episodes of the group
     * @return null where even a half says too much
     */
    public @Nullable Double share(@Nullable Double share, long episodes) {
        return share(share, episodes, RoundingMode.HALF_EVEN);
    }

    /** The lower end of an interval of a share: the interval gets no shorter. */
    public @Nullable Double lowerEnd(@Nullable Double share, long episodes) {
        return share(share, episodes, RoundingMode.FLOOR);
    }

    /** The upper end of an interval of a share: the interval gets no shorter. */
    public @Nullable Double upperEnd(@Nullable Double share, long episodes) {
        return share(share, episodes, RoundingMode.CEILING);
    }

    private @Nullable Double share(@Nullable Double share, long episodes, RoundingMode mode) {
        boolean tooCoarse = minCellCount > 1 && unit(episodes).compareTo(BigDecimal.ONE) == 0;
        return tooCoarse ? null : mean(share, episodes, mode);
    }

    /** A mean of days, one for each episode; to whole days at the coarsest. */
    public @Nullable Double mean(@Nullable Double mean, long episodes) {
        return mean(mean, episodes, RoundingMode.HALF_EVEN);
    }

    private @Nullable Double mean(@Nullable Double mean, long episodes, RoundingMode mode) {
        if (mean == null || minCellCount <= 1) {
            return mean;
        }
        BigDecimal unit = unit(episodes);
        return BigDecimal.valueOf(mean).divide(unit, 0, mode).multiply(unit).doubleValue();
    }

    private BigDecimal unit(long episodes) {
        for (String text : UNITS) {
            BigDecimal unit = new BigDecimal(text);
            if (unit.multiply(BigDecimal.valueOf(episodes)).compareTo(BigDecimal.valueOf(minCellCount)) >= 0) {
                return unit;
            }
        }
        return BigDecimal.ONE;
    }

    /** The result of a test, or of a model of all episodes together. */
    public @Nullable Double test(@Nullable Double value) {
        return value == null || minCellCount <= 1 || !Double.isFinite(value)
                ? value
                : Double.valueOf(new BigDecimal(value, THREE_DIGITS).doubleValue());
    }

    /** Multiples of results of tests: with the digits they have themselves, not those of the computer's arithmetic. */
    public List<@Nullable Double> multiples(List<@Nullable Double> values) {
        List<@Nullable Double> rounded = new ArrayList<>();
        for (Double value : values) {
            rounded.add(
                    value == null || minCellCount <= 1
                            ? value
                            : Double.valueOf(new BigDecimal(value, TWELVE_DIGITS).doubleValue()));
        }
        return rounded;
    }
}
