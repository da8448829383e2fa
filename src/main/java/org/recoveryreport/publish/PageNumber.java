package org.recoveryreport.publish;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers as text for people: rounded as far as they mean something, with words for what is no number. */
public final class PageNumber {
    /** Behind a word that stands for a number that is not shown, and behind nothing else; it is not seen. */
    public static final String HIDDEN_MARK = "\u2060";

    /** In place of a number that is not shown. Pages draw something quieter instead. */
    public static final String HIDDEN = "hidden" + HIDDEN_MARK;

    private static final double SMALL_P = 0.05;

    private static final String MINUS = "\u2212";

    private static final int[] POWERS_OF_TEN = {1, 10, 100, 1000};

    /** Whole numbers below it are exact as doubles by far, however often they were rounded on the way. */
    private static final double LARGE = 1e9;

    /** Further from the middle between two texts than any rounding of a number below {@link #LARGE}. */
    private static final double CLEAR = 1e-6;

    private PageNumber() {}

    /** A count with thousands separated; null = hidden, {@link #HIDDEN}, as {@link Definitions#hidden} explains. */
    public static String count(@Nullable Long count) {
        return count == null ? HIDDEN : grouped(count);
    }

    /** So many of something, such as "1 episode" or "2,000 episodes". */
    public static String counted(@Nullable Long count, String one) {
        return count(count) + " " + one + (count != null && count == 1 ? "" : "s");
    }

    /** A count in a sentence. */
    public static String inSentence(@Nullable Long count) {
        return count == null ? "a hidden number" + HIDDEN_MARK : count(count);
    }

    /** A proportion in whole percent; what is neither nothing nor all is not called 0% or 100%. Null = a dash. */
    public static String percent(@Nullable Double proportion) {
        if (proportion == null) {
            return "\u2013";
        }
        if (proportion > 0 && proportion < 0.005) {
            return "<1%";
        }
        if (proportion > 0.995 && proportion < 1) {
            return ">99%";
        }
        return fixed(100 * proportion, 0) + "%";
    }

    /** A confidence level, as it was set. */
    public static String level(double confidence) {
        return BigDecimal.valueOf(confidence)
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + "%";
    }

    /** Days, to a tenth where they are no whole number. */
    public static String days(double days) {
        return days == Math.rint(days) ? grouped(days, 0) : tenths(days);
    }

    /** A number to a tenth. */
    public static String tenths(double number) {
        return grouped(number, 1);
    }

    /** A difference in days to a tenth, always with its sign. */
    public static String difference(double days) {
        String size = tenths(Math.abs(days));
        if (size.equals("0.0")) {
            return "0.0";
        }
        return (days < 0 ? MINUS : "+") + size;
    }

    /** A ratio to two significant places or more, such as 0.83 or 12.5. */
    public static String ratio(double ratio) {
        return ratio < 10 ? fixed(ratio, ratio < 0.1 ? 3 : 2) : grouped(ratio, 1);
    }

    /** A p-value as {@link #pValue} writes it, with its sign in a sentence, such as "= 0.04". */
    public static String equalsSign(String p) {
        return p.startsWith("<") || p.startsWith(">") ? p.charAt(0) + " " + p.substring(1) : "= " + p;
    }

    /** A p-value with as many places as it deserves; null = a dash. */
    public static String pValue(@Nullable Double p) {
        if (p == null) {
            return "\u2013";
        }
        if (p < 0.001) {
            return "<0.001";
        }
        if (p > 0.99) {
            return ">0.99";
        }
        return fixed(p, p < 0.1 ? 3 : 2);
    }

    /** Whether a p-value is below 0.05, at whatever level intervals are. */
    public static boolean isSmall(@Nullable Double p) {
        return p != null && p < SMALL_P;
    }

    /** An interval of days, "8 to 10"; without an upper end "8 or more"; empty when nothing is known of it. */
    public static String interval(@Nullable Double lower, @Nullable Double upper) {
        if (lower == null) {
            return upper == null ? "" : "up to " + days(upper);
        }
        return upper == null ? days(lower) + " or more" : days(lower) + " to " + days(upper);
    }

    /** With so many places, as a {@link java.util.Formatter} rounds, whose symbols and patterns are slow to set up. */
    public static String fixed(double number, int places) {
        double scaled = number * POWERS_OF_TEN[places];
        double whole = Math.rint(scaled);
        boolean hasNoSign = Double.doubleToRawLongBits(number) >= 0;
        if (!hasNoSign || !(scaled < LARGE) || Math.abs(scaled - whole) > 0.5 - CLEAR) {
            return formatted(number, places);
        }
        int digits = (int) whole;
        if (places == 0) {
            return Integer.toString(digits);
        }
        int power = POWERS_OF_TEN[places];
        // a one in front keeps the zeros behind the point
        String fraction = Integer.toString(power + digits % power);
        return digits / power + "." + fraction.substring(1);
    }

    /** The definition of {@link #fixed}. */
    static String formatted(double number, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", number);
    }

    private static String grouped(double number, int places) {
        return Math.abs(number) < 999
                ? fixed(number, places)
                : String.format(Locale.ROOT, "%,." + places + "f", number);
    }

    private static String grouped(long count) {
        StringBuilder text = new StringBuilder(Long.toString(count));
        int first = count < 0 ? 1 : 0;
        for (int at = text.length() - 3; at > first; at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }
}
