package org.recoveryreport.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.sample.SampleLog;
import org.recoveryreport.sample.SampleSettings;
import org.recoveryreport.sample.SampleTruth;
import org.recoveryreport.sample.TruthSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes a synthetic log with a known truth. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        description = "Writes an invented episode log of which the truth is known, to try the report on.")
public final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--episodes",
            required = true,
            paramLabel = "N",
            description = "How many episodes; about two rows each.")
    private long episodes;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Equal seeds give equal bytes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "Where to write the log; compressed where the name ends with .gz.")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--truth", paramLabel = "FILE", description = "Write here, in Markdown, what is true of the log.")
    private @Nullable Path truthFile;

    @Option(names = "--days", description = "Number the days of the study instead of writing dates.")
    private boolean studyDays;

    @Option(
            names = "--start-year",
            paramLabel = "YEAR",
            defaultValue = "2025",
            description = "The year in which the episodes begin (default: ${DEFAULT-VALUE}).")
    private int startYear;

    @Option(names = "--no-effect", description = "No treatment changes the recovery.")
    private boolean noEffect;

    @Option(
            names = "--bad-rows",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "Bad rows of every kind, in percent of all rows (default: ${DEFAULT-VALUE}).")
    private double badRowsPercent;

    @Option(names = "--force", description = "Replace files that exist.")
    private boolean force;

    @Override
    public Integer call() {
        SampleSettings settings;
        try {
            settings = new SampleSettings(episodes, seed, startYear, studyDays, !noEffect, badRowsPercent);
        } catch (IllegalArgumentException e) {
            return refuse(String.valueOf(e.getMessage()));
        }
        List<Path> files = truthFile == null ? List.of(file) : List.of(file, truthFile);
        for (Path path : files) {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                return refuse(path + " is not a file");
            }
            if (Files.exists(path) && !force) {
                return refuse(path + " exists already; --force replaces it");
            }
        }
        return write(settings);
    }

    private int write(SampleSettings settings) {
        try {
            SampleTruth truth = writeLog(settings);
            if (truthFile != null) {
                Files.writeString(truthFile, TruthSheet.of(truth));
            }
            spec.commandLine()
                    .getErr()
                    .printf(Locale.ROOT, "Wrote %d rows of %d episodes to %s.%n", truth.rowsWritten(), episodes, file);
            return ExitCode.DONE;
        } catch (NoSuchFileException e) {
            return refuse("cannot write " + e.getFile() + ": its folder does not exist");
        } catch (AccessDeniedException e) {
            return refuse("cannot write " + e.getFile() + ": not allowed");
        } catch (IOException e) {
            return refuse("cannot write " + file + ": " + e.getMessage());
        }
    }

    /** Writes beside the file and moves, so that there is never half a log under its name. */
    private SampleTruth writeLog(SampleSettings settings) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            SampleTruth truth;
            try (OutputStream out = open(part)) {
                truth = SampleLog.write(settings, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return truth;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private OutputStream open(Path path) throws IOException {
        OutputStream out = Files.newOutputStream(path);
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out;
    }

    private int refuse(String sentence) {
        spec.commandLine().getErr().println(sentence + ".");
        return ExitCode.REFUSED;
    }
}
