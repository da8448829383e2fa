package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoundingTest {
    private final Rounding eleven = new Rounding(11);

    @Test
    void aShareIsRoundedToAtLeastKEpisodes() {
        assertThat(eleven.share(0.123, 1100)).isEqualTo(0.12);
        assertThat(eleven.share(0.123, 1099)).isEqualTo(0.12);
        assertThat(eleven.share(0.123, 11_000)).isEqualTo(0.123);
        assertThat(eleven.share(0.318, 22)).isEqualTo(0.5);
        assertThat(eleven.share(0.318, 21)).isNull();
    }

    @Test
    void aMeanIsRoundedLikewise() {
        assertThat(eleven.mean(23.456, 100)).isEqualTo(23.4);
        assertThat(eleven.mean(23.456, 12)).isEqualTo(23);
    }

    @Test
    void testsKeepThreeDigits() {
        assertThat(eleven.test(0.000123456)).isEqualTo(0.000123);
        assertThat(eleven.test(1234.5)).isEqualTo(1230);
        assertThat(eleven.test(0.0)).isZero();
    }

    @Test
    void multiplesOfThemHaveNoNoiseOfTheArithmetic() {
        assertThat(eleven.multiples(Arrays.asList(0.00000519 * 42, null))).containsExactly(0.00021798, null);
    }

    @Test
    void nothingIsRoundedWhenProtectionIsOff() {
        Rounding off = new Rounding(0);
        assertThat(off.share(0.318, 3)).isEqualTo(0.318);
        assertThat(off.mean(1.23456, 3)).isEqualTo(1.23456);
        assertThat(off.test(1.23456)).isEqualTo(1.23456);
    }
}
