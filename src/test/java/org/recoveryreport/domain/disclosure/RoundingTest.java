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
        assertThat(eleven.share(0.318, 110)).isEqualTo(0.3);
    }

    @Test
    void aShareRoundedByMoreThanTenInAHundredIsHidden() {
        assertThat(eleven.share(0.73, 109)).isNull();
        assertThat(eleven.hidesShares(109)).isTrue();
        assertThat(eleven.hidesShares(110)).isFalse();
        assertThat(new Rounding(0).hidesShares(1)).isFalse();
        assertThat(eleven.lowerEnd(0.73, 109)).as("an interval only gets wider").isEqualTo(0.6);
        assertThat(eleven.upperEnd(0.73, 109)).isEqualTo(0.8);
        assertThat(eleven.upperEnd(0.73, 21)).isNull();
    }

    @Test
    void whatIsNeitherNothingNorAllIsNotRoundedToIt() {
        assertThat(eleven.share(0.97, 110)).isEqualTo(0.9);
        assertThat(eleven.share(0.004, 1100)).isEqualTo(0.01);
        assertThat(eleven.share(1.0, 110)).isEqualTo(1);
        assertThat(eleven.share(0.0, 110)).isEqualTo(0);
        assertThat(new Rounding(0).share(0.9999, 10)).isEqualTo(0.9999);
    }

    @Test
    void whetherNobodyHasRecoveredIsNotKnownOfACurveOfFewSteps() {
        assertThat(eleven.recovered(1.0, 1100)).isNull();
        assertThat(eleven.recovered(0.0, 1100)).isEqualTo(1);
        assertThat(eleven.recovered(null, 1100)).isNull();
        assertThat(new Rounding(0).recovered(1.0, 10)).isZero();
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
            default -> new Rounding(11).mean(number, episodes);
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
