package org.recoveryreport.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Decodes UTF-8 and notices what is not. */
final class StrictUtf8 {
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private char[] chars = new char[1 << 10];
    private int length;
    private int errorAt;

    /** Decodes bytes; false = they are not UTF-8. */
    boolean decode(byte[] bytes, int from, int to) {
        if (chars.length < to - from) {
            chars = new char[Math.max(to - from, 2 * chars.length)];
        }
        ByteBuffer source = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer target = CharBuffer.wrap(chars);
        boolean valid = !decoder.reset().decode(source, target, true).isError();
        length = target.position();
        errorAt = source.position();
        return valid;
    }

    /** Number of characters decoded. */
    int length() {
        return length;
    }

    /** The characters; valid until the next call. */
    char[] chars() {
        return chars;
    }

    /** Index of the first byte that is not UTF-8. */
    int errorAt() {
        return errorAt;
    }
}
