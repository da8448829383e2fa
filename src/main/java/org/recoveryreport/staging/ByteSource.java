package org.recoveryreport.staging;

import java.nio.charset.StandardCharsets;

/** Reads what a {@link ByteSink} wrote. */
final class ByteSource {
    private final byte[] bytes;
    private int at;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
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

    int octet() {
        return bytes[at++];
    }

    long fixed() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            value |= (bytes[at++] & 0xffL) << shift;
        }
        return value;
    }

    long number() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
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

    long signed() {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    String text() {
        int length = smallNumber();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }
}
