package org.recoveryreport.publish.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SharePlotTest {
    @Test
    void aShareStandsBetweenNothingAndAll() {
        String svg = plot(row("", 0.0, null, null), row("", 0.5, 0.25, 0.75), row("", 1.0, null, null));
        assertThat(svg)
                .contains("cx=\"14\"", "cx=\"164\"", "cx=\"314\"")
                .contains("<line class=\"interval\" x1=\"89\" x2=\"239\"");
    }

    @Test
    void whatHasNoShareHasItsWordsOnly() {
        assertThat(plot(row("", null, null, null)))
                .contains("some of many")
                .doesNotContain("<circle", "class=\"interval\"");
    }

    @Test
    void namesTakeTheirRoomFromTheScale() {
        assertThat(plot(row("acute", 0.0, null, null))).contains(">acute</text>", "cx=\"96\"");
    }

    @Test
    void sentencesAreBrokenBetweenWords() {
        assertThat(SharePlot.lines("one two three", 7)).containsExactly("one two", "three");
        assertThat(SharePlot.lines("longer-than-a-line two", 7)).containsExactly("longer-than-a-line", "two");
        assertThat(SharePlot.lines("one", 7)).containsExactly("one");
    }

    @Test
    void nothingCannotBeDrawn() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SharePlot("id", "title", "description", "values", List.of()));
    }

    private static SharePlot.Row row(String name, Double share, Double lower, Double upper) {
        return new SharePlot.Row(name, "some of many", share, lower, upper, List.of("tip"));
    }

    private static String plot(SharePlot.Row... rows) {
        return new SharePlot(
                        "id",
                        "title",
                        "description",
                        "values",
                        List.of(new SharePlot.Group("What it is about.", List.of(rows))))
                .svg();
    }
}
