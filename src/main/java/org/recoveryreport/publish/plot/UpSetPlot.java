package org.recoveryreport.publish.plot;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Draws groups formed by what their members have in common: per group a row of dots for what it has, a bar for its size, and
 * its value with an interval. An interval without an end goes on to the edge. After Lex and others 2014, IEEE TVCG 20:1983,
 * doi:10.1109/TVCG.2014.2346248, with the outcome beside the matrix.
 *
 * @param id unique on the page
 * @param title what the picture shows, for those who cannot see it
 * @param description its gist in a sentence, likewise
 * @param elements the columns of the matrix
 * @param sizes what the bars count
 * @param values what the values are
 * @param rows from above
 */
public record UpSetPlot(
        String id,
        String title,
        String description,
        List<String> elements,
        String sizes,
        String values,
        List<Row> rows) {
    private static final double COLUMN = 20;
    private static final double ROW = 22;
    private static final double HEAD = 104;
    private static final double NONE = 44;
    private static final double BAR = 150;
    private static final double GAP = 56;
    private static final double SCALE = 420;

    public UpSetPlot {
        elements = List.copyOf(elements);
        rows = List.copyOf(rows);
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw");
        }
    }

    /**
     * A group.
     *
     * @param colour style classes that carry its look
     * @param has the columns it has, ascending
     * @param empty what to write where it has none
     * @param size how many
     * @param value null = none
     * @param lower lower end of its interval; null = none
     * @param upper upper end of its interval; null with a lower one = it has no end
     * @param tip what to say of it at the pointer, a line each
     */
    public record Row(
            String colour,
            List<Integer> has,
            String empty,
            long size,
            @Nullable Double value,
            @Nullable Double lower,
            @Nullable Double upper,
            List<String> tip) {}

    /** The picture as an SVG element. */
    public String svg() {
        double bars = Math.max(NONE + 60, elements.size() * COLUMN) + 24;
        double scale = bars + BAR + GAP;
        double bottom = HEAD + ROW * rows.size();
        double width = scale + SCALE + 16;
        Svg svg = Svg.picture(width, bottom + 26, id, title, description);
        for (int i = 0; i < elements.size(); i++) {
            String at = Svg.number(x(i)) + " " + Svg.number(HEAD - 10);
            svg.text("text", elements.get(i), "transform", "translate(" + at + ") rotate(-45)");
        }
        svg.text("text", sizes, "x", bars, "y", HEAD - 10);
        svg.text("text", values, "x", scale, "y", HEAD - 10);
        RoundScale days = days();
        axis(svg, days, scale, bottom);
        long largest = rows.stream().mapToLong(Row::size).max().orElse(1);
        for (int i = 0; i < rows.size(); i++) {
            row(svg, rows.get(i), HEAD + ROW * i + ROW / 2, bars, scale, largest, days.end(), width);
        }
        return svg.close("svg").toString();
    }

    private static void axis(Svg svg, RoundScale days, double scale, double bottom) {
        for (int part = 0; part <= days.steps(); part++) {
            double x = scale + SCALE * part / days.steps();
            svg.element("line", "class", part == 0 ? "axis" : "grid", "x1", x, "x2", x, "y1", HEAD, "y2", bottom + 4);
            svg.text("text", Svg.number(days.step() * part), "x", x, "y", bottom + 18, "text-anchor", "middle");
        }
    }

    private void row(Svg svg, Row row, double y, double bars, double scale, long largest, double end, double width) {
        svg.open("g", "class", "row", "data-tip", String.join("\n", row.tip()));
        svg.element("rect", "class", "hit", "x", 0.0, "y", y - ROW / 2, "width", width, "height", ROW);
        for (int i = 0; i < elements.size(); i++) {
            svg.element("circle", "class", "off", "cx", x(i), "cy", y, "r", 3.0);
        }
        if (row.has().isEmpty()) {
            svg.text("text", row.empty(), "class", "label halo", "x", 2.0, "y", y + 4);
        } else {
            double first = x(row.has().get(0));
            double last = x(row.has().get(row.has().size() - 1));
            svg.element("line", "class", "join", "x1", first, "x2", last, "y1", y, "y2", y);
            for (int column : row.has()) {
                svg.element("circle", "class", "on", "cx", x(column), "cy", y, "r", 5.5);
            }
        }
        double length = BAR * row.size() / largest;
        svg.element(
                "rect",
                "class",
                "mark " + row.colour(),
                "x",
                bars,
                "y",
                y - 6,
                "width",
                Math.max(1, length),
                "height",
                12.0);
        svg.text("text", String.format(Locale.ROOT, "%,d", row.size()), "x", bars + length + 6, "y", y + 4);
        interval(svg, row, y, scale, end);
        svg.close("g");
    }

    private static void interval(Svg svg, Row row, double y, double scale, double end) {
        Double lower = row.lower();
        if (lower != null) {
            double upper = Objects.requireNonNullElse(row.upper(), end);
            double to = scale + SCALE * Math.min(1, upper / end);
            svg.element(
                    "line",
                    "class",
                    "interval",
                    "x1",
                    scale + SCALE * Math.min(1, lower / end),
                    "x2",
                    to,
                    "y1",
                    y,
                    "y2",
                    y);
            if (row.upper() == null || upper > end) {
                svg.arrowhead(to, y, -1);
            }
        }
        Double value = row.value();
        if (value != null && value <= end) {
            svg.element(
                    "circle",
                    "class",
                    "estimate " + row.colour(),
                    "cx",
                    scale + SCALE * value / end,
                    "cy",
                    y,
                    "r",
                    4.5);
        }
    }

    private RoundScale days() {
        return RoundScale.holding(
                rows.stream().map(Row::value).toList(),
                rows.stream().map(Row::upper).toList());
    }

    private static double x(int column) {
        return 8 + COLUMN * column;
    }
}
