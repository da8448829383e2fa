package org.recoveryreport.publish.plot;

import org.recoveryreport.publish.PageNumber;

/** Collects SVG elements. Attribute values and texts are escaped; numbers are rounded to a tenth of a unit. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    /** Opens a picture that stands by itself; title and description are for those who cannot see it. */
    static Svg picture(double width, double height, String id, String title, String description) {
        return new Svg()
                .open(
                        "svg",
                        "viewBox",
                        "0 0 " + number(width) + " " + number(height),
                        "role",
                        "img",
                        "aria-labelledby",
                        id + "-title " + id + "-desc")
                .text("title", title, "id", id + "-title")
                .text("desc", description, "id", id + "-desc");
    }

    /** Opens a picture in a column of a table, 200 wide; its numbers stand beside it, so screen readers pass over it. */
    static Svg ofColumn(int height) {
        return new Svg().open("svg", "viewBox", "0 0 200 " + height, "class", "scale", "aria-hidden", "true");
    }

    /**
     * Opens the picture of an interval: a line 9 below the top, across the one that stands for no difference.
     *
     * @param lower where the line begins; with an arrowhead where the interval goes on to the left of it
     * @param upper where the line ends; with an arrowhead where the interval goes on to the right of it
     */
    static Svg ofInterval(double zero, double lower, double upper, boolean goesOnLeft, boolean goesOnRight) {
        Svg svg = ofColumn(18)
                .element("line", "class", "zero", "x1", zero, "x2", zero, "y1", 0.0, "y2", 18.0)
                .element("line", "class", "interval", "x1", lower, "x2", upper, "y1", 9.0, "y2", 9.0);
        if (goesOnLeft) {
            svg.arrowhead(lower, 9, 1);
        }
        if (goesOnRight) {
            svg.arrowhead(upper, 9, -1);
        }
        return svg;
    }

    /**
     * The end of an interval that goes on beyond the scale.
     *
     * @param inwards 1 where the interval lies to the right of the tip, -1 where to the left
     */
    void arrowhead(double tip, double y, int inwards) {
        String back = number(tip + inwards * 5.0);
        element(
                "path",
                "class",
                "interval open",
                "d",
                "M" + back + " " + number(y - 4) + "L" + number(tip) + " " + number(y) + "L" + back + " "
                        + number(y + 4));
    }

    /** An element without content; attributes as name, value, name, value. */
    Svg element(String name, Object... attributes) {
        start(name, attributes);
        text.append("/>");
        return this;
    }

    Svg open(String name, Object... attributes) {
        start(name, attributes);
        text.append('>');
        return this;
    }

    Svg close(String name) {
        text.append("</").append(name).append('>');
        return this;
    }

    /** An element with a text. */
    Svg text(String name, String content, Object... attributes) {
        open(name, attributes);
        text.append(escaped(content));
        return close(name);
    }

    private void start(String name, Object... attributes) {
        text.append('<').append(name);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escaped(valueText(attributes[i + 1])))
                    .append('"');
        }
    }

    private static String valueText(Object value) {
        return value instanceof Double number ? number(number) : String.valueOf(value);
    }

    /** A coordinate. */
    static String number(double number) {
        String rounded = PageNumber.fixed(number, 1);
        String whole = rounded.endsWith(".0") ? rounded.substring(0, rounded.length() - 2) : rounded;
        return whole.equals("-0") ? "0" : whole;
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
