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

    /** Of every size, of few digits and of many, and right beside those of few. */
    @Test
    void theQuickWayWritesWhatTheDefinitionDoes() {
        Random random = new Random(8);
        for (int i = 0; i < 300_000; i++) {
            double size = Math.pow(10, random.nextInt(-5, 18));
            double any = (random.nextDouble() - 0.5) * size;
            double share = random.nextInt(100_000) / (1.0 + random.nextInt(100_000));
            double few = random.nextInt(100_000) / Math.pow(10, random.nextInt(12));
            for (double number : new double[] {any, share, few, Math.nextUp(few), Math.nextDown(few), Math.rint(any)}) {
                assertThat(DecimalText.of(number)).isEqualTo(DecimalText.byDecimals(number));
            }
        }
        for (int exponent = -60; exponent < 60; exponent++) {
            double power = Math.scalb(1.0, exponent);
            for (double number : new double[] {power, Math.nextUp(power), Math.nextDown(power)}) {
                assertThat(DecimalText.of(number)).isEqualTo(DecimalText.byDecimals(number));
            }
        }
    }

    @Test
    void whatIsNoNumberIsUndefined() {
        assertThat(DecimalText.of(Double.NaN)).isNull();
        assertThat(DecimalText.of(Double.POSITIVE_INFINITY)).isNull();
    }
}
