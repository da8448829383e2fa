package org.recoveryreport.intake;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The fields of a good record, trimmed, as bytes of it: of a log's cells few are ever needed as text. A quoted field is what
 * stands between its quotes, of which two in it are one (RFC 4180).
 */
final class RowFields {
    private final byte[] bytes;
    /** Of each field where it begins and where it ends. */
    private int[] bounds;

    private int size;

    private RowFields(byte[] bytes, int width) {
        this.bytes = bytes;
        this.bounds = new int[2 * width];
    }

    /**
     * Takes a record apart.
     *
     * @param bytes holds it, and may not change any more
     * @param start of its first byte
     * @param stop after its last byte
     * @param quoted whether there is a quote in it
     * @param width how many fields to expect
     */
    static RowFields of(byte[] bytes, int start, int stop, boolean quoted, int width) {
        if (quoted) {
            return unquoted(bytes, start, stop, width);
        }
        RowFields fields = new RowFields(bytes, width);
        int from = start;
        for (int i = start; i < stop; i++) {
            if (bytes[i] == ',') {
                fields.add(from, i);
                from = i + 1;
            }
        }
        fields.add(from, stop);
        return fields;
    }

    private static RowFields unquoted(byte[] record, int start, int stop, int width) {
        byte[] plain = new byte[stop - start];
        RowFields fields = new RowFields(plain, width);
        Quoting state = Quoting.FIELD_START;
        int from = 0;
        int to = 0;
        for (int i = start; i < stop; i++) {
            Quoting before = state;
            state = state.after(record[i]);
            if (state == Quoting.FIELD_START) {
                fields.add(from, to);
                from = to;
            } else if (state == Quoting.PLAIN || (state == Quoting.INSIDE && before != Quoting.FIELD_START)) {
                plain[to++] = record[i];
            }
        }
        fields.add(from, to);
        return fields;
    }

    private void add(int from, int to) {
        if (2 * size == bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(2, 2 * bounds.length));
        }
        int first = from;
        while (first < to && bytes[first] <= ' ' && bytes[first] >= 0) {
            first++;
        }
        int last = to;
        while (last > first && bytes[last - 1] <= ' ' && bytes[last - 1] >= 0) {
            last--;
        }
        if (first < last && (bytes[first] < 0 || bytes[last - 1] < 0)) {
            // what is blank beyond ASCII takes several bytes
            String text = Utf8.text(bytes, first, last);
            String trimmed = Cells.trim(text);
            first += length(text.substring(0, text.indexOf(trimmed)));
            last = first + length(trimmed);
        }
        bounds[2 * size] = first;
        bounds[2 * size + 1] = last;
        size++;
    }

    private static int length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** How many there are, at least one. */
    int size() {
        return size;
    }

    /** Whether a field says nothing. */
    boolean isBlank(int field) {
        return from(field) == to(field);
    }

    /** Whether no field says anything, as in the empty rows that spreadsheets leave behind. */
    boolean areAllBlank() {
        for (int field = 0; field < size; field++) {
            if (!isBlank(field)) {
                return false;
            }
        }
        return true;
    }

    /** What a field says. */
    String text(int field) {
        return Utf8.text(bytes, from(field), to(field));
    }

    /** Whether a field says the same as one of another row. */
    boolean isSame(int field, RowFields other) {
        return Arrays.equals(bytes, from(field), to(field), other.bytes, other.from(field), other.to(field));
    }

    /** Holds what fields say. */
    byte[] bytes() {
        return bytes;
    }

    /** Where a field begins. */
    int from(int field) {
        return bounds[2 * field];
    }

    /** Where a field ends. */
    int to(int field) {
        return bounds[2 * field + 1];
    }
}
