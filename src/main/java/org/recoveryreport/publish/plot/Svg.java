package org.recoveryreport.publish.plot;

import org.recoveryreport.publish.PageNumber;

/** Collects SVG elements. Attribute values and texts are escaped; numbers are rounded to a tenth of a unit. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

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
