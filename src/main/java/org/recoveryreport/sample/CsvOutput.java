package org.recoveryreport.sample;

import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes rows as RFC 4180 has it, in UTF-8, each ended by a line feed. Of its own, because a general CSV printer goes
 * through characters and an encoder, which a log of tens of millions of rows would feel, and cannot write a broken row.
 */
final class CsvOutput implements Flushable {
    private static final int FLUSH_SIZE = 1 << 16;

    private final OutputStream out;
    private byte[] buffer = new byte[2 * FLUSH_SIZE];
    private int size;

    CsvOutput(OutputStream out) {
        this.out = out;
    }

    void row(String... fields) throws IOException {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                put(',');
            }
            field(fields[i]);
        }
        endRow();
    }

    /** Writes a row as it stands, for those that are not CSV, or not UTF-8. */
    void brokenRow(String line, Charset charset) throws IOException {
        for (byte b : line.getBytes(charset)) {
            put(b);
        }
        endRow();
    }

    @Override
    public void flush() throws IOException {
        out.write(buffer, 0, size);
        size = 0;
        out.flush();
    }

    private void endRow() throws IOException {
        put('\n');
        if (size > FLUSH_SIZE) {
            out.write(buffer, 0, size);
            size = 0;
        }
    }

    private void field(String field) {
        makeRoomFor(field.length());
        byte[] bytes = buffer;
        int at = size;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c >= 0x80 || needsQuotes(c)) {
                unusualField(field);
                return;
            }
            bytes[at++] = (byte) c;
        }
        size = at;
    }

    private void unusualField(String field) {
        boolean quoted = false;
        for (int i = 0; i < field.length() && !quoted; i++) {
            quoted = needsQuotes(field.charAt(i));
        }
        if (quoted) {
            put('"');
        }
        for (byte b : field.getBytes(StandardCharsets.UTF_8)) {
            put(b);
            if (b == '"') {
                put(b);
            }
        }
        if (quoted) {
            put('"');
        }
    }

    private static boolean needsQuotes(char c) {
        return c == ',' || c == '"' || c == '\n' || c == '\r';
    }

    private void put(int b) {
        makeRoomFor(1);
        buffer[size++] = (byte) b;
    }

    private void makeRoomFor(int bytes) {
        if (size + bytes > buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * (size + bytes));
        }
    }
}
