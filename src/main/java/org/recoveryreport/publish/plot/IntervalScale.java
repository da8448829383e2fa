package org.recoveryreport.publish.plot;

import java.util.List;
import java.util.stream.Stream;

/**
 * Draws differences and their intervals on one common scale around zero, one small picture each, to stand under each other
 * in a column of a table. An interval that reaches beyond the scale ends in an arrowhead. The numbers stand beside them, so
 * the pictures are hidden from screen readers.
 */
public final class IntervalScale {
    private static final double MIDDLE = 100;
    private static final double REACH = 88;
    private static final double[] NICE = {
        1, 2, 5, 10, 15, 20, 25, 30, 40, 50, 60, 80, 100, 200, 500, 1000, 2000, 5000, 10_000
    };

    private final double end;

    private IntervalScale(double end) {
        this.end = end;
    }

    /** A scale that holds all intervals. */
    public static IntervalScale holding(List<Interval> intervals) {
        double farthest = intervals.stream()
                .flatMap(interval -> Stream.of(interval.lower(), interval.upper()))
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        for (double end : NICE) {
            if (farthest <= end) {
                return new IntervalScale(end);
            }
        }
        return new IntervalScale(farthest);
    }

    /** The interval as a line, the estimate as a dot. */
    public String svg(Interval interval, String colour) {
        Svg svg = Svg.ofInterval(
                MIDDLE, x(interval.lower()), x(interval.upper()), interval.lower() < -end, interval.upper() > end);
        if (Math.abs(interval.estimate()) <= end) {
            svg.element("circle", "class", "estimate " + colour, "cx", x(interval.estimate()), "cy", 9.0, "r", 4.0);
        }
        return svg.close("svg").toString();
    }

    /** The scale itself. */
    public String axis() {
        Svg svg = Svg.ofColumn(20).element("line", "class", "axis", "x1", x(-end), "x2", x(end), "y1", 2.0, "y2", 2.0);
        for (double value : new double[] {-end, 0, end}) {
            svg.element("line", "class", "axis", "x1", x(value), "x2", x(value), "y1", 2.0, "y2", 6.0);
            svg.text("text", label(value), "x", x(value), "y", 18.0, "text-anchor", "middle");
        }
        return svg.close("svg").toString();
    }

    private static String label(double value) {
        return (value < 0 ? "\u2212" : value > 0 ? "+" : "") + Svg.number(Math.abs(value));
    }

    private double x(double value) {
        return MIDDLE + REACH * Math.max(-1, Math.min(1, value / end));
    }
}
