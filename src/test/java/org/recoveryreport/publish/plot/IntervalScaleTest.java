package org.recoveryreport.publish.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalScaleTest {
    private final IntervalScale scale = IntervalScale.holding(List.of(new Interval(-3, -8, 2), new Interval(1, 0, 4)));

    @Test
    void zeroIsInTheMiddleOfARoundScaleThatHoldsEveryInterval() {
        assertThat(scale.axis()).contains(">\u221210</text>", ">0</text>", ">+10</text>");
    }

    @Test
    void anIntervalIsDrawnWhereItLies() {
        assertThat(scale.svg(new Interval(5, 0, 10), "c"))
                .contains("class=\"interval\" x1=\"100\" x2=\"188\"")
                .contains("cx=\"144\"");
    }

    @Test
    void anIntervalBeyondTheScaleEndsInAnArrowhead() {
        assertThat(scale.svg(new Interval(5, -20, 10), "c"))
                .contains("x1=\"12\" x2=\"188\"", "M17 5L12 9L17 13")
                .doesNotContain("L188 9");
        assertThat(scale.svg(new Interval(15, 5, 20), "c")).contains("L188 9").doesNotContain("<circle");
    }

    @Test
    void withoutIntervalsThereIsStillAScale() {
        assertThat(IntervalScale.holding(List.of()).axis()).contains(">+1</text>");
    }
}
