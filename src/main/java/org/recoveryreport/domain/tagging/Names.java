package org.recoveryreport.domain.tagging;

import java.util.regex.Pattern;

/** How tags and families are named: combinations join them with {@code " + "}, so that they hold neither. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private Names() {}

    static void check(String kind, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a " + kind + " is named in lower-case letters, digits and hyphens, not '" + name + "'");
        }
        if (name.equals("none")) {
            throw new IllegalArgumentException("'none' stands for no treatment and cannot name a " + kind);
        }
    }
}
