package org.recoveryreport.domain.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

    /** On multiples and in the middle between two as well, and right beside them. */
    @Test
    void theQuickWayRoundsAsBigDecimalsDo() {
        Random random = new Random(10);
        for (int i = 0; i < 50_000; i++) {
            double few = (random.nextInt(20_000) - 10_000) / 2000.0;
            double any = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8));
            int episodes = 22 + random.nextInt(20_000);
            for (double number : new double[] {any, few, Math.nextUp(few), Math.nextDown(few), -0.0}) {
                for (RoundingMode mode : List.of(RoundingMode.HALF_EVEN, RoundingMode.FLOOR, RoundingMode.CEILING)) {
                    assertThat(rounded(number, episodes, mode))
                            .isEqualTo(Rounding.exactly(number, thousandths(episodes), mode));
                }
            }
        }
    }

    private static @Nullable Double rounded(double number, int episodes, RoundingMode mode) {
        return switch (mode) {
            case FLOOR -> new Rounding(11).lowerEnd(number, episodes);
            case CEILING -> new Rounding(11).upperEnd(number, episodes);
            default -> new Rounding(11).share(number, episodes);
        };
    }

    /** The least of the units that is worth 11 episodes. */
    private static int thousandths(int episodes) {
        return IntStream.of(1, 2, 5, 10, 20, 50, 100, 200, 250, 500)
                .filter(unit -> unit * episodes >= 11_000)
                .findFirst()
                .orElseThrow();
    }
}
