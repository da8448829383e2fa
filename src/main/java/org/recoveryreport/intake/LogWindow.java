package org.recoveryreport.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a log from some place on, of which no more are held than are looked at together: indexes count from that place,
 * which moves forward only.
 */
final class LogWindow implements Closeable {
    private final InputStream in;
    private final int capacity;
    private byte[] bytes = new byte[1 << 16];
    private int start;
    private int limit;
    /** Offset of the first byte of the array. */
    private long base;

    private boolean exhausted;
    /** Whether somebody else looks at the array, which may not change any more then. */
    private boolean lent;

    /**
     * Begins at a place.
     *
     * @param in stands there; closed with this
     * @param offset of that place
     * @param capacity most bytes held
     */
    LogWindow(InputStream in, long offset, int capacity) {
        this.in = in;
        this.base = offset;
        this.capacity = capacity;
    }

    /** Offset in the log of the first byte. */
    long offset() {
        return base + start;
    }

    /** How many bytes are held. */
    int size() {
        return limit - start;
    }

    /** A byte that is held. */
    byte at(int i) {
        return bytes[start + i];
    }

    /**
     * Whether a byte is held, after reading on if it is the next one.
     *
     * @return false where the log ends before it, or as much is held as may be
     */
    boolean has(int i) throws IOException {
        return i < size() || more();
    }

    /** Whether the log is known to end with what is held. */
    boolean isExhausted() {
        return exhausted;
    }

    /** Goes forward over some bytes that are held. */
    void skip(int count) {
        start += count;
    }

    /** What holds the bytes, from {@link #start} on; until more are read. */
    byte[] bytes() {
        return bytes;
    }

    /** Where the first byte stands in {@link #bytes}. */
    int start() {
        return start;
    }

    /** What holds the bytes, and does not change any more. */
    byte[] lend() {
        lent = true;
        return bytes;
    }

    /** Reads on; false = the log is exhausted, or as much is held as may be. */
    boolean more() throws IOException {
        if (exhausted) {
            return false;
        }
        if (limit == bytes.length) {
            if (start > 0) {
                byte[] target = lent ? new byte[bytes.length] : bytes;
                System.arraycopy(bytes, start, target, 0, size());
                bytes = target;
                lent = false;
                base += start;
                limit -= start;
                start = 0;
            } else if (bytes.length < capacity) {
                bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, capacity));
            } else {
                return false;
            }
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        exhausted = read < 0;
        limit += Math.max(0, read);
        return read > 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
