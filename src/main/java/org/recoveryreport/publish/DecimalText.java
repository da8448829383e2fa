package org.recoveryreport.publish;

import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as text for machines: the fewest digits from which the same {@code double} is read again, whole numbers
 * without a point, an exponent ({@code 1.5E-9}) only below 1e-6 and from 1e16 on. {@link Double#toString} would do
 * neither before JDK 19, and its digits would depend on the JDK.
 *
 * <p>Reports hold a million of them, so usual ones are worked out in whole numbers of at most 128 bits, exactly; what does
 * not fit takes the way of {@link #byDecimals}.
 */
final class DecimalText {
    private static final int FEWEST_DIGITS = 15;
    private static final int MOST_DIGITS = 17;

    /** A decimal of up to 15 digits survives the way through a double, so these three precisions are enough. */
    private static final MathContext[] PRECISIONS = {
        new MathContext(FEWEST_DIGITS), new MathContext(16), new MathContext(MOST_DIGITS),
    };

    /** By exponent, those that are a {@code long}. */
    private static final long[] POWERS_OF_TEN = new long[19];

    static {
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) {
            POWERS_OF_TEN[i] = 10 * POWERS_OF_TEN[i - 1];
        }
    }

    private static final long FRACTION_BITS = (1L << 52) - 1;
    private static final long LEADING_BIT = 1L << 52;

    private DecimalText() {}

    /** The text, or null when the number is not finite, which is to say undefined. */
    static @Nullable String of(double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        if (Math.abs(number) < 1e15 && number == (long) number) {
            return Long.toString((long) number);
        }
        String text = byWholeNumbers(number);
        return text == null ? byDecimals(number) : text;
    }

    /** The definition: rounds the exact value to ever more digits until the same number is read again. */
    static String byDecimals(double number) {
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

    /** The same of a number that is not whole, in [0.01, 1e15) whatever its sign; null = it is another one. */
    private static @Nullable String byWholeNumbers(double number) {
        double size = Math.abs(number);
        if (!(size >= 0.01 && size < 1e15)) {
            return null;
        }
        // size = mantissa / 2^shift, with a shift in [1, 59]
        long bits = Double.doubleToRawLongBits(size);
        long mantissa = (bits & FRACTION_BITS) | LEADING_BIT;
        int shift = 52 - Math.getExponent(size);
        if (mantissa == LEADING_BIT || shift < 1) {
            return null;
        }
        int scale = FEWEST_DIGITS - digitsBeforePoint(size);
        for (int digits = FEWEST_DIGITS; digits <= MOST_DIGITS; digits++, scale++) {
            long power = POWERS_OF_TEN[scale];
            long high = Math.multiplyHigh(mantissa, power);
            long low = mantissa * power;
            long half = 1L << (shift - 1);
            long rounded = ((high << (64 - shift)) | (low >>> shift)) + ((low & half) == 0 ? 0 : 1);
            // what rounding added, in units of 1 / (power * 2^shift); less than half a step between doubles = read as
            // this one
            long added = Math.abs((rounded << shift) - low);
            if (digits == MOST_DIGITS || 2 * added < power) {
                return text(number < 0, rounded, scale);
            }
        }
        throw new AssertionError("17 digits tell every double from every other");
    }

    /** Those of its whole part; 0 from a tenth on, less by one for each zero behind the point. */
    private static int digitsBeforePoint(double size) {
        if (size < 1) {
            return size >= 0.1 ? 0 : -1;
        }
        int digits = 1;
        while (size >= POWERS_OF_TEN[digits]) {
            digits++;
        }
        return digits;
    }

    private static String text(boolean negative, long unscaled, int scale) {
        long digits = unscaled;
        int places = scale;
        while (places > 0 && digits % 10 == 0) {
            digits /= 10;
            places--;
        }
        StringBuilder text = new StringBuilder(24);
        if (negative) {
            text.append('-');
        }
        text.append(digits / POWERS_OF_TEN[places]);
        if (places > 0) {
            long fraction = digits % POWERS_OF_TEN[places];
            text.append('.');
            for (int place = places - 1; place > 0 && fraction < POWERS_OF_TEN[place]; place--) {
                text.append('0');
            }
            text.append(fraction);
        }
        return text.toString();
    }
}
