package org.recoveryreport.intake;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that were read before: clinics repeat themselves, and a text that comes again is neither made nor looked through
 * again. Forgets all of them when there are too many. Not for several threads at a time.
 */
final class KnownTexts {
    /** At some hundred bytes each. */
    private static final int MOST = 1 << 16;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** An open table of twice the capacity. */
    private @Nullable Text[] table = new Text[1 << 10];

    private int size;

    /** A text and what it is known to be. */
    static final class Text {
        private final String value;
        private final byte[] utf8;
        private final int hash;
        private final @Nullable RejectionReason identity;

        private Text(byte[] utf8, int hash) {
            this.value = Utf8.text(utf8, 0, utf8.length);
            this.utf8 = utf8;
            this.hash = hash;
            this.identity = IdentifyingText.inText(value);
        }

        /** The text itself: the same object every time, as long as it is known. */
        String value() {
            return value;
        }

        /** What it gives away, see {@link IdentifyingText#inText}; null = nothing. */
        @Nullable
        RejectionReason identity() {
            return identity;
        }

        private boolean is(int ofHash, byte[] bytes, int from, int to) {
            return hash == ofHash && Arrays.equals(utf8, 0, utf8.length, bytes, from, to);
        }
    }

    /** The text of some bytes that are UTF-8. */
    Text text(byte[] bytes, int from, int to) {
        int hash = hash(bytes, from, to);
        int at = hash & (table.length - 1);
        for (Text known = table[at]; known != null; known = table[at]) {
            if (known.is(hash, bytes, from, to)) {
                return known;
            }
            at = (at + 1) & (table.length - 1);
        }
        Text fresh = new Text(Arrays.copyOfRange(bytes, from, to), hash);
        add(fresh);
        return fresh;
    }

    private void add(Text fresh) {
        if (size == MOST) {
            table = new Text[table.length];
            size = 0;
        } else if (2 * (size + 1) > table.length) {
            @Nullable Text[] smaller = table;
            table = new Text[2 * smaller.length];
            for (Text known : smaller) {
                if (known != null) {
                    put(known);
                }
            }
        }
        put(fresh);
        size++;
    }

    private void put(Text text) {
        int at = text.hash & (table.length - 1);
        while (table[at] != null) {
            at = (at + 1) & (table.length - 1);
        }
        table[at] = text;
    }

    private static int hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            hash = mixed(hash ^ (long) EIGHT.get(bytes, i));
        }
        long rest = 0;
        for (; i < to; i++) {
            rest = (rest << Byte.SIZE) | (bytes[i] & 0xff);
        }
        return (int) mixed(hash ^ rest);
    }

    /** Spreads every bit over the lower half. */
    private static long mixed(long bits) {
        long product = bits * 0x9e3779b97f4a7c15L;
        return product ^ (product >>> 32);
    }
}
