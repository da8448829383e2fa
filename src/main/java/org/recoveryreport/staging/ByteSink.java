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
    static final VarHandle FOUR = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
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

    /** Makes room for bytes that are {@linkplain #four(int, int) set} one by one; until then they are anything. */
    void room(int more) {
        reserve(more);
        size += more;
    }

    /** Sets four bytes. */
    void four(int position, int value) {
        FOUR.set(bytes, position, value);
    }

    /** Four bytes. */
    void four(int value) {
        reserve(Integer.BYTES);
        FOUR.set(bytes, size, value);
        size += Integer.BYTES;
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

    void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        number(utf8.length);
        bytes(utf8);
    }

    /** Some bytes, whose end stands elsewhere. */
    void bytes(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /** Sets bytes to some of another sink. */
    void copy(int position, ByteSink other, int from, int length) {
        System.arraycopy(other.bytes, from, bytes, position, length);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
