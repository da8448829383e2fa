package org.recoveryreport.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.Version;
import org.recoveryreport.selftest.SelfTest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recovery-report selftest}. */
@Command(
        name = "selftest",
        mixinStandardHelpOptions = true,
        description = "Recomputes published survival analyses on this machine; exit code 1 if a figure differs.")
final class SelfTestCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--all", description = "Show every figure, not only the most quoted ones.")
    private boolean all;

    @Option(names = "--json", description = "As JSON, with every figure.")
    private boolean json;

    private final Supplier<List<SelfTest.Case>> cases;

    SelfTestCommand() {
        this(SelfTest::run);
    }

    /** The command on other cases. */
    SelfTestCommand(Supplier<List<SelfTest.Case>> cases) {
        this.cases = cases;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        List<SelfTest.Case> computed = cases.get();
        if (json) {
            printJson(computed, out);
        } else {
            computed.forEach(published -> print(published, out));
            out.println(verdict(computed));
        }
        return agree(computed) ? ExitCode.DONE : ExitCode.FAILED;
    }

    private static boolean agree(List<SelfTest.Case> cases) {
        return !cases.isEmpty() && cases.stream().allMatch(SelfTest.Case::agrees);
    }

    private void print(SelfTest.Case published, PrintWriter out) {
        out.println(published.name() + ": " + published.title());
        out.println("  " + published.source());
        out.printf(
                Locale.ROOT,
                "  %,d figures, %s; largest relative difference from R %s%n",
                published.figures().size(),
                published.agrees() ? "all agree" : "NOT ALL AGREE",
                difference(published.largestDifference()));
        String format = "    %-44s  %-22s  %-22s  %s";
        out.println(String.format(Locale.ROOT, format, "figure", "expected", "computed", "by")
                .stripTrailing());
        for (SelfTest.Figure figure : published.figures()) {
            if (all || figure.headline() || !figure.agrees()) {
                out.printf(
                        Locale.ROOT,
                        format + "%s%n",
                        figure.name(),
                        figure.expected().isEmpty() ? "not reached" : figure.expected(),
                        figure.computed() == null ? "not reached" : figure.computed(),
                        figure.origin(),
                        figure.agrees() ? "" : "  DIFFERS");
            }
        }
        out.println();
    }

    private static String verdict(List<SelfTest.Case> cases) {
        long figures = cases.stream()
                .mapToLong(published -> published.figures().size())
                .sum();
        if (!agree(cases)) {
            return "Figures of these published cases differ: "
                    + cases.stream()
                            .filter(published -> !published.agrees())
                            .map(SelfTest.Case::name)
                            .collect(Collectors.joining(", "))
                    + ". Do not trust reports that are made here; try another Java runtime.";
        }
        double largest = cases.stream()
                .mapToDouble(SelfTest.Case::largestDifference)
                .max()
                .orElse(0);
        return String.format(
                Locale.ROOT,
                "All %,d figures of %d published cases agree: with R to a relative difference of %s at most,"
                        + " with other sources to the last digit printed there.",
                figures,
                cases.size(),
                difference(largest));
    }

    private static String difference(double relative) {
        return relative == 0 ? "0" : String.format(Locale.ROOT, "%.1e", relative);
    }

    private static void printJson(List<SelfTest.Case> cases, PrintWriter out) {
        try (JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeStringField("version", Version.NUMBER);
            json.writeStringField("java", System.getProperty("java.runtime.version"));
            json.writeBooleanField("agrees", agree(cases));
            json.writeArrayFieldStart("cases");
            for (SelfTest.Case published : cases) {
                json.writeStartObject();
                json.writeStringField("name", published.name());
                json.writeStringField("title", published.title());
                json.writeStringField("source", published.source());
                json.writeBooleanField("agrees", published.agrees());
                writeNumber(json, "largest_relative_difference", published.largestDifference());
                json.writeArrayFieldStart("figures");
                for (SelfTest.Figure figure : published.figures()) {
                    json.writeStartObject();
                    json.writeStringField("name", figure.name());
                    json.writeStringField("origin", figure.origin());
                    json.writeFieldName("expected");
                    if (figure.expected().isEmpty()) {
                        json.writeNull();
                    } else {
                        json.writeNumber(figure.expected());
                    }
                    writeNumber(json, "computed", figure.computed());
                    json.writeBooleanField("agrees", figure.agrees());
                    json.writeEndObject();
                }
                json.writeEndArray();
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        out.println();
    }

    /** JSON has no infinite numbers: such become null. */
    private static void writeNumber(JsonGenerator json, String name, @Nullable Double number) throws IOException {
        if (number == null || !Double.isFinite(number)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, number);
        }
    }
}
