package org.recoveryreport.publish.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws shares with their intervals on one scale from nothing to all, a row each. Rows that belong together stand below
 * each other beside the sentence that they are about.
 *
 * @param id unique on the page
 * @param title what the picture shows, for who cannot see it
 * @param description its figures in sentences, likewise
 * @param values what the shares are of
 * @param groups from above
 */
public record SharePlot(String id, String title, String description, String values, List<Group> groups) {
    private static final double HEAD = 40;
    private static final double ROW = 24;
    private static final double LINE = 14;
    private static final double SENTENCES = 290;
    private static final double NAMES = 84;
    private static final double SCALE = 300;
    private static final double FIGURES = 110;
    /** About as many letters of the picture's size fit beside the scale. */
    private static final int LETTERS = 46;

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
            return Math.max(ROW * rows.size(), LINE * lines(sentence, LETTERS).size() + ROW - LINE);
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
        double left = SENTENCES + (named ? NAMES : 0);
        double bottom = HEAD + groups.stream().mapToDouble(Group::height).sum();
        Svg svg = new Svg()
                .open(
                        "svg",
                        "viewBox",
                        "0 0 " + Svg.number(left + SCALE + FIGURES) + " " + Svg.number(bottom + 26),
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-title " + id + "-desc")
                .text("title", title, "id", id + "-title")
                .text("desc", description, "id", id + "-desc")
                .text("text", values, "x", left, "y", HEAD - 14);
        for (int part = 0; part <= 4; part++) {
            double x = left + SCALE * part / 4;
            svg.element("line", "class", part == 0 ? "axis" : "grid", "x1", x, "x2", x, "y1", HEAD, "y2", bottom + 4);
            svg.text("text", 25 * part + "%", "x", x, "y", bottom + 18, "text-anchor", "middle");
        }
        double top = HEAD;
        for (Group group : groups) {
            if (top > HEAD && named) {
                svg.element("line", "class", "grid", "x1", 0.0, "x2", left + SCALE + FIGURES, "y1", top, "y2", top);
            }
            for (int i = 0; i < group.rows().size(); i++) {
                // a row by itself is as high as its sentence
                double height = group.rows().size() == 1 ? group.height() : ROW;
                row(svg, group.rows().get(i), top + ROW * i, height, left);
            }
            sentence(svg, group, top);
            top += group.height();
        }
        return svg.close("svg").toString();
    }

    private static void sentence(Svg svg, Group group, double top) {
        List<String> lines = lines(group.sentence(), LETTERS);
        double first = group.rows().size() == 1
                ? top + group.height() / 2 + 4 - LINE * (lines.size() - 1) / 2
                : top + ROW / 2 + 4;
        for (int i = 0; i < lines.size(); i++) {
            svg.text("text", lines.get(i), "class", "label", "x", 0.0, "y", first + LINE * i);
        }
    }

    private static void row(Svg svg, Row row, double top, double height, double left) {
        double y = top + height / 2;
        svg.open("g", "class", "row", "data-tip", String.join("\n", row.tip()));
        svg.element("rect", "class", "hit", "x", 0.0, "y", top, "width", left + SCALE + FIGURES, "height", height);
        svg.text("text", row.name(), "x", left - 12, "y", y + 4, "text-anchor", "end");
        Double lower = row.lower();
        Double upper = row.upper();
        if (lower != null && upper != null) {
            svg.element(
                    "line",
                    "class",
                    "interval",
                    "x1",
                    left + SCALE * lower,
                    "x2",
                    left + SCALE * upper,
                    "y1",
                    y,
                    "y2",
                    y);
        }
        Double share = row.share();
        if (share != null) {
            svg.element("circle", "class", "estimate c-all", "cx", left + SCALE * share, "cy", y, "r", 4.5);
        }
        svg.text("text", row.figures(), "x", left + SCALE + 16, "y", y + 4);
        svg.close("g");
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
