package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.recoveryreport.selftest.SelfTest;
import picocli.CommandLine;

class SelfTestCommandTest {
    private static final SelfTest.Figure WRONG = new SelfTest.Figure("survival 7", false, "R", "0.5", 0.500001, false);
    private static final SelfTest.Case DISAGREES = new SelfTest.Case("broken", "A title", "A source", List.of(WRONG));

    private final StringWriter out = new StringWriter();

    @Test
    void publishedCasesAgreeAndAreShownWithTheirSources() {
        assertThat(run(new SelfTestCommand())).isZero();
        assertThat(out.toString())
                .contains("aml: Acute myelogenous leukemia", "Miller 1981", "quantile 0.5 log-log Maintained")
                .doesNotContain("survival 7 log-log Maintained", "DIFFERS")
                .containsPattern("All \\d+ figures of \\d+ published cases agree: .*\\R$");
    }

    @Test
    void everyFigureIsShownOnRequest() {
        assertThat(run(new SelfTestCommand(), "--all")).isZero();
        assertThat(out.toString()).contains("survival 7 log-log Maintained");
    }

    @Test
    void aFigureThatDiffersIsShownAndIsAFailure() {
        assertThat(run(new SelfTestCommand(() -> List.of(DISAGREES)))).isEqualTo(1);
        assertThat(out.toString())
                .contains("survival 7", "DIFFERS", "2.0e-06", "these published cases differ: broken.");
    }

    @Test
    void nothingComputedProvesNothing() {
        assertThat(run(new SelfTestCommand(List::of))).isEqualTo(1);
    }

    @Test
    void programsGetEveryFigureAsJson() throws IOException {
        assertThat(run(new SelfTestCommand(), "--json")).isZero();
        JsonNode result = new ObjectMapper().readTree(out.toString());
        assertThat(result.path("agrees").booleanValue()).isTrue();
        assertThat(result.path("cases")).hasSizeGreaterThanOrEqualTo(15);
        JsonNode aml = result.at("/cases/0");
        assertThat(aml.path("largest_relative_difference").doubleValue()).isBetween(0.0, 1e-9);
        assertThat(aml.path("figures")).hasSizeGreaterThan(30);
        assertThat(aml.at("/figures/0/expected").doubleValue()).isEqualTo(13);
        assertThat(aml.at("/figures/1/expected").isNull()).isTrue();
        assertThat(aml.at("/figures/1/computed").isNull()).isTrue();
    }

    private int run(SelfTestCommand command, String... arguments) {
        return new CommandLine(command).setOut(new PrintWriter(out, true)).execute(arguments);
    }
}
