package org.recoveryreport.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
        JobFolder jobs = JobFolder.ofInstallation();
        NewRun run = NewRun.checked(inputs, parameters, job, jobs);
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
            return watch.toEnd(run.start(launcher, folder));
        }
    }
}
