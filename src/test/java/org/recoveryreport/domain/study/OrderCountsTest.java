package org.recoveryreport.domain.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OrderCountsTest {
    private static final long COLD = 1;
    private static final long HEAT = 2;
    private static final long NSAID = 4;

    private final OrderCounts.Builder counts = OrderCounts.builder();

    @Test
    void anOrderIsItsLastStepAfterAnotherOrder() {
        OrderCounts built = counts.add(exposure(COLD, NSAID), 3)
                .add(exposure(COLD), 2)
                .add(exposure(COLD, NSAID), 4)
                .add(exposure(), 5)
                .build();
        assertThat(built.size()).isEqualTo(3);
        assertThat(built.episodes(OrderCounts.NONE)).isEqualTo(5);
        assertThat(built.begun(1)).isEqualTo(COLD);
        assertThat(built.episodes(1)).isEqualTo(2);
        assertThat(built.before(2)).isEqualTo(1);
        assertThat(built.begun(2)).isEqualTo(COLD | NSAID);
        assertThat(built.episodes(2)).isEqualTo(7);
    }

    @Test
    void ordersOfOthersAreAddedByWhatTheirTreatmentsAreHere() {
        OrderCounts others = OrderCounts.builder()
                .add(exposure(NSAID, COLD, HEAT), 3)
                .add(exposure(NSAID, HEAT), 2)
                .build();
        // heat counts as cold
        OrderCounts built = counts.add(exposure(NSAID, COLD), 1)
                .add(others, mask -> (mask & ~HEAT) | ((mask & HEAT) == 0 ? 0 : COLD))
                .build();
        assertThat(built.size()).isEqualTo(3);
        assertThat(built.begun(2)).isEqualTo(NSAID | COLD);
        assertThat(built.episodes(2)).isEqualTo(6);
    }

    private static Exposure exposure(long... starting) {
        Exposure.Builder exposure = new Exposure.Builder();
        for (int day = 0; day < starting.length; day++) {
            exposure.add(day, starting[day]);
        }
        return exposure.build();
    }
}
