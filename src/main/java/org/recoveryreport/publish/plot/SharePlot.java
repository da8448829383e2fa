package org.recoveryreport.publish.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws shares with their intervals on one scale from nothing to all, a row each. Rows that belong together stand below
 * the sentence that they are about; so the picture is narrow enough for a phone.
 *
 * @param id unique on the page
 * @param title what the picture shows, for those who cannot see it
 * @param description its figures in sentences, likewise
 * @param values what the shares are of
 * @param groups from above
 */
public record SharePlot(String id, String title, String description, String values, List<Group> groups) {
    private static final double WIDTH = 420;
    private static final double HEAD = 30;
    private static final double LINE = 15;
    private static final double ROW = 20;
    private static final double GAP = 12;
    private static final double INSET = 14;
    private static final double NAMES = 96;
    private static final double FIGURES = 106;
    /** About as many letters of the picture's size fit into a line. */
    private static final int LETTERS = 70;

    public SharePlot {
        groups = List.copyOf(groups);
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw");
        }
    }

    /**
     * Rows that belong together.
     *
     * @param sentence what they are about
     * @param rows at least one
     */
    public record Group(String sentence, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }

        double height() {
            return LINE * lines(sentence, LETTERS).size() + ROW * rows.size() + GAP;
        }
    }

    /**
     * A share.
     *
     * @param name whose; empty where the group has no other
     * @param figures what stands behind it
     * @param share in [0, 1]; null = there is none
     * @param lower lower end of its interval; null = none
     * @param upper upper end of its interval; null = none
     * @param tip what to say of it at the pointer, a line each
     */
    public record Row(
            String name,
            String figures,
            @Nullable Double share,
            @Nullable Double lower,
            @Nullable Double upper,
            List<String> tip) {}

    /** The picture as an SVG element. */
    public String svg() {
        boolean named = groups.stream().flatMap(group -> group.rows().stream()).anyMatch(row -> !row.name()
                .isEmpty());
        double left = named ? NAMES : INSET;
        double bottom = HEAD + groups.stream().mapToDouble(Group::height).sum();
        Svg svg = Svg.picture(WIDTH, bottom + 22, id, title, description).text("text", values, "x", 0.0, "y", 12.0);
        for (int part = 0; part <= 4; part++) {
            double x = x(part / 4.0, left);
            svg.element("line", "class", part == 0 ? "axis" : "grid", "x1", x, "x2", x, "y1", HEAD, "y2", bottom);
            svg.text("text", 25 * part + "%", "x", x, "y", bottom + 15, "text-anchor", "middle");
        }
        double top = HEAD;
        for (Group group : groups) {
            double y = top;
            for (String line : lines(group.sentence(), LETTERS)) {
                svg.text("text", line, "class", "label halo", "x", 0.0, "y", y + 12);
                y += LINE;
            }
            for (Row row : group.rows()) {
                row(svg, row, y, left);
                y += ROW;
            }
            top += group.height();
        }
        return svg.close("svg").toString();
    }

    private static void row(Svg svg, Row row, double top, double left) {
        double y = top + ROW / 2;
        svg.open("g", "class", "row", "data-tip", String.join("\n", row.tip()));
        svg.element("rect", "class", "hit", "x", 0.0, "y", top, "width", WIDTH, "height", ROW);
        if (!row.name().isEmpty()) {
            svg.text("text", row.name(), "x", left - 12, "y", y + 4, "text-anchor", "end");
        }
        Double lower = row.lower();
        Double upper = row.upper();
        if (lower != null && upper != null) {
            svg.element("line", "class", "interval", "x1", x(lower, left), "x2", x(upper, left), "y1", y, "y2", y);
        }
        Double share = row.share();
        if (share != null) {
            svg.element("circle", "class", "estimate c-all", "cx", x(share, left), "cy", y, "r", 4.5);
        }
        svg.text("text", row.figures(), "x", WIDTH - FIGURES + 16, "y", y + 4);
        svg.close("g");
    }

    private static double x(double share, double left) {
        return left + (WIDTH - FIGURES - left) * share;
    }

    /** Broken between words. */
    static List<String> lines(String sentence, int letters) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > letters) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
