package org.recoveryreport.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the bytes of a log into CSV records and tells the damaged ones (RFC 4180 quoting, UTF-8, control characters,
 * length) from the good ones, knowing where each stands. A line ends with {@code \n}, {@code \r\n} or {@code \r}; blank
 * lines are no records.
 *
 * <p>A quoted field may span lines. Where quoting goes wrong, only the first line is damaged, and reading goes on with the
 * next one: a quote that nobody closes does not swallow the rows after it. For the same reason a field is not taken to
 * span a line that would do as a row by itself.
 *
 * <p>Memory is bounded whatever the length of a line. Time is linear: a line from which a field runs on has an odd number
 * of quotes, lines it runs across have an even number, so no line is looked at from more than two others.
 */
final class RecordFramer implements Closeable {
    /** Most bytes of a record, without its line end. */
    static final int LONGEST_RECORD = 1 << 20;

    /** Eight bytes at a time: nine in ten bytes of a log need no closer look. */
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int CAPACITY = LONGEST_RECORD + (1 << 16);

    private final InputStream in;
    private final @Nullable LogColumns columns;
    private final long end;
    private byte[] buffer = new byte[1 << 16];
    private int limit;
    private boolean exhausted;
    /** Offset of the first byte in the buffer. */
    private long base;

    private int next;
    private long nextLine;

    private int start;
    private int stop;
    private long offset;
    private long line;
    private boolean ascii;
    private boolean quoted;
    private @Nullable RejectionReason damage;
    private @Nullable String damagedId;
    /** Whether somebody holds fields of the buffer, which may not change any more then. */
    private boolean lent;

    /**
     * Starts at the first byte of a line.
     *
     * @param in stands at {@code offset}; closed with this
     * @param offset offset of the first byte
     * @param line its line number
     * @param end records that start here or later are not given
     * @param columns of the log; null = not known yet
     */
    RecordFramer(InputStream in, long offset, long line, long end, @Nullable LogColumns columns) {
        this.in = in;
        this.base = offset;
        this.nextLine = line;
        this.end = end;
        this.columns = columns;
    }

    /** Goes to the next record; false = there is none. */
    boolean next() throws IOException {
        do {
            start = next;
            if (base + start >= end || (start == limit && !more())) {
                next = start;
                return false;
            }
            offset = base + start;
            line = nextLine;
            ascii = true;
            quoted = false;
            damage = null;
            damagedId = null;
            frame();
        } while (stop == start && damage == null);
        return true;
    }

    /** Offset of the first byte of the record. */
    long offset() {
        return offset;
    }

    /** Line number of the first byte of the record. */
    long line() {
        return line;
    }

    /** Why the record cannot be read; null = it can. */
    @Nullable
    RejectionReason damage() {
        return damage;
    }

    /** Of a damaged record: the episode it belongs to, where that stands before the damage. */
    @Nullable
    String damagedId() {
        return damagedId;
    }

    /** Offset of the first byte after the record. */
    long nextOffset() {
        return base + next;
    }

    /** Line number of the first byte after the record. */
    long nextLine() {
        return nextLine;
    }

    /** The fields of a good record. */
    RowFields fields(int width) {
        lent = true;
        return RowFields.of(buffer, start, stop, quoted, width);
    }

