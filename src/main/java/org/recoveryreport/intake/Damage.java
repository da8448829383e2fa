package org.recoveryreport.intake;

import org.jspecify.annotations.Nullable;

/**
 * Why a record cannot be read.
 *
 * @param at index of the first byte that is wrong, from the start of the record
 */
record Damage(RejectionReason reason, int at) {
    /** What is wrong with the quotes and control characters of a line taken by itself; at its end, if nothing is. */
    static Damage ofLine(byte[] bytes, int start, int stop) {
        Quoting state = Quoting.FIELD_START;
        int opened = start;
        for (int i = start; i < stop; i++) {
            byte b = bytes[i];
            if (isControl(b)) {
                return new Damage(RejectionReason.CONTROL_CHARACTER, i - start);
            }
            Quoting after = state.after(b);
            if (after == Quoting.WRONG) {
                return state == Quoting.QUOTE
                        ? new Damage(RejectionReason.TEXT_AFTER_QUOTE, opened - start)
                        : new Damage(RejectionReason.STRAY_QUOTE, i - start);
            }
            if (state == Quoting.FIELD_START && after == Quoting.INSIDE) {
                opened = i;
            }
            state = after;
        }
        return new Damage(RejectionReason.UNCLOSED_QUOTE, (state == Quoting.INSIDE ? opened : stop) - start);
    }

    /** Whether a byte is a control character other than a tab; line ends are such, too. */
    static boolean isControl(byte b) {
        return b >= 0 && b < ' ' && b != '\t';
    }

    /**
     * A field of the record, if it stands before the damage.
     *
     * @param start where the record starts in {@code bytes}
     * @return null where it is not complete, or blank
     */
    @Nullable
    String fieldBefore(byte[] bytes, int start, int position) {
        Quoting state = Quoting.FIELD_START;
        int field = 0;
        int from = start;
        for (int i = start; i < start + at; i++) {
            state = state.after(bytes[i]);
            if (bytes[i] == ',' && state == Quoting.FIELD_START) {
                if (field == position) {
                    return text(bytes, from, i);
                }
                field++;
                from = i + 1;
            }
        }
        return null;
    }

    private static @Nullable String text(byte[] bytes, int from, int to) {
        if (Utf8.errorAt(bytes, from, to) >= 0) {
            return null;
        }
        String text = Utf8.text(bytes, from, to);
        if (text.startsWith("\"")) {
            text = text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        return Cells.notBlank(text);
    }
}
