package org.recoveryreport.staging;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} wrote. */
final class ByteSource {
    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    /** All of them, those read before too. */
    byte[] bytes() {
        return bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int position() {
        return at;
    }

    void position(int position) {
        at = position;
    }

    int four() {
        at += Integer.BYTES;
        return (int) ByteSink.FOUR.get(bytes, at - Integer.BYTES);
    }

    long fixed() {
        at += Long.BYTES;
        return (long) ByteSink.EIGHT.get(bytes, at - Long.BYTES);
    }

    long number() {
        byte first = bytes[at++];
        if (first >= 0) {
            return first;
        }
        long value = first & 0x7f;
        for (int shift = 7; ; shift += 7) {
            byte b = bytes[at++];
            value |= (b & 0x7fL) << shift;
            if (b >= 0) {
                return value;
            }
        }
    }

    int smallNumber() {
        return (int) number();
    }

    String text() {
        int length = smallNumber();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
