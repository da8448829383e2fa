package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryreport.job.Parameter;

class HelpTest {
    static Stream<String> commands() {
        StringWriter nowhere = new StringWriter();
        return RecoveryReportCommand.commandLine(new PrintWriter(nowhere), new PrintWriter(nowhere))
                .getSubcommands()
                .keySet()
                .stream()
                // the library's own, laid out by itself
                .filter(name -> !name.equals("help"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void fitsTheNarrowestTerminalAndKeepsItsParagraphsApart(String command) {
        List<String> lines = help("help", command);
        assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(lines.get(lines.indexOf("") + 1)).startsWith("  ");
    }

    @Test
    void saysOfEveryParameterOfARunWhatItMeans() {
        List<String> lines = help("run", "--help");
        List<String> parameters =
                lines.subList(lines.indexOf("Parameters (-P name=value), with their defaults:") + 1, lines.size());
        assertThat(parameters).allSatisfy(line -> assertThat(line).startsWith("  "));
        for (Parameter parameter : Parameter.values()) {
            String name = "  " + parameter.key()
                    + (parameter.defaultValue().isEmpty() ? " " : "=" + parameter.defaultValue() + " ");
            assertThat(parameters).anySatisfy(line -> assertThat(line).startsWith(name));
        }
        assertThat(String.join("", parameters).replaceAll("\\s+", ""))
                .contains(Stream.of(Parameter.values())
                        .map(parameter -> parameter.meaning().replaceAll("\\s+", ""))
                        .toList());
    }

    @Test
    void wrongUseOfACommandIsNotBuriedUnderItsHelp() {
        StringWriter err = new StringWriter();
        int exitCode = Main.run(
                new String[] {"run", "--input", "log.csv"}, new PrintWriter(new StringWriter()), new PrintWriter(err));
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().lines())
                .containsExactly("Missing required option: '--output=DIR'", "See recovery-report run --help.");
    }

    private static List<String> help(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(Main.run(arguments, new PrintWriter(out), new PrintWriter(err)))
                .isZero();
        assertThat(err.toString()).isEmpty();
        return out.toString().lines().toList();
    }
}
