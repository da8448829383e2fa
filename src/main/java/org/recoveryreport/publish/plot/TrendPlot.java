package org.recoveryreport.publish.plot;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws one value per month with its interval. Neighbouring months are joined by a line; where a month is missing, or has no
 * value, the line is interrupted. Values that are not final are hollow.
 *
 * @param id unique on the page
 * @param title what the picture shows, for those who cannot see it
 * @param description its gist in a sentence, likewise
 * @param points by position, ascending
 */
public record TrendPlot(String id, String title, String description, List<Point> points) {
    private static final double LEFT = 44;
    private static final double RIGHT = 708;
    private static final double TOP = 10;
    private static final double BOTTOM = 190;
    private static final int MOST_LABELS = 12;

    public TrendPlot {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw");
        }
    }

    /**
     * A month.
     *
     * @param position how many months after the first one
     * @param label its name
     * @param time the same for machines: a month such as 2026-02, or an instant
     * @param value null = none
     * @param lower lower end of its interval; null = none
     * @param upper upper end of its interval; null = none
     * @param settled false where the value will still change
     * @param tip what to say of it at the pointer, a line each
     */
    public record Point(
            int position,
            String label,
            String time,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            boolean settled,
            List<String> tip) {}

    /** The picture as an SVG element. */
    public String svg() {
        Svg svg = Svg.picture(720, 216, id, title, description);
        axes(svg);
        lines(svg);
        values(svg);
        tips(svg);
        return svg.close("svg").toString();
    }

    /** Each month's interval, and the line to the next month. */
    private void lines(Svg svg) {
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            Double lower = point.lower();
            if (lower != null) {
                double upper = Objects.requireNonNullElse(point.upper(), scale().end());
                svg.element(
                        "line", "class", "interval", "x1", x(point), "x2", x(point), "y1", y(lower), "y2", y(upper));
            }
            Double value = point.value();
            Double next = i + 1 < points.size() ? points.get(i + 1).value() : null;
            if (value != null && next != null && points.get(i + 1).position() == point.position() + 1) {
                svg.element(
                        "path",
                        "class",
                        "line c-all",
                        "d",
                        "M" + Svg.number(x(point)) + " " + Svg.number(y(value)) + "L" + Svg.number(x(points.get(i + 1)))
                                + " " + Svg.number(y(next)));
            }
        }
    }

    private void values(Svg svg) {
        for (Point point : points) {
            Double value = point.value();
            if (value != null) {
                svg.element(
                        "circle",
                        "class",
                        point.settled() ? "estimate c-all" : "hollow c-all",
                        "cx",
                        x(point),
                        "cy",
                        y(value),
                        "r",
                        4.0);
            }
        }
    }

    /** Areas that show a month's tip at the pointer. */
    private void tips(Svg svg) {
        double half = (RIGHT - LEFT) / (2.0 * points.size());
        for (Point point : points) {
            svg.element(
                    "rect",
                    "class",
                    "hit",
                    "x",
                    x(point) - half,
                    "y",
                    TOP,
                    "width",
                    2 * half,
                    "height",
                    BOTTOM - TOP,
                    "data-tip",
                    String.join("\n", point.tip()));
        }
    }

    private void axes(Svg svg) {
        RoundScale scale = scale();
        for (int part = 0; part <= scale.steps(); part++) {
            double value = scale.step() * part;
            svg.element(
                    "line",
                    "class",
                    part == 0 ? "axis" : "grid",
                    "x1",
                    LEFT,
                    "x2",
                    RIGHT,
                    "y1",
                    y(value),
                    "y2",
                    y(value));
            svg.text("text", Svg.number(value), "x", LEFT - 6, "y", y(value) + 4, "text-anchor", "end");
        }
        int step = (points.size() + MOST_LABELS - 1) / MOST_LABELS;
        for (int i = 0; i < points.size(); i += step) {
            Point point = points.get(i);
            svg.text(
                    "text",
                    point.label(),
                    "data-time",
                    point.time(),
                    "x",
                    x(point),
                    "y",
                    BOTTOM + 18,
                    "text-anchor",
                    "middle");
        }
    }

    private RoundScale scale() {
        return RoundScale.holding(
                points.stream().map(Point::value).toList(),
                points.stream().map(Point::upper).toList());
    }

    private double x(Point point) {
        int positions = points.get(points.size() - 1).position();
        double inset = 24;
        return positions == 0
                ? (LEFT + RIGHT) / 2
                : LEFT + inset + (RIGHT - LEFT - 2 * inset) * point.position() / positions;
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * Math.min(1, value / scale().end());
    }
}
