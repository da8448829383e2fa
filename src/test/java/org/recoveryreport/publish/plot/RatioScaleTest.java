package org.recoveryreport.publish.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioScaleTest {
    @Test
    void halfAndDoubleStandEquallyFarFromOne() {
        Interval interval = new Interval(1, 0.5, 2);
        String svg = RatioScale.holding(List.of(interval)).svg(interval);
        assertThat(svg)
                .contains("class=\"interval\" x1=\"16\" x2=\"184\"", "<rect class=\"ratio\" x=\"96.5\"")
                .doesNotContain("path");
    }

    @Test
    void theScaleGrowsByDoublings() {
        assertThat(RatioScale.holding(List.of(new Interval(2, 1, 3))).axis()).contains(">1/4<", ">4<");
        assertThat(RatioScale.holding(List.of()).axis()).contains(">1/2<", ">1<", ">2<");
    }

    @Test
    void whatReachesBeyondTheScaleEndsInAnArrowhead() {
        Interval wide = new Interval(4, 0.0001, 1e6);
        RatioScale scale = RatioScale.holding(List.of(wide));
        assertThat(scale.axis()).contains(">1/32<", ">32<");
        assertThat(scale.svg(wide))
                .contains("d=\"M21 5L16 9L21 13\"", "d=\"M179 5L184 9L179 13\"", "x1=\"16\" x2=\"184\"");
    }
}