    /** The text of a good record, without its line end. */
    String text() {
        return Utf8.text(buffer, start, stop);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void frame() throws IOException {
        int i = endOfPlainText();
        if (i == limit && !exhausted) {
            skipLongLine(i);
        } else if (i == limit || isLineEnd(buffer[i])) {
            finish(i, 1, null);
        } else {
            frameQuoted(i);
        }
    }

    /** Whether among eight bytes there is a quote, a character below space, or one that is not ASCII. */
    private static boolean needsCloserLook(long eight) {
        long noQuote = eight ^ 0x2222222222222222L;
        long quote = (noQuote - 0x0101010101010101L) & ~noQuote;
        long control = (eight - 0x2020202020202020L) & ~eight;
        return ((quote | control | eight) & 0x8080808080808080L) != 0;
    }

    /** The first line end, quote or control character of the record, or the limit of what can be held of it. */
    private int endOfPlainText() throws IOException {
        int i = start;
        while (true) {
            byte[] bytes = buffer;
            int to = limit;
            int all = 0;
            while (i + Long.BYTES <= to && !needsCloserLook((long) EIGHT.get(bytes, i))) {
                i += Long.BYTES;
            }
            for (; i < to; i++) {
                byte b = bytes[i];
                if (b <= '"' && b >= 0 && b != ' ' && b != '\t' && b != '!') {
                    break;
                }
                all |= b;
            }
            ascii &= all >= 0;
            if (i < to) {
                return i;
            }
            int done = i - start;
            boolean found = more();
            i = start + done;
            if (!found) {
                return i;
            }
        }
    }

    /** Frames a record from its first quote or control character on. */
    private void frameQuoted(int at) throws IOException {
        Quoting state = at == start || buffer[at - 1] == ',' ? Quoting.FIELD_START : Quoting.PLAIN;
        quoted = true;
        int firstLine = -1;
        int lineStart = 0;
        int lines = 1;
        int control = -1;
        int i = at;
        while (true) {
            if (i == limit) {
                int done = i - start;
                boolean found = more();
                i = start + done;
                if (!found) {
                    break;
                }
            }
            byte b = buffer[i];
            if (isLineEnd(b)) {
                if (state != Quoting.INSIDE) {
                    break;
                }
                if (b == '\r' || buffer[i - 1] != '\r') {
                    lines++;
                    firstLine = firstLine < 0 ? i - start : firstLine;
                    if (lineStart > 0 && looksLikeRow(start + lineStart, i)) {
                        break;
                    }
                }
                lineStart = i + 1 - start;
            } else {
                ascii &= b >= 0;
                state = state.after(b);
                if (b >= 0 && b < ' ' && b != '\t' && control < 0) {
                    control = i - start;
                }
            }
            if (state == Quoting.WRONG || i - start > LONGEST_RECORD) {
                break;
            }
            i++;
        }
        boolean whole = i == limit ? exhausted : isLineEnd(buffer[i]);
        boolean wellQuoted = state != Quoting.INSIDE && state != Quoting.WRONG && i - start <= LONGEST_RECORD;
        if (whole && wellQuoted && (lineStart == 0 || !looksLikeRow(start + lineStart, i))) {
            finish(i, lines, control < 0 ? null : new Fault(RejectionReason.CONTROL_CHARACTER, start + control));
        } else {
            damagedLine(firstLine < 0 ? i : start + firstLine);
        }
    }

    /** Only the line in which the record starts counts, and that is damaged. */
    private void damagedLine(int from) throws IOException {
        int i = from;
        while (i == limit || !isLineEnd(buffer[i])) {
            if (i < limit) {
                i++;
            } else {
                int done = i - start;
                boolean found = more();
                i = start + done;
                if (!found) {
                    break;
                }
            }
        }
        if (i == limit && !exhausted) {
            skipLongLine(i);
        } else {
            finish(i, 1, faultOfLine(i));
        }
    }

    private void finish(int lineEnd, int lines, @Nullable Fault fault) throws IOException {
        int length = lineEnd - start;
        if (length > LONGEST_RECORD) {
            skipLongLine(lineEnd);
            return;
        }
        Fault first = fault;
        int errorAt = ascii ? -1 : Utf8.errorAt(buffer, start, lineEnd);
        if (errorAt >= 0 && (fault == null || errorAt < fault.at)) {
            first = new Fault(RejectionReason.INVALID_UTF8, errorAt);
        }
        if (first != null) {
            damaged(first);
        }
        int lineEndLength = lineEndLength(lineEnd);
        stop = start + length;
        next = stop + lineEndLength;
        nextLine = line + lines;
    }

    private void skipLongLine(int from) throws IOException {
        int held = Math.min(from, start + LONGEST_RECORD);
        damaged(new Fault(RejectionReason.LINE_TOO_LONG, faultOfLine(held).at));
        start = from;
        while (start == limit || !isLineEnd(buffer[start])) {
            if (start < limit) {
                start++;
            } else if (!more()) {
                break;
            }
        }
        int lineEndLength = lineEndLength(start);
        stop = start;
        next = stop + lineEndLength;
        nextLine = line + 1;
    }

    /** 0 at the end of the log, 2 for {@code \r\n}, else 1. */
    private int lineEndLength(int lineEnd) throws IOException {
        if (lineEnd == limit) {
            return 0;
        }
        if (buffer[lineEnd] == '\n') {
            return 1;
        }
        int done = lineEnd - start;
        boolean followed = lineEnd + 1 < limit || more();
        return followed && buffer[start + done + 1] == '\n' ? 2 : 1;
    }

    private record Fault(RejectionReason reason, int at) {}

    /** What is wrong in a line taken by itself, and where; at its end, if nothing is. */
    private Fault faultOfLine(int to) {
        Quoting state = Quoting.FIELD_START;
        int opened = start;
        for (int i = start; i < to; i++) {
            byte b = buffer[i];
            if (b >= 0 && b < ' ' && b != '\t') {
                return new Fault(RejectionReason.CONTROL_CHARACTER, i);
            }
            Quoting after = state.after(b);
            if (after == Quoting.WRONG) {
                return state == Quoting.QUOTE
                        ? new Fault(RejectionReason.TEXT_AFTER_QUOTE, opened)
                        : new Fault(RejectionReason.STRAY_QUOTE, i);
            }
            if (state == Quoting.FIELD_START && after == Quoting.INSIDE) {
                opened = i;
            }
            state = after;
        }
        return new Fault(RejectionReason.UNCLOSED_QUOTE, state == Quoting.INSIDE ? opened : to);
    }

    private void damaged(Fault fault) {
        damage = fault.reason;
        damagedId = columns == null ? null : fieldBefore(columns.position(LogColumn.EPISODE_ID), fault.at);
    }

    /** The field at a position of the record if it is complete before an index, blank is null. */
    private @Nullable String fieldBefore(int position, int before) {
        Quoting state = Quoting.FIELD_START;
        int field = 0;
        int from = start;
        for (int i = start; i < before; i++) {
            state = state.after(buffer[i]);
            if (buffer[i] == ',' && state == Quoting.FIELD_START) {
                if (field == position) {
                    return text(from, i);
                }
                field++;
                from = i + 1;
            }
        }
        return null;
    }

    private @Nullable String text(int from, int to) {
        if (Utf8.errorAt(buffer, from, to) >= 0) {
            return null;
        }
        String text = Utf8.text(buffer, from, to);
        if (text.startsWith("\"")) {
            text = text.substring(1, text.length() - 1).replace("\"\"", "\"");
        }
        return Cells.notBlank(text);
    }

    /** Whether a line has as many commas as a row, and a day where onset stands. */
    private boolean looksLikeRow(int from, int to) {
        if (columns == null) {
            return false;
        }
        int onset = columns.position(LogColumn.ONSET);
        int field = 0;
        int fieldStart = from;
        boolean dayAtOnset = false;
        for (int i = from; i <= to; i++) {
            if (i == to || buffer[i] == ',') {
                if (field == onset) {
                    dayAtOnset = Day.isDay(buffer, fieldStart, i);
                }
                field++;
                fieldStart = i + 1;
            }
        }
        return dayAtOnset && field == columns.width();
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }

    /** Reads on, keeping what there is of the record; false = the log is exhausted, or as much is held as may be. */
    private boolean more() throws IOException {
        if (exhausted) {
            return false;
        }
        if (limit == buffer.length) {
            if (start > 0) {
                byte[] target = lent ? new byte[buffer.length] : buffer;
                System.arraycopy(buffer, start, target, 0, limit - start);
                buffer = target;
                lent = false;
                base += start;
                limit -= start;
                start = 0;
            } else if (buffer.length < CAPACITY) {
                buffer = Arrays.copyOf(buffer, Math.min(2 * buffer.length, CAPACITY));
            } else {
                return false;
            }
        }
        int read = in.read(buffer, limit, buffer.length - limit);
        exhausted = read < 0;
        limit += Math.max(0, read);
        return read > 0;
    }
}
