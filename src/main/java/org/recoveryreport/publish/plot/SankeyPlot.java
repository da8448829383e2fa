package org.recoveryreport.publish.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Draws what came first, what next, and how often: a node for each name in each column, as tall as its size, and bands between
 * nodes of neighbouring columns. What is in a node and leaves by no band ends there.
 *
 * @param id unique on the page
 * @param title what the picture shows, for those who cannot see it
 * @param description its gist in a sentence, likewise
 * @param columns what the columns are, from the left
 * @param flows the ways through them
 * @param look style classes of a name
 */
public record SankeyPlot(
        String id,
        String title,
        String description,
        List<String> columns,
        List<Flow> flows,
        UnaryOperator<String> look) {
    private static final double WIDTH = 860;
    private static final double TOP = 30;
    private static final double TALL = 400;
    private static final double GAP = 9;
    private static final double NODE = 12;
    private static final double LABELS = 190;

    public SankeyPlot {
        columns = List.copyOf(columns);
        flows = List.copyOf(flows);
        if (flows.isEmpty()) {
            throw new IllegalArgumentException("nothing to draw");
        }
    }

    /**
     * A way.
     *
     * @param steps names by column, at least one; none beyond the last column
     * @param size how many, above 0
     */
    public record Flow(List<String> steps, long size) {}

    private static final class Node {
        private final String name;
        private double top;
        private double in;
        private double out;
        private long size;
        private boolean goesOn;

        private Node(String name) {
            this.name = name;
        }
    }

    /** The picture as an SVG element. */
    public String svg() {
        List<Map<String, Node>> nodes = new ArrayList<>();
        for (int column = 0; column < columns.size(); column++) {
            nodes.add(nodes(column));
        }
        double scale = TALL / flows.stream().mapToLong(Flow::size).sum();
        double bottom = TOP;
        for (Map<String, Node> column : nodes) {
            bottom = Math.max(bottom, place(column, scale));
        }
        Svg svg = Svg.picture(WIDTH, bottom + 8, id, title, description);
        for (int column = 0; column < columns.size(); column++) {
            svg.text("text", columns.get(column), "x", x(column), "y", TOP - 14);
        }
        for (int column = 0; column + 1 < columns.size(); column++) {
            bands(svg, column, nodes.get(column), nodes.get(column + 1), scale);
        }
        for (int column = 0; column < columns.size(); column++) {
            for (Node node : nodes.get(column).values()) {
                node(svg, column, node, scale);
            }
        }
        return svg.close("svg").toString();
    }

    /** Those from which something goes on first, so that its bands are short; then the largest first; of equal ones by name. */
    private Map<String, Node> nodes(int column) {
        Map<String, Node> byName = new TreeMap<>();
        for (Flow flow : flows) {
            if (flow.steps().size() > column) {
                Node node = byName.computeIfAbsent(flow.steps().get(column), Node::new);
                node.size += flow.size();
                node.goesOn |= flow.steps().size() > column + 1;
            }
        }
        Map<String, Node> ordered = new LinkedHashMap<>();
        byName.values().stream()
                .sorted(Comparator.comparing((Node node) -> node.goesOn)
                        .thenComparingLong(node -> node.size)
                        .reversed())
                .forEach(node -> ordered.put(node.name, node));
        return ordered;
    }

    private static double place(Map<String, Node> column, double scale) {
        double top = TOP;
        for (Node node : column.values()) {
            node.top = top;
            top += Math.max(node.size * scale, GAP) + GAP;
        }
        return top;
    }

    private void bands(Svg svg, int column, Map<String, Node> from, Map<String, Node> to, double scale) {
        for (Node source : from.values()) {
            for (Node target : to.values()) {
                long size = flows.stream()
                        .filter(flow -> flow.steps().size() > column + 1
                                && flow.steps().get(column).equals(source.name)
                                && flow.steps().get(column + 1).equals(target.name))
                        .mapToLong(Flow::size)
                        .sum();
                if (size > 0) {
                    double tall = size * scale;
                    band(svg, column, source, target, tall, size);
                    source.out += tall;
                    target.in += tall;
                }
            }
        }
    }

    private void band(Svg svg, int column, Node source, Node target, double tall, long size) {
        double left = x(column) + NODE;
        double right = x(column + 1);
        double middle = (left + right) / 2;
        double from = source.top + source.out;
        double to = target.top + target.in;
        String path = "M" + point(left, from) + "C" + point(middle, from) + " " + point(middle, to) + " "
                + point(right, to) + "L" + point(right, to + tall) + "C" + point(middle, to + tall) + " "
                + point(middle, from + tall) + " " + point(left, from + tall) + "Z";
        svg.element(
                "path",
                "class",
                "flow " + look.apply(source.name),
                "d",
                path,
                "data-tip",
                source.name + ", then " + target.name + "\n" + count(size) + " episodes");
    }

    private void node(Svg svg, int column, Node node, double scale) {
        double tall = Math.max(1, node.size * scale);
        svg.element(
                "rect",
                "class",
                "mark " + look.apply(node.name),
                "x",
                x(column),
                "y",
                node.top,
                "width",
                NODE,
                "height",
                tall,
                "data-tip",
                node.name + "\n" + count(node.size) + " episodes");
        svg.text(
                "text",
                node.name + "  " + count(node.size),
                "class",
                "label halo",
                "x",
                x(column) + NODE + 5,
                "y",
                node.top + tall / 2 + 4);
    }

    private double x(int column) {
        return columns.size() == 1 ? 0 : (WIDTH - LABELS) * column / (columns.size() - 1);
    }

    private static String point(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
