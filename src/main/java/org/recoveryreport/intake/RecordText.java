package org.recoveryreport.intake;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The good records of a log as text for a CSV parser, each on a line. For a damaged one stands a line that no good record
 * can be, so that rows and the parser's records correspond one to one; {@link #rows()} tells what they are.
 */
final class RecordText extends Reader {
    /** A control character: no good record contains one. */
    static final char DAMAGED = '\u0001';

    private final RecordFramer framer;
    private final Queue<LogRow> rows = new ArrayDeque<>();
    private int copied;
    private int length = -1;

    RecordText(RecordFramer framer) {
        this.framer = framer;
    }

    /** The rows given to the parser, which has to take away one for each of its records. */
    Queue<LogRow> rows() {
        return rows;
    }

    @Override
    public int read(char[] target, int offset, int count) throws IOException {
        int at = offset;
        int end = offset + count;
        while (at < end && (copied <= length || nextRecord())) {
            int some = Math.min(end - at, length - copied);
            if (framer.damage() == null) {
                framer.copy(copied, copied + some, target, at);
            } else if (some > 0) {
                target[at] = DAMAGED;
            }
            at += some;
            copied += some;
            if (copied == length && at < end) {
                target[at++] = '\n';
                copied++;
            }
        }
        return at == offset && count > 0 ? -1 : at - offset;
    }

    private boolean nextRecord() throws IOException {
        if (!framer.next()) {
            return false;
        }
        RejectionReason damage = framer.damage();
        rows.add(
                damage == null
                        ? new LogRow(framer.offset(), framer.line())
                        : new LogRow(framer.offset(), framer.line(), damage, framer.damagedId()));
        copied = 0;
        length = damage == null ? framer.length() : 1;
        return true;
    }

    @Override
    public void close() throws IOException {
        framer.close();
    }
}
