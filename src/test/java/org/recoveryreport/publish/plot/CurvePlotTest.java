package org.recoveryreport.publish.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurvePlotTest {
    @Test
    void aCurveStepsDownAndEndsWithItsLastStep() {
        assertThat(plot(List.of(step(10, 0.5), step(50, 0.25)), "all").svg())
                .contains("<path class=\"line c\" d=\"M74 10H101.8V94H213V136\"/>");
    }

    @Test
    void aCurveBeyondTheAxisIsCutOffThere() {
        assertThat(plot(List.of(step(10, 0.5), step(400, 0.1)), "all").svg()).contains("d=\"M74 10H101.8V94H352\"/>");
    }

    @Test
    void theBandIsInterruptedWhereItIsNotKnown() {
        List<Curve.Step> steps = List.of(
                new Curve.Step(10, 0.8, 0.7, 0.9),
                new Curve.Step(20, 0.6, null, 0.8),
                new Curve.Step(30, 0.4, 0.2, 0.6),
                new Curve.Step(40, 0.0, null, null));
        assertThat(plot(steps, "all").svg())
                .contains("<path class=\"band c\" d=\"M101.8 26.8H129.6V60.4H101.8ZM157.4 77.2H185.2V144.4H157.4Z\"/>");
    }

    @Test
    void namesAreEscaped() {
        assertThat(plot(List.of(step(10, 0.5)), "<b>\"&").svg())
                .contains("<title id=\"p-title\">&lt;b&gt;&quot;&amp;</title>")
                .doesNotContain("<b>");
    }

    private static Curve.Step step(int day, double value) {
        return new Curve.Step(day, value, null, null);
    }

    private static CurvePlot plot(List<Curve.Step> steps, String title) {
        return new CurvePlot("p", title, "", new Curve("c", steps), null, List.of(0, 50, 100), List.of());
    }
}
