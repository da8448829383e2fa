package org.recoveryreport.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code recovery-report jobs}. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "Lists the job definitions found: jobs/NAME.xml in the application's folder.")
final class JobsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        JobFolder.ofInstallation()
                .names()
                .forEach(Objects.requireNonNull(spec).commandLine().getOut()::println);
    }
}
