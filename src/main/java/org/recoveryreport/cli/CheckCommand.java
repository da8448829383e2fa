package org.recoveryreport.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.catalogue.CatalogueReader;
import org.recoveryreport.domain.episode.TimeScale;
import org.recoveryreport.intake.InputPlan;
import org.recoveryreport.intake.InputRefused;
import org.recoveryreport.intake.LogCheck;
import org.recoveryreport.intake.LogFile;
import org.recoveryreport.intake.LogInspector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Reads and validates logs, and tells what a run would reject. {@link InputRefused} goes up to whoever turns failures into
 * exit codes.
 */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads and validates episode logs: what would be rejected, and why. Writes no report.")
public final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Episode logs: CSV or CSV.gz files, or folders of them (not their sub-folders).")
    private List<Path> inputs = List.of();

    @Option(
            names = "--catalogue",
            paramLabel = "DIR",
            description = "Folder of a catalogue that extends or replaces the built-in one.")
    private @Nullable Path catalogue;

    @Override
    public Integer call() {
        InputPlan plan = new LogInspector().plan(inputs, 1);
        UntaggedTexts texts =
                new UntaggedTexts(catalogue == null ? CatalogueReader.builtIn() : CatalogueReader.read(catalogue));
        LogCheck.Result result = LogCheck.check(plan, texts::collect);
        PrintWriter out = spec.commandLine().getOut();
        for (LogFile file : plan.files()) {
            String days = file.scale() == TimeScale.CALENDAR ? "dates" : "study days";
            line(out, "%s: %,d bytes, %s", file.source(), file.bytes(), days);
        }
        line(out, "");
        line(
                out,
                "Rows      %,d read = %,d accepted + %,d rejected",
                result.rowsRead(),
                result.rowsAccepted(),
                result.rowsRejected());
        line(
                out,
                "Episodes  %,d read = %,d accepted + %,d rejected",
                result.episodesRead(),
                result.episodesAccepted(),
                result.episodesRejected());
        printReasons(out, result);
        texts.print(out);
        out.flush();
        return ExitCode.DONE;
    }

    private static void printReasons(PrintWriter out, LogCheck.Result result) {
        if (result.reasons().isEmpty()) {
            return;
        }
        line(out, "");
        line(out, "Rejected rows by reason, with the first places");
        for (LogCheck.ReasonResult reason : result.reasons()) {
            line(out, "%,8d  %s", reason.rows(), reason.reason().text());
            for (LogCheck.Place place : reason.places()) {
                String column = place.column().isEmpty() ? "" : ", column " + place.column();
                line(out, "          %s line %d%s", place.source(), place.line(), column);
            }
        }
    }

    private static void line(PrintWriter out, String format, Object... values) {
        out.print(String.format(Locale.ROOT, format, values) + "\n");
    }
}
