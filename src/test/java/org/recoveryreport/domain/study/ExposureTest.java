package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.survival.ExposureCounts;

class ExposureTest {
    private static final long COLD = 1;
    private static final long HEAT = 1 << 1;
    private static final long REST = 1 << 2;

    private final TreatmentNames names = new TreatmentNames(List.of("cold", "heat", "rest"));

    @Test
    void aTreatmentCountsFromItsDayOn() {
        Exposure exposure = new Exposure.Builder().add(7, HEAT).add(0, COLD).build();
        assertThat(exposure.begunBy(0)).isEqualTo(COLD);
        assertThat(exposure.begunBy(6)).isEqualTo(COLD);
        assertThat(exposure.begunBy(7)).isEqualTo(COLD | HEAT);
        assertThat(exposure.everUsed()).isEqualTo(COLD | HEAT);
    }

    @Test
    void ofSeveralStartsTheFirstCounts() {
        assertThat(new Exposure.Builder().add(9, COLD).add(3, COLD).build())
                .isEqualTo(new Exposure.Builder().add(3, COLD).build());
    }

    @Test
    void withoutTreatmentThereIsNone() {
        assertThat(new Exposure.Builder().build().everUsed()).isZero();
        assertThat(Exposure.NONE.begunBy(10_000)).isZero();
    }

    @Test
    void nothingStartsBeforeOnset() {
        assertThatThrownBy(() -> new Exposure.Builder().add(-1, COLD).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void episodesAreCountedByTheirTreatmentsOverTime() {
        Random random = new Random(3);
        ExposureCounts.Builder one = ExposureCounts.builder();
        ExposureCounts.Builder other = ExposureCounts.builder();
        for (int i = 0; i < 500; i++) {
            int lastDay = random.nextInt(12);
            boolean recovered = random.nextBoolean();
            int[] starts = random.ints(3, 0, 16)
                    .map(day -> day > lastDay ? ExposureCounts.NEVER : day)
                    .toArray();
            Exposure.Builder exposure = new Exposure.Builder();
            for (int bit = 0; bit < 3; bit++) {
                if (starts[bit] != ExposureCounts.NEVER) {
                    exposure.add(starts[bit], 1L << bit);
                }
            }
            exposure.build().addTo(one, lastDay, 2, recovered ? 1 : 0);
            other.addSubject(lastDay, recovered, starts).addSubject(lastDay, false, starts);
        }
        assertThat(one.build()).isEqualTo(other.build());
    }

    @Test
    void manyPatternsOnManyDaysAreEachCounted() {
        ExposureCounts.Builder counts = ExposureCounts.builder();
        for (int round = 0; round < 2; round++) {
            for (int day = 0; day < 100; day++) {
                for (int bit = 0; bit < 40; bit++) {
                    counts.add(day, day + 1, 1L << bit, 1, bit % 2);
                }
            }
        }
        ExposureCounts built = counts.build();
        // the last day is nobody's first one
        assertThat(built.size()).isEqualTo(101 * 40);
        for (int i = 0; i < built.size(); i++) {
            assertThat(built.first(i)).isEqualTo(built.day(i) < 100 ? 2 : 0);
            assertThat(built.last(i)).isEqualTo(built.day(i) > 0 ? 2 : 0);
            assertThat(built.events(i)).isEqualTo(built.last(i) * (Long.numberOfTrailingZeros(built.pattern(i)) % 2));
        }
        assertThat(built).isEqualTo(ExposureCounts.builder().add(built).build());
    }

    @Test
    void theDaysOnWhichTreatmentsBeginHoldAllThereIs() {
        Exposure exposure = new Exposure.Builder()
                .add(7, HEAT | 1L << 61)
                .add(0, COLD)
                .add(9, COLD)
                .build();
        int[] days = IntStream.range(0, exposure.steps()).map(exposure::day).toArray();
        long[] begun =
                IntStream.range(0, exposure.steps()).mapToLong(exposure::begun).toArray();
        assertThat(days).containsExactly(0, 7);
        assertThat(Exposure.ofSteps(days, begun)).isEqualTo(exposure);
        assertThat(Exposure.ofSteps(new int[0], new long[0])).isEqualTo(Exposure.NONE);
    }

    @Test
    void untilTheLastStartAllWhoGoOnAfterItAreTheSame() {
        for (Exposure exposure : List.of(
                Exposure.NONE,
                new Exposure.Builder().add(0, COLD).build(),
                new Exposure.Builder().add(3, COLD).add(9, HEAT).build(),
                new Exposure.Builder().add(0, COLD).add(9, HEAT).build())) {
            ExposureCounts.Builder whole = ExposureCounts.builder();
            exposure.addTo(whole, 10, 2, 1);
            exposure.addTo(whole, 12, 1, 0);
            ExposureCounts.Builder parts = ExposureCounts.builder();
            exposure.addUntilLastStart(parts, 3);
            parts.end(10, exposure.everUsed(), 2, 1).end(12, exposure.everUsed(), 1, 0);
            assertThat(parts.build()).isEqualTo(whole.build());
            assertThat(exposure.lastStart()).isLessThan(10);
        }
    }

    @Test
    void aDayOnWhichNothingBeginsIsRefused() {
        assertThatThrownBy(() -> Exposure.ofSteps(new int[] {0, 3}, new long[] {COLD, COLD}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("day 3");
    }

    @Test
    void aCombinationIsWrittenSorted() {
        assertThat(names.combination(REST | COLD)).isEqualTo("cold + rest");
        assertThat(names.combination(0)).isEqualTo("none");
    }

    @Test
    void treatmentsOfOneFamilyAreOneTreatment() {
        TreatmentNames families = new TreatmentNames(List.of("heat-and-cold", "heat-and-cold", "rest"));
        assertThat(families.combination(COLD | HEAT)).isEqualTo("heat-and-cold");
    }

    @Test
    void moreTreatmentsThanBitsAreRefused() {
        assertThatThrownBy(() -> new TreatmentNames(Collections.nCopies(63, "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("62");
    }
}
