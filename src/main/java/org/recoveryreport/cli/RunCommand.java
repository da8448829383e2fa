package org.recoveryreport.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Callable;
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
        description = "Reads episode logs and writes a report.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Episode logs: CSV or CSV.gz files, or folders of them (not their sub-folders).")
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
            description =
                    "If the last run in this output folder was cut off, resume it; otherwise start a new one, as also where"
                            + " the log, the parameters or the application have changed since.")
    private boolean resume;

    @Mixin
    private LogOption log = new LogOption();

    /** Has the help say what the parameters are. */
    static void explainParameters(CommandLine run) {
        Map<String, String> meanings = new LinkedHashMap<>();
        for (Parameter parameter : Parameter.values()) {
            meanings.put(
                    parameter.key() + (parameter.defaultValue().isEmpty() ? "" : "=" + parameter.defaultValue()),
                    parameter.meaning());
        }
        HelpLayout.explain(run, "%nParameters (-P name=value), with their defaults:%n", meanings);
    }

    @Override
    public Integer call() throws InterruptedException {
        CommandLine commandLine = spec.commandLine();
        JobFolder jobs = JobFolder.ofInstallation();
        NewRun run = NewRun.checked(inputs, parameters, job, jobs);
        OutputFolder folder = OutputFolder.writable(output);
        try (FolderLock hold = folder.hold();
                BatchLauncher launcher = BatchLauncher.open(hold, jobs)) {
            RunWatch watch = new RunWatch(launcher, hold, commandLine, log.format);
            if (resume) {
                Long unfinished = new Unfinished(launcher, jobs, folder.path()).toResume(run, commandLine.getErr());
                if (unfinished != null) {
                    return watch.toEnd(launcher.restart(unfinished, new Properties()));
                }
            }
            return watch.toEnd(run.start(launcher, folder, jobs));
        }
    }
}
