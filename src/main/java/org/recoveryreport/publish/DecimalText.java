package org.recoveryreport.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as text for machines: the fewest digits from which the same {@code double} is read again, whole numbers
 * without a point, an exponent ({@code 1.5E-9}) only below 1e-6 and from 1e16 on. {@link Double#toString} would do
 * neither before JDK 19, and its digits would depend on the JDK.
 */
final class DecimalText {
    /** A decimal of up to 15 digits survives the way through a double, so these three precisions are enough. */
    private static final MathContext[] PRECISIONS = {
        new MathContext(15), new MathContext(16), new MathContext(17),
    };

    private DecimalText() {}

    /** The text, or null when the number is not finite, which is to say undefined. */
    static @Nullable String of(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        BigDecimal exact = new BigDecimal(number);
        BigDecimal shortest = exact;
        for (MathContext precision : PRECISIONS) {
            shortest = exact.round(precision);
            if (shortest.doubleValue() == number) {
                break;
            }
        }
        BigDecimal stripped = shortest.stripTrailingZeros();
        return Math.abs(number) < 1e16 && stripped.scale() <= 0 ? stripped.toPlainString() : stripped.toString();
    }
}
