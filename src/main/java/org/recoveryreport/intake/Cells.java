package org.recoveryreport.intake;

import org.jspecify.annotations.Nullable;

/** What counts as blank, and as the same, in a cell. */
final class Cells {
    private Cells() {}

    /** Without white space at both ends, no-break spaces and byte order marks included. */
    static String trim(String cell) {
        int from = 0;
        int to = cell.length();
        while (from < to && isBlank(cell.charAt(from))) {
            from++;
        }
        while (to > from && isBlank(cell.charAt(to - 1))) {
            to--;
        }
        return cell.substring(from, to);
    }

    /** The trimmed cell, or null where nothing remains. */
    static @Nullable String notBlank(String cell) {
        String trimmed = trim(cell);
        return trimmed.isEmpty() ? null : trimmed;
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || (c >= '\u00a0' && (isInvisible(c) || Character.isWhitespace(c)));
    }

    /** No-break space, zero-width space, byte order mark: Java does not count them as white space. */
    private static boolean isInvisible(char c) {
        return c == '\u00a0' || c == '\u200b' || c == '\ufeff';
    }
}
