package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalTextTest {
    @ParameterizedTest
    @CsvSource({
        "31, 31",
        "-0.0, 0",
        "100, 100",
        "9.5, 9.5",
        "0.1, 0.1",
        "2.0E-3, 0.002",
        "1.0E-5, 0.00001",
        "2.5E-12, 2.5E-12",
        "4.9E-324, 4.94065645841247E-324",
        "-3993.02933285136, -3993.02933285136",
        "1.0E15, 1000000000000000",
        "1.0E22, 1E+22",
    })
    void fewDigitsAndReadableEverywhere(double number, String text) {
        assertThat(DecimalText.of(number)).isEqualTo(text);
    }

    @Test
    void everyNumberIsReadAgainAsItself() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            double number = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(number)) {
                assertThat(Double.parseDouble(DecimalText.of(number))).isEqualTo(number);
            }
        }
    }

    @Test
    void whatIsNoNumberIsUndefined() {
        assertThat(DecimalText.of(Double.NaN)).isNull();
        assertThat(DecimalText.of(Double.POSITIVE_INFINITY)).isNull();
    }
}
