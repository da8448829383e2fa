package org.recoveryreport.domain.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryreport.domain.survival.Envelope.Stretch;

class EnvelopeTest {
    /** Of two stretches of 20 days, where everybody has a day of their own. */
    @Test
    void holdsTheIntervalOfEveryOrder() {
        for (ConfidenceType type : ConfidenceType.values()) {
            for (double confidence : new double[] {0.5, 0.95, 0.999}) {
                for (int events = 1; events <= 4; events++) {
                    for (int censored = 0; censored <= 3; censored++) {
                        holdsEveryOrder(2, censored, events, 3 - censored, 1, type, confidence);
                        holdsEveryOrder(1, 2, events, censored, 0, type, confidence);
                        holdsEveryOrder(events, censored, 3, 2, 4, type, confidence);
                    }
                }
            }
        }
    }

    @Test
    void theLimitsHoldEveryOrderWhereManyMoreStayThanAreLost() {
        for (ConfidenceType type : ConfidenceType.values()) {
            for (double confidence : new double[] {0.5, 0.95, 0.999}) {
                holdsEveryOrder(4, 3, 4, 2, 40, type, confidence);
                holdsEveryOrder(1, 5, 6, 1, 60, type, confidence);
                holdsEveryOrder(6, 1, 1, 4, 50, type, confidence);
            }
        }
    }

    private static void holdsEveryOrder(
            int events,
            int censored,
            int nextEvents,
            int nextCensored,
            int left,
            ConfidenceType type,
            double confidence) {
        Envelope envelope = new Envelope(
                List.of(
                        new Stretch(0, 19, events + censored + nextEvents + nextCensored + left, events, censored),
                        new Stretch(20, 39, nextEvents + nextCensored + left, nextEvents, nextCensored)),
                39);
        Band band = envelope.band(ConfidenceLimits.normalQuantile(confidence), type);
        for (List<Boolean> first : orders(events, censored)) {
            for (List<Boolean> next : orders(nextEvents, nextCensored)) {
                SurvivalCounts.Builder counts = SurvivalCounts.builder();
                add(counts, 0, first);
                add(counts, 20, next);
                KaplanMeier exact = KaplanMeier.fit(counts.add(50, 0, left).build(), confidence, type);
                for (int day = 0; day < 40; day++) {
                    assertHolds(band.at(day), exact.confidenceAt(day), first + " " + next + " day " + day);
                }
                for (int i = 0; i < 2; i++) {
                    Double share = exact.survivalAt(20 * i + 19);
                    if (share != null) {
                        assertThat(share).isBetween(envelope.lowest(i) - 1e-12, envelope.highest(i) + 1e-12);
                    }
                }
            }
        }
    }

    private static void assertHolds(ConfidenceLimits band, ConfidenceLimits exact, String order) {
        Double lower = exact.lower();
        Double upper = exact.upper();
        if (lower != null && upper != null) {
            assertThat(band.lower()).as(order).isNotNull().isLessThanOrEqualTo(lower + 1e-4);
            assertThat(band.upper()).as(order).isNotNull().isGreaterThanOrEqualTo(upper - 1e-9);
        }
    }

    /** True = an event. */
    private static List<List<Boolean>> orders(int events, int censored) {
        if (events + censored == 0) {
            return List.of(List.of());
        }
        List<List<Boolean>> orders = new ArrayList<>();
        for (boolean event : new boolean[] {true, false}) {
            if ((event ? events : censored) > 0) {
                for (List<Boolean> rest : orders(events - (event ? 1 : 0), censored - (event ? 0 : 1))) {
                    List<Boolean> order = new ArrayList<>(List.of(event));
                    order.addAll(rest);
                    orders.add(order);
                }
            }
        }
        return orders;
    }

    private static void add(SurvivalCounts.Builder counts, int firstDay, List<Boolean> order) {
        for (int i = 0; i < order.size(); i++) {
            counts.add(firstDay + i, order.get(i) ? 1 : 0, order.get(i) ? 0 : 1);
        }
    }

    @Test
    void whereNobodyMayHaveBeenLostBeforeTheEventsTheStepIsExact() {
        Envelope envelope = new Envelope(List.of(new Stretch(0, 5, 40, 12, 0), new Stretch(6, 6, 28, 11, 0)), 9);
        KaplanMeier exact = KaplanMeier.fit(
                SurvivalCounts.builder().add(5, 12, 0).add(6, 11, 17).build(), 0.95, ConfidenceType.LOG_LOG);
        Band band = envelope.band(ConfidenceLimits.normalQuantile(0.95), ConfidenceType.LOG_LOG);
        for (int day = 5; day <= 6; day++) {
            assertThat(band.at(day).lower()).isCloseTo(exact.confidenceAt(day).lower(), within(1e-12));
            assertThat(band.at(day).upper()).isCloseTo(exact.confidenceAt(day).upper(), within(1e-12));
        }
        assertThat(band.at(3)).isEqualTo(new ConfidenceLimits(band.at(5).lower(), 1.0));
        assertThat(envelope.highest(1)).isEqualTo(envelope.lowest(1));
    }

    @Test
    void whereEverybodyLostMayHaveBeenLostFirstTheCurveMayBeAnythingDownToZero() {
        Envelope envelope = new Envelope(List.of(new Stretch(0, 42, 35, 15, 20)), 42);
        assertThat(envelope.lowest(0)).isZero();
        assertThat(envelope.highest(0)).isCloseTo(20 / 35.0, within(1e-12));
        Band band = envelope.band(ConfidenceLimits.normalQuantile(0.95), ConfidenceType.LOG_LOG);
        assertThat(band.at(42).lower()).isZero();
        assertThat(band.at(42).upper()).isGreaterThan(20 / 35.0);
    }
}
