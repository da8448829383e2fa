package org.recoveryreport.staging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;
import org.junit.jupiter.api.Test;

class PseudonymTest {
    @Test
    void isTheHashOfItsCodeUnitsWhateverCameBefore() {
        Pseudonym pseudonym = new Pseudonym();
        StringBuilder text = new StringBuilder();
        for (int length = 0; length < 40; length++) {
            pseudonym.take(text.toString());
            byte[] units = text.toString().getBytes(StandardCharsets.UTF_16LE);
            assertThat(new long[] {pseudonym.high(), pseudonym.low()})
                    .isEqualTo(MurmurHash3.hash128x64(units, 0, units.length, 0));
            text.append((char) ('E' + 1231 * length));
        }
    }
}
