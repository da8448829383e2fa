package org.recoveryreport.intake;

import java.nio.charset.StandardCharsets;

/** What is UTF-8 and what is not, by the Unicode Standard's table of well-formed byte sequences. */
final class Utf8 {
    private Utf8() {}

    /** The text of bytes that are UTF-8. */
    static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Index of the first byte of the first sequence that is not UTF-8; -1 = all of them are. */
    static int errorAt(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to) {
            if (bytes[i] >= 0) {
                i++;
                continue;
            }
            int lead = bytes[i] & 0xff;
            int length = lead < 0xc2 || lead > 0xf4 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
            if (length == 0 || i + length > to || !isSecond(lead, bytes[i + 1] & 0xff)) {
                return i;
            }
            for (int further = 2; further < length; further++) {
                if ((bytes[i + further] & 0xc0) != 0x80) {
                    return i;
                }
            }
            i += length;
        }
        return -1;
    }

    /** No character is written longer than need be, none is half of a surrogate pair, and none lies beyond U+10FFFF. */
    private static boolean isSecond(int lead, int second) {
        int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        return second >= least && second <= most;
    }
}
