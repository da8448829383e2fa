package org.recoveryreport.publish.plot;

import java.util.List;

/**
 * Draws what became of what was read: boxes below each other, each with what left on the way to the next beside it, and the
 * groups that remain in a row at the end.
 *
 * @param id unique on the page
 * @param title what the picture shows, for those who cannot see it
 * @param description the same in sentences
 * @param stages from above
 * @param groups what the last stage consists of; may be empty
 */
public record FlowPlot(String id, String title, String description, List<Stage> stages, List<Group> groups) {
    private static final double WIDTH = 860;
    private static final double BOX = 300;
    private static final double SIDE = 470;
    private static final double TALL = 44;
    private static final double STEP = 96;
    private static final int PER_LINE = 4;
    private static final double GROUP_TALL = 40;

    public FlowPlot {
        stages = List.copyOf(stages);
        groups = List.copyOf(groups);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw");
        }
    }

    /**
     * A box.
     *
     * @param name what it holds
     * @param count how many
     * @param left who left before it, a line each; empty in the first
     */
    public record Stage(String name, String count, List<String> left) {
        public Stage {
            left = List.copyOf(left);
        }
    }

    /**
     * A group at the end.
     *
     * @param look style classes that carry its look
     */
    public record Group(String name, String count, String look) {}

    /** The picture as an SVG element. */
    public String svg() {
        int lines = (groups.size() + PER_LINE - 1) / PER_LINE;
        double end = STEP * (stages.size() - 1) + TALL + 2;
        double height = end + (lines == 0 ? 6 : 34 + lines * (GROUP_TALL + 8));
        Svg svg = Svg.picture(WIDTH, height, id, title, description);
        for (int i = 0; i < stages.size(); i++) {
            stage(svg, stages.get(i), 2 + STEP * i, i > 0);
        }
        double width = (WIDTH - 8) / PER_LINE;
        for (int i = 0; i < groups.size(); i++) {
            int line = i / PER_LINE;
            group(svg, groups.get(i), 2 + width * (i % PER_LINE), end + 28 + (GROUP_TALL + 8) * line, width - 8);
        }
        if (lines > 0) {
            arrow(svg, end, end + 22);
        }
        return svg.close("svg").toString();
    }

    private static void stage(Svg svg, Stage stage, double y, boolean follows) {
        if (follows) {
            arrow(svg, y - STEP + TALL, y - 4);
            double middle = y - (STEP - TALL) / 2;
            if (!stage.left().isEmpty()) {
                svg.element("line", "class", "axis", "x1", BOX / 2, "x2", SIDE - 8, "y1", middle, "y2", middle);
            }
            double line = middle + 4 - 8.0 * (stage.left().size() - 1);
            for (String left : stage.left()) {
                svg.text("text", left, "x", SIDE, "y", line);
                line += 16;
            }
        }
        svg.element("rect", "class", "box", "x", 2.0, "y", y, "width", BOX, "height", TALL, "rx", 3.0);
        svg.text("text", stage.name(), "x", 14.0, "y", y + 18);
        svg.text("text", stage.count(), "class", "label", "x", 14.0, "y", y + 35);
    }

    private static void group(Svg svg, Group group, double x, double y, double width) {
        svg.element("rect", "class", "box", "x", x, "y", y, "width", width, "height", GROUP_TALL, "rx", 3.0);
        svg.element("rect", "class", "mark " + group.look(), "x", x + 8, "y", y + 8, "width", 9.0, "height", 9.0);
        svg.text("text", group.name(), "x", x + 24, "y", y + 16);
        svg.text("text", group.count(), "class", "label", "x", x + 24, "y", y + 32);
    }

    private static void arrow(Svg svg, double from, double to) {
        double x = BOX / 2;
        svg.element("line", "class", "axis", "x1", x, "x2", x, "y1", from, "y2", to);
        svg.element(
                "path",
                "class",
                "axis open",
                "d",
                "M" + Svg.number(x - 4) + " " + Svg.number(to - 5) + "L" + Svg.number(x) + " " + Svg.number(to) + "L"
                        + Svg.number(x + 4) + " " + Svg.number(to - 5));
    }
}
