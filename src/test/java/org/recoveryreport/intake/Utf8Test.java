package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class Utf8Test {
    @Test
    void theFirstErrorIsWhereADecoderStops() {
        for (int lead = 0; lead < 256; lead++) {
            for (int second = 0; second < 256; second++) {
                check((byte) 'a', (byte) lead, (byte) second);
                check((byte) lead, (byte) second, (byte) 0x80, (byte) 0x80, (byte) 'z');
            }
        }
        Random random = new Random(3);
        byte[] bytes = new byte[12];
        for (int round = 0; round < 200_000; round++) {
            random.nextBytes(bytes);
            // continuations often enough that sequences of four come about
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(3) == 0 ? bytes[i] : (byte) (0x80 | (bytes[i] & 0x3f));
            }
            bytes[random.nextInt(bytes.length)] = (byte) (0xf0 | random.nextInt(6));
            check(bytes);
        }
    }

    private static void check(byte... bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer source = ByteBuffer.wrap(bytes);
        boolean wrong =
                decoder.decode(source, CharBuffer.allocate(bytes.length), true).isError();
        assertThat(Utf8.errorAt(bytes, 0, bytes.length))
                .as(() -> ByteBuffer.wrap(bytes).toString())
                .isEqualTo(wrong ? source.position() : -1);
    }
}
