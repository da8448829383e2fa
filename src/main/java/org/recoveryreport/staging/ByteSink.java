package org.recoveryreport.staging;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that grow. {@link ByteSource} reads them back. */
final class ByteSink {
    static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes = new byte[1 << 16];
    private int size;

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes, 0, size);
    }

    void octet(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    /** Eight bytes. */
    void fixed(long value) {
        reserve(Long.BYTES);
        EIGHT.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** Seven bits a byte, the lowest first: the fewer bytes, the smaller the number; a negative one takes ten. */
    void number(long value) {
        reserve(LONGEST_NUMBER);
        if ((value & ~0x7fL) == 0) {
            bytes[size++] = (byte) value;
            return;
        }
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /** A number that may as well be negative. */
    void signed(long value) {
        number((value << 1) ^ (value >> 63));
    }

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        reserve(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /** What another sink holds, and how much of it, so that it can be passed over. */
    void bytes(ByteSink other) {
        number(other.size);
        copy(other, 0, other.size);
    }

    /** Some of what another sink holds. */
    void copy(ByteSink other, int from, int to) {
        reserve(to - from);
        System.arraycopy(other.bytes, from, bytes, size, to - from);
        size += to - from;
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
