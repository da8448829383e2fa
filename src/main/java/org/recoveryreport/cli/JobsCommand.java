package org.recoveryreport.cli;

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
    private CommandSpec spec;

    @Override
    public void run() {
        JobFolder.ofInstallation().names().forEach(spec.commandLine().getOut()::println);
    }
}
