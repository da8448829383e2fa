package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageNumberTest {
    @Test
    void oneIsNotSeveral() {
        assertThat(PageNumber.counted(1L, "episode")).isEqualTo("1 episode");
        assertThat(PageNumber.counted(0L, "day")).isEqualTo("0 days");
        assertThat(PageNumber.counted(2_000L, "episode")).isEqualTo("2,000 episodes");
        assertThat(PageNumber.counted(null, "episode")).isEqualTo(PageNumber.HIDDEN + " episodes");
    }

    @ParameterizedTest
    @CsvSource({"0, 0%", "0.004, <1%", "0.0051, 1%", "0.5, 50%", "0.994, 99%", "0.996, >99%", "1, 100%", ", –"})
    void someIsNeverCalledNothingOrAll(Double proportion, String text) {
        assertThat(PageNumber.percent(proportion)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0.0004, <0.001", "0.0042, 0.004", "0.053, 0.053", "0.21, 0.21", "0.999, >0.99", ", –"})
    void aPValueHasAsManyPlacesAsItDeserves(Double p, String text) {
        assertThat(PageNumber.pValue(p)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"-3.26, −3.3", "0.04, 0.0", "-0.04, 0.0", "1234.5, '+1,234.5'"})
    void aDifferenceHasItsSignUnlessItIsNone(double days, String text) {
        assertThat(PageNumber.difference(days)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"8, 10, 8 to 10", "8.5, , 8.5 or more", ", 10, up to 10", ", , ''"})
    void anOpenIntervalSaysSo(Double lower, Double upper, String text) {
        assertThat(PageNumber.interval(lower, upper)).isEqualTo(text);
    }

    @Test
    void aHiddenCountIsNoZero() {
        assertThat(PageNumber.count(null)).isEqualTo(PageNumber.HIDDEN).startsWith("hidden");
        assertThat(PageNumber.inSentence(null)).startsWith("a hidden number");
        assertThat(PageNumber.count(0L)).isEqualTo("0");
        assertThat(PageNumber.count(1_234_567L)).isEqualTo("1,234,567");
    }

    @Test
    void aConfidenceLevelIsAsItWasSet() {
        assertThat(PageNumber.level(0.95)).isEqualTo("95%");
        assertThat(PageNumber.level(0.999)).isEqualTo("99.9%");
    }

    /** In the middle between two texts too, and right beside it. */
    @Test
    void theQuickWayRoundsAsTheFormatterDoes() {
        Random random = new Random(9);
        for (int i = 0; i < 20_000; i++) {
            double any = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(12));
            double middle = random.nextInt(100_000) / 2000.0;
            for (double number : new double[] {any, middle, Math.nextUp(middle), Math.nextDown(middle), -0.0}) {
                for (int places = 0; places <= 3; places++) {
                    assertThat(PageNumber.fixed(number, places)).isEqualTo(PageNumber.formatted(number, places));
                }
            }
        }
    }
}
