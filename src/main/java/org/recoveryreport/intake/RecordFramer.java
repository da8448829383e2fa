package org.recoveryreport.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

    private final LogWindow window;
    private final @Nullable LogColumns columns;
    private final long end;

    // the record, which the window begins with; of one that is too long, the window begins with its line end
    private long offset;
    private long line;
    private int length;
    private int lineEndLength;
    private int lines;
    private boolean ascii;
    private boolean quoted;
    private @Nullable RejectionReason damage;
    private @Nullable String damagedId;

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
        window = new LogWindow(in, offset, LONGEST_RECORD + (1 << 16));
        this.offset = offset;
        this.line = line;
        this.end = end;
        this.columns = columns;
    }

    /** Goes to the next record; false = there is none. */
    boolean next() throws IOException {
        do {
            window.skip(length + lineEndLength);
            offset = window.offset();
            line += lines;
            length = 0;
            lineEndLength = 0;
            lines = 0;
            if (offset >= end || !window.has(0)) {
                return false;
            }
            ascii = true;
            quoted = false;
            damage = null;
            damagedId = null;
            frame();
        } while (length == 0 && damage == null);
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
        return window.offset() + length + lineEndLength;
    }

    /** Line number of the first byte after the record. */
    long nextLine() {
        return line + lines;
    }

    /** The fields of a good record. */
    RowFields fields(int width) {
        return RowFields.of(window.lend(), window.start(), window.start() + length, quoted, width);
    }

    /** The text of a good record, without its line end. */
    String text() {
        return Utf8.text(window.bytes(), window.start(), window.start() + length);
    }

    @Override
    public void close() throws IOException {
        window.close();
    }

    private void frame() throws IOException {
        int i = endOfPlainText();
        if (isCutOff(i)) {
            skipLongLine(i);
        } else if (i == window.size() || isLineEnd(window.at(i))) {
            finish(i, 1, null);
        } else {
            frameQuoted(i);
        }
    }

    /** Whether the log goes on where no more of it can be held. */
    private boolean isCutOff(int i) {
        return i == window.size() && !window.isExhausted();
    }

    /** Whether among eight bytes there is a quote, a character below space, or one that is not ASCII. */
    private static boolean needsCloserLook(long eight) {
        long noQuote = eight ^ 0x2222222222222222L;
        long quote = (noQuote - 0x0101010101010101L) & ~noQuote;
        long control = (eight - 0x2020202020202020L) & ~eight;
        return ((quote | control | eight) & 0x8080808080808080L) != 0;
    }

    /** The first line end, quote or control character of the record, or the end of what can be held of it. */
    private int endOfPlainText() throws IOException {
        int done = 0;
        do {
            byte[] bytes = window.bytes();
            int i = window.start() + done;
            int to = window.start() + window.size();
            int all = 0;
            while (i + Long.BYTES <= to && !needsCloserLook((long) EIGHT.get(bytes, i))) {
                i += Long.BYTES;
            }
            for (; i < to; i++) {
                byte b = bytes[i];
                if (b == '"' || Damage.isControl(b)) {
                    break;
                }
                all |= b;
            }
            ascii &= all >= 0;
            done = i - window.start();
        } while (done == window.size() && window.more());
        return done;
    }

    /** Frames a record from its first quote or control character on. */
    private void frameQuoted(int at) throws IOException {
        Quoting state = at == 0 || window.at(at - 1) == ',' ? Quoting.FIELD_START : Quoting.PLAIN;
        quoted = true;
        int firstLine = -1;
        int lineStart = 0;
        int spanned = 1;
        int control = -1;
        int i = at;
        for (; window.has(i) && state != Quoting.WRONG && i <= LONGEST_RECORD; i++) {
            byte b = window.at(i);
            if (isLineEnd(b)) {
                if (state != Quoting.INSIDE) {
                    break;
                }
                if (b == '\r' || window.at(i - 1) != '\r') {
                    spanned++;
                    firstLine = firstLine < 0 ? i : firstLine;
                    if (lineStart > 0 && looksLikeRow(lineStart, i)) {
                        break;
                    }
                }
                lineStart = i + 1;
            } else {
                ascii &= b >= 0;
                state = state.after(b);
                if (control < 0 && Damage.isControl(b)) {
                    control = i;
                }
            }
        }
        boolean whole = i == window.size() ? window.isExhausted() : isLineEnd(window.at(i));
        boolean wellQuoted = state != Quoting.INSIDE && state != Quoting.WRONG && i <= LONGEST_RECORD;
        if (whole && wellQuoted && (lineStart == 0 || !looksLikeRow(lineStart, i))) {
            finish(i, spanned, control < 0 ? null : new Damage(RejectionReason.CONTROL_CHARACTER, control));
        } else {
            damagedLine(firstLine < 0 ? i : firstLine);
        }
    }

    /** Only the line in which the record starts counts, and that is damaged. */
    private void damagedLine(int from) throws IOException {
        int i = from;
        while (window.has(i) && !isLineEnd(window.at(i))) {
            i++;
        }
        if (isCutOff(i)) {
            skipLongLine(i);
        } else {
            finish(i, 1, damageOfLine(i));
        }
    }

    private Damage damageOfLine(int to) {
        return Damage.ofLine(window.bytes(), window.start(), window.start() + to);
    }

    private void finish(int lineEnd, int spanned, @Nullable Damage found) throws IOException {
        if (lineEnd > LONGEST_RECORD) {
            skipLongLine(lineEnd);
            return;
        }
        Damage first = found;
        int errorAt = ascii ? -1 : Utf8.errorAt(window.bytes(), window.start(), window.start() + lineEnd);
        if (errorAt >= 0 && (found == null || errorAt - window.start() < found.at())) {
            first = new Damage(RejectionReason.INVALID_UTF8, errorAt - window.start());
        }
        if (first != null) {
            damaged(first);
        }
        end(lineEnd, spanned);
    }

    private void skipLongLine(int from) throws IOException {
        int held = Math.min(from, LONGEST_RECORD);
        damaged(new Damage(RejectionReason.LINE_TOO_LONG, damageOfLine(held).at()));
        window.skip(from);
        while (window.has(0) && !isLineEnd(window.at(0))) {
            window.skip(1);
        }
        end(0, 1);
    }

    private void damaged(Damage found) {
        damage = found.reason();
        damagedId = columns == null
                ? null
                : found.fieldBefore(window.bytes(), window.start(), columns.position(LogColumn.EPISODE_ID));
    }

    /** The record ends here, with {@code \n}, {@code \r\n} or {@code \r}, or with the log. */
    private void end(int lineEnd, int spanned) throws IOException {
        length = lineEnd;
        lines = spanned;
        if (lineEnd < window.size()) {
            boolean two = window.at(lineEnd) == '\r' && window.has(lineEnd + 1) && window.at(lineEnd + 1) == '\n';
            lineEndLength = two ? 2 : 1;
        }
    }

    private boolean looksLikeRow(int from, int to) {
        return columns != null && columns.fitRow(window.bytes(), window.start() + from, window.start() + to);
    }

    private static boolean isLineEnd(byte b) {
        return b == '\n' || b == '\r';
    }
}
