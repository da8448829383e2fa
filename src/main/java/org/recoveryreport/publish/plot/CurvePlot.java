package org.recoveryreport.publish.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.publish.plot.Curve.Step;

/**
 * Draws one Kaplan-Meier curve with its band over a pale reference curve, and below the axis a table of those at risk,
 * recovered and censored so far: the figure that readers of trials found easiest to read right (Morris et al. 2019, BMJ
 * Open 9:e030215, doi:10.1136/bmjopen-2019-030215).
 *
 * @param id unique on the page
 * @param title what the picture shows, for those who cannot see it
 * @param description its gist in a sentence, likewise
 * @param curve the curve
 * @param reference what to compare with; null = nothing
 * @param ticks days on the axis, ascending from 0; the last is its end
 * @param counts rows of the table below the axis
 */
public record CurvePlot(
        String id,
        String title,
        String description,
        Curve curve,
        @Nullable Curve reference,
        List<Integer> ticks,
        List<Counts> counts) {
    private static final double LEFT = 74;
    private static final double RIGHT = 352;
    private static final double TOP = 10;
    private static final double BOTTOM = 178;
    private static final int WIDTH = 368;
    private static final int FIRST_ROW = 232;
    private static final int ROW = 17;

    public CurvePlot {
        ticks = List.copyOf(ticks);
        counts = List.copyOf(counts);
    }

    /**
     * A row of the table below the axis.
     *
     * @param label what is counted
     * @param atTicks one text per tick
     */
    public record Counts(String label, List<String> atTicks) {}

    /** The picture as an SVG element. */
    public String svg() {
        int height = FIRST_ROW + ROW * counts.size() - 6;
        Svg svg = Svg.picture(WIDTH, height, id, title, description);
        axes(svg);
        if (reference != null) {
            svg.element("path", "class", "line reference " + reference.colour(), "d", line(reference));
        }
        for (String band : bands()) {
            svg.element("path", "class", "band " + curve.colour(), "d", band);
        }
        svg.element("path", "class", "line " + curve.colour(), "d", line(curve));
        countRows(svg);
        return svg.close("svg").toString();
    }

    private void axes(Svg svg) {
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            svg.element("line", "class", percent == 0 ? "axis" : "grid", "x1", LEFT, "x2", RIGHT, "y1", y, "y2", y);
            svg.text("text", percent + "%", "x", LEFT - 6, "y", y + 4, "text-anchor", "end");
        }
        for (int tick : ticks) {
            svg.element("line", "class", "axis", "x1", x(tick), "x2", x(tick), "y1", BOTTOM, "y2", BOTTOM + 4);
            svg.text("text", String.valueOf(tick), "x", x(tick), "y", BOTTOM + 17, "text-anchor", "middle");
        }
        svg.text("text", "days from the landmark", "x", (LEFT + RIGHT) / 2, "y", BOTTOM + 33, "text-anchor", "middle");
    }

    private void countRows(Svg svg) {
        for (int row = 0; row < counts.size(); row++) {
            double y = FIRST_ROW + (double) ROW * row;
            svg.text("text", counts.get(row).label(), "x", 0.0, "y", y);
            for (int i = 0; i < ticks.size(); i++) {
                svg.text(
                        "text",
                        counts.get(row).atTicks().get(i),
                        "x",
                        x(ticks.get(i)),
                        "y",
                        y,
                        "text-anchor",
                        "middle");
            }
        }
    }

    private String line(Curve drawn) {
        StringBuilder path = new StringBuilder("M" + point(0, 1));
        for (Step step : drawn.steps()) {
            path.append('H').append(Svg.number(x(step.day())));
            if (step.day() > end()) {
                break;
            }
            path.append('V').append(Svg.number(y(step.value())));
        }
        return path.toString();
    }

    /** The band from step to step; where a step has none, it is interrupted. */
    private List<String> bands() {
        List<String> paths = new ArrayList<>();
        List<Step> steps = curve.steps();
        for (int i = 0; i + 1 < steps.size(); i++) {
            Double lower = steps.get(i).lower();
            Double upper = steps.get(i).upper();
            if (lower != null && upper != null && steps.get(i).day() < end()) {
                double from = steps.get(i).day();
                paths.add("M" + point(from, upper) + "H"
                        + Svg.number(x(steps.get(i + 1).day())) + "V" + Svg.number(y(lower)) + "H" + Svg.number(x(from))
                        + "Z");
            }
        }
        return paths.isEmpty() ? paths : List.of(String.join("", paths));
    }

    private String point(double day, double value) {
        return Svg.number(x(day)) + " " + Svg.number(y(value));
    }

    private double end() {
        return ticks.get(ticks.size() - 1);
    }

    private double x(double day) {
        return LEFT + (RIGHT - LEFT) * Math.min(day, end()) / end();
    }

    private static double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value;
    }
}
