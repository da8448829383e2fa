package org.recoveryreport.publish;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as text for people: rounded as far as they mean something, with words for what is no number. */
public final class PageNumber {
    private PageNumber() {}

    /** A count with thousands separated; null = hidden. */
    public static String count(@Nullable Long count) {
        return count == null ? "hidden" : String.format(Locale.ROOT, "%,d", count);
    }

    /** A proportion in whole percent; what is neither nothing nor all is not called 0% or 100%. */
    public static String percent(double proportion) {
        if (proportion > 0 && proportion < 0.005) {
            return "<1%";
        }
        if (proportion > 0.995 && proportion < 1) {
            return ">99%";
        }
        return String.format(Locale.ROOT, "%.0f%%", 100 * proportion);
    }

    /** A confidence level, as it was set. */
    public static String level(double confidence) {
        return BigDecimal.valueOf(confidence)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString() + "%";
    }
}
