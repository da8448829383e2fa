package org.recoveryreport.publish.plot;

import java.util.List;
import java.util.stream.Stream;

/**
 * Draws ratios and their intervals on one common logarithmic scale around 1, one small picture each, to stand under each
 * other in a column of a table: a forest plot. An interval that reaches beyond the scale ends in an arrowhead. The numbers
 * stand beside them, so the pictures are hidden from screen readers.
 */
public final class RatioScale {
    private static final double MIDDLE = 100;
    private static final double REACH = 84;
    private static final int MOST_DOUBLINGS = 5;

    private final int doublings;

    private RatioScale(int doublings) {
        this.doublings = doublings;
    }

    /** A scale that holds all intervals, which lie above 0: from a half to 2 at least and from 1/32 to 32 at most. */
    public static RatioScale holding(List<Interval> intervals) {
        double farthest = intervals.stream()
                .flatMap(interval -> Stream.of(interval.lower(), interval.upper()))
                .mapToDouble(ratio -> Math.abs(binaryLogarithm(ratio)))
                .max()
                .orElse(0);
        return new RatioScale((int) Math.max(1, Math.min(MOST_DOUBLINGS, Math.ceil(farthest))));
    }

    /** The interval as a line, the estimate as a square. */
    public String svg(Interval interval) {
        return Svg.ofInterval(
                        MIDDLE,
                        x(interval.lower()),
                        x(interval.upper()),
                        binaryLogarithm(interval.lower()) < -doublings,
                        binaryLogarithm(interval.upper()) > doublings)
                .element(
                        "rect",
                        "class",
                        "ratio",
                        "x",
                        x(interval.estimate()) - 3.5,
                        "y",
                        5.5,
                        "width",
                        7.0,
                        "height",
                        7.0)
                .close("svg")
                .toString();
    }

    /** The scale itself, labelled at 1 and at both ends. */
    public String axis() {
        int end = 1 << doublings;
        Svg svg = Svg.ofColumn(20)
                .element("line", "class", "axis", "x1", x(1.0 / end), "x2", x(end), "y1", 2.0, "y2", 2.0);
        for (int doubling = -doublings; doubling <= doublings; doubling++) {
            double at = MIDDLE + REACH * doubling / doublings;
            svg.element("line", "class", "axis", "x1", at, "x2", at, "y1", 2.0, "y2", 6.0);
        }
        svg.text("text", "1/" + end, "x", x(1.0 / end), "y", 18.0, "text-anchor", "middle");
        svg.text("text", "1", "x", MIDDLE, "y", 18.0, "text-anchor", "middle");
        svg.text("text", String.valueOf(end), "x", x(end), "y", 18.0, "text-anchor", "middle");
        return svg.close("svg").toString();
    }

    private double x(double ratio) {
        double doubling = Math.max(-doublings, Math.min(doublings, binaryLogarithm(ratio)));
        return MIDDLE + REACH * doubling / doublings;
    }

    private static double binaryLogarithm(double ratio) {
        return Math.log(ratio) / Math.log(2);
    }
}
