package org.recoveryreport.selftest;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** When a computed figure equals an expected one. */
final class Agreement {
    private static final double TOLERANCE = 1e-9;

    private Agreement() {}

    /** To a relative difference of 10⁻⁹; nothing expected means nothing computed. */
    static boolean exact(String expected, @Nullable Double computed) {
        if (expected.isEmpty() || computed == null) {
            return expected.isEmpty() && computed == null;
        }
        double figure = Double.parseDouble(expected);
        return Math.abs(computed - figure) <= TOLERANCE * Math.abs(figure);
    }

    /** To half a unit of the last digit printed. */
    static boolean asPrinted(String expected, @Nullable Double computed) {
        if (expected.isEmpty() || computed == null) {
            return expected.isEmpty() && computed == null;
        }
        BigDecimal figure = new BigDecimal(expected);
        BigDecimal difference = new BigDecimal(computed).subtract(figure).abs();
        return difference.compareTo(figure.ulp().divide(BigDecimal.valueOf(2))) <= 0;
    }
}
