package org.recoveryreport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.job.JobSettings;
import org.recoveryreport.job.Parameter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code recovery-report run}. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {"Reads episode logs and writes a report.", ""},
        footerHeading = "%nParameters (-P name=value), with their defaults:%n",
        footer = "${PARAMETERS}")
final class RunCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Episode logs: CSV or CSV.gz files, or folders of them.")
    private List<Path> inputs = List.of();

    @Mixin
    private OutputOption output = new OutputOption();

    @Option(names = "-P", paramLabel = "name=value", description = "A parameter, see below; may be repeated.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(
            names = "--job",
            paramLabel = "NAME",
            defaultValue = JobFolder.BUILT_IN,
            description = "The job definition, jobs/NAME.xml (default: ${DEFAULT-VALUE}).")
    private String job = JobFolder.BUILT_IN;

    @Option(
            names = "--resume",
            description = "If the last run in this output folder was cut off, go on with it; else start.")
    private boolean resume;

    @Override
    public Integer call() throws InterruptedException {
        CommandLine commandLine = java.util.Objects.requireNonNull(spec).commandLine();
        Properties given = validated();
        JobFolder jobs = JobFolder.ofInstallation();
        if (!jobs.names().contains(job)) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "There is no job " + job + ". These are: " + String.join(", ", jobs.names()) + ".");
        }
        OutputFolder folder = OutputFolder.writable(output.folder);
        try (OutputFolder.Hold hold = folder.hold();
                BatchLauncher launcher = BatchLauncher.open(hold, jobs)) {
            RunWatch watch = new RunWatch(launcher, folder, commandLine);
            if (resume) {
                Long unfinished = Unfinished.last(launcher);
                if (unfinished != null) {
                    return watch.toEnd(launcher.restart(unfinished, new Properties()));
                }
            }
            Instant now = Clock.systemUTC().instant();
            Path work = folder.newWork(now);
            given.setProperty("inputs", listed(work).toString());
            given.setProperty("work", work.toString());
            given.setProperty("output", folder.path().toString());
            given.setProperty("started", now.toString());
            return watch.toEnd(launcher.start(job, given));
        }
    }

    private Properties validated() {
        Properties given = new Properties();
        parameters.forEach((name, value) -> {
            if (Parameter.named(name).isEmpty()) {
                String known = Stream.of(Parameter.values()).map(Parameter::key).collect(Collectors.joining(", "));
                throw new CommandFailure(
                        ExitCode.REFUSED, "There is no parameter " + name + ". These are: " + known + ".");
            }
            given.setProperty(name, value);
        });
        String catalogue = given.getProperty(Parameter.CATALOGUE.key(), "");
        if (!catalogue.isEmpty()) {
            given.setProperty(
                    Parameter.CATALOGUE.key(),
                    Path.of(catalogue).toAbsolutePath().toString());
        }
        try {
            JobSettings.of(given);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(ExitCode.REFUSED, "Cannot use this: " + e.getMessage() + ".");
        }
        return given;
    }

    /** The inputs go by file: a job's parameters have room for few of them. */
    private Path listed(Path work) {
        List<String> lines = new ArrayList<>();
        inputs.forEach(input -> lines.add(input.toString()));
        if (lines.stream().anyMatch(line -> line.indexOf('\n') >= 0)) {
            throw new CommandFailure(ExitCode.REFUSED, "A path with a line break in it cannot be used.");
        }
        try {
            return Files.write(work.resolve("inputs.txt"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
