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
    private static final int ONE = 1000;

    /** Multiples below it are told apart by far with the digits of a double. */
    private static final double LARGE = 1e6;

    /** Further from a multiple, and from the middle between two, than any rounding of one below {@link #LARGE}. */
    private static final double CLEAR = 1e-6;

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final MathContext TWELVE_DIGITS = new MathContext(12, RoundingMode.HALF_EVEN);
    /** In thousandths. */
    private static final int COARSEST = 100;

    /** In thousandths. */
    private static final int[] UNITS = {1, 2, 5, 10, 20, 50, 100, 200, 250, 500, ONE};

    /**
     * A share of a group, such as that of those still ill on a day. What is neither nothing nor all does not become it.
     *
     * @param share in [0, 1]
     * @param episodes of the group
     * @return null where it is {@linkplain #hidesShares hidden}
     */
    public @Nullable Double share(@Nullable Double share, long episodes) {
        Double rounded = hidesShares(episodes) ? null : mean(share, episodes);
        if (share == null || rounded == null || !SmallCells.areProtected(minCellCount) || share == 0 || share == 1) {
            return rounded;
        }
        int unit = unit(episodes);
        return Math.min(Math.max(rounded, (double) unit / ONE), (double) (ONE - unit) / ONE);
    }

    /**
     * The share of those who had recovered by a day.
     *
     * @param ill the share of those still ill; null = not known
     * @return null where it is hidden, and where nobody had recovered: of a curve that steps only when enough have, it is not
     *     known whether that is so
     */
    public @Nullable Double recovered(@Nullable Double ill, long episodes) {
        return ill == null || (ill == 1 && SmallCells.areProtected(minCellCount)) ? null : share(1 - ill, episodes);
    }

    /** Whether shares of so many are not told: to steps of more than ten in a hundred they would mislead. */
    public boolean hidesShares(long episodes) {
        return SmallCells.areProtected(minCellCount) && unit(episodes) > COARSEST;
    }

    /** The lower end of an interval of a share: the interval gets no shorter. */
    public @Nullable Double lowerEnd(@Nullable Double share, long episodes) {
        return end(share, episodes, RoundingMode.FLOOR);
    }

    /** The upper end of an interval of a share: the interval gets no shorter. */
    public @Nullable Double upperEnd(@Nullable Double share, long episodes) {
        return end(share, episodes, RoundingMode.CEILING);
    }

    /** Null where even a half says too much. */
    private @Nullable Double end(@Nullable Double share, long episodes, RoundingMode mode) {
        boolean tooCoarse = SmallCells.areProtected(minCellCount) && unit(episodes) == ONE;
        return tooCoarse ? null : mean(share, episodes, mode);
    }

    /** A mean of days, one for each episode; to whole days at the coarsest. */
    public @Nullable Double mean(@Nullable Double mean, long episodes) {
        return mean(mean, episodes, RoundingMode.HALF_EVEN);
    }

    private @Nullable Double mean(@Nullable Double mean, long episodes, RoundingMode mode) {
        if (mean == null || !SmallCells.areProtected(minCellCount)) {
            return mean;
        }
        int unit = unit(episodes);
        double multiple = mean * ONE / unit;
        double whole = Math.rint(multiple);
        double off = Math.abs(multiple - whole);
        boolean isClear = Math.abs(multiple) < LARGE && off > CLEAR && off < 0.5 - CLEAR;
        if (!isClear) {
            return exactly(mean, unit, mode);
        }
        double rounded =
                switch (mode) {
                    case FLOOR -> Math.floor(multiple);
                    case CEILING -> Math.ceil(multiple);
                    default -> whole;
                };
        // a quotient of whole numbers is the double next to it; zero has no sign
        return (rounded * unit + 0.0) / ONE;
    }

    /** The definition of the above, for decimals that are multiples, or in the middle between two. */
    static double exactly(double mean, int thousandths, RoundingMode mode) {
        BigDecimal unit = BigDecimal.valueOf(thousandths, 3);
        return BigDecimal.valueOf(mean).divide(unit, 0, mode).multiply(unit).doubleValue();
    }

    /** In thousandths. */
    private int unit(long episodes) {
        for (int unit : UNITS) {
            if (unit * episodes >= (long) ONE * minCellCount) {
                return unit;
            }
        }
        return ONE;
    }

    /** The result of a test, or of a model of all episodes together. */
    public @Nullable Double test(@Nullable Double value) {
        return value == null || !SmallCells.areProtected(minCellCount) || !Double.isFinite(value)
                ? value
                : Double.valueOf(new BigDecimal(value, THREE_DIGITS).doubleValue());
    }

    /** Multiples of results of tests: with the digits they have themselves, not those of the computer's arithmetic. */
    public List<@Nullable Double> multiples(List<@Nullable Double> values) {
        List<@Nullable Double> rounded = new ArrayList<>();
        for (Double value : values) {
            rounded.add(
                    value == null || !SmallCells.areProtected(minCellCount)
                            ? value
                            : Double.valueOf(new BigDecimal(value, TWELVE_DIGITS).doubleValue()));
        }
        return rounded;
    }
}
