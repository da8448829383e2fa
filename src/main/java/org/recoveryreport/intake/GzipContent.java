package org.recoveryreport.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipException;

/**
 * The content of a gzip file: that of all its members, one after the other (RFC 1952). Zeros may follow the last one, as on
 * tapes; whatever else there is must be a whole member. Java's own stream takes a later member that is damaged for the end.
 */
final class GzipContent extends InputStream {
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKSUM = 1 << 1;
    private static final int EXTRA = 1 << 2;
    private static final int NAME = 1 << 3;
    private static final int COMMENT = 1 << 4;
    private static final int RESERVED = 0xe0;

    private final InputStream raw;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[1 << 16];
    private int next;
    private int limit;
    private boolean ended;

    GzipContent(InputStream raw) throws IOException {
        this.raw = raw;
        readHeader(rawByte());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        try {
            while (!ended && length > 0) {
                int inflated = inflater.inflate(to, from, length);
                if (inflated > 0) {
                    checksum.update(to, from, inflated);
                    return inflated;
                }
                if (inflater.finished()) {
                    next = limit - inflater.getRemaining();
                    readTrailer();
                    beginNextMember();
                } else {
                    if (!fill()) {
                        throw new EOFException("the file ends within a member");
                    }
                    inflater.setInput(buffer, 0, limit);
                }
            }
            return length == 0 ? 0 : -1;
        } catch (DataFormatException e) {
            throw new ZipException(e.getMessage());
        }
    }

    private void beginNextMember() throws IOException {
        int first = rawByteOrEnd();
        if (first > 0) {
            inflater.reset();
            checksum.reset();
            readHeader(first);
            return;
        }
        while (first == 0) {
            first = rawByteOrEnd();
        }
        if (first > 0) {
            throw new ZipException("something follows the zeros at the end");
        }
        ended = true;
    }

    private void readHeader(int first) throws IOException {
        if (first != 0x1f || rawByte() != 0x8b || rawByte() != DEFLATE) {
            throw new ZipException("no member begins here");
        }
        int flags = rawByte();
        if ((flags & RESERVED) != 0) {
            throw new ZipException("a member has flags that nothing is known of");
        }
        skip(6);
        if ((flags & EXTRA) != 0) {
            skip(rawByte() | rawByte() << 8);
        }
        for (int text : new int[] {NAME, COMMENT}) {
            if ((flags & text) != 0) {
                while (rawByte() != 0) {
                    // its letters
                }
            }
        }
        if ((flags & HEADER_CHECKSUM) != 0) {
            skip(2);
        }
        inflater.setInput(buffer, next, limit - next);
    }

    private void readTrailer() throws IOException {
        if (number() != checksum.getValue() || number() != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw new ZipException("a member is not what its checksum says");
        }
    }

    private long number() throws IOException {
        return rawByte() | rawByte() << 8 | rawByte() << 16 | (long) rawByte() << 24;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            rawByte();
        }
    }

    private int rawByte() throws IOException {
        int raw = rawByteOrEnd();
        if (raw < 0) {
            throw new EOFException("the file ends before its member");
        }
        return raw;
    }

    private int rawByteOrEnd() throws IOException {
        return next < limit || fill() ? buffer[next++] & 0xff : -1;
    }

    /** Reads on, when everything read before is used up. */
    private boolean fill() throws IOException {
        next = 0;
        limit = Math.max(0, raw.read(buffer));
        return limit > 0;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        raw.close();
    }
}
