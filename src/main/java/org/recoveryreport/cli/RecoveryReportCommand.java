package org.recoveryreport.cli;

import java.io.PrintWriter;
import java.util.Objects;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole. */
@Command(
        name = "recovery-report",
        mixinStandardHelpOptions = true,
        versionProvider = RecoveryReportCommand.Version.class,
        description =
                "Reports recovery time of back-spasm episodes by treatment combination, from logs of anonymised episodes.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            RunCommand.class,
            RestartCommand.class,
            RerunCommand.class,
            ExecutionsCommand.class,
            StopCommand.class,
            PurgeCommand.class,
            CheckCommand.class,
            TagCommand.class,
            SampleCommand.class,
            JobsCommand.class,
            SelfTestCommand.class,
            GenerateCompletion.class,
            HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the job failed or was stopped, and can be restarted; the message says how (143 where a signal stopped it)",
            "2:wrong use, or an input that was refused before anything ran",
            "3:more rejected rows than maxRejectedPercent: nothing published, rejected.csv says why",
            "4:another run holds this output folder"
        },
        footerHeading = "%n",
        footer = "Results go to standard output, everything else to standard error.")
final class RecoveryReportCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    /** The command line, with the one place where failures become a sentence and an exit code. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine commandLine = new CommandLine(new RecoveryReportCommand());
        commandLine.setOut(out);
        commandLine.setErr(err);
        commandLine.setCaseInsensitiveEnumValuesAllowed(true);
        HelpLayout.apply(commandLine);
        RunCommand.explainParameters(
                Objects.requireNonNull(commandLine.getSubcommands().get("run")));
        commandLine.setParameterExceptionHandler((failure, arguments) -> {
            CommandLine command = failure.getCommandLine();
            err.println(failure.getMessage());
            UnmatchedArgumentException.printSuggestions(failure, err);
            if (command == commandLine) {
                command.usage(err);
            } else {
                // the help of a command is long enough to push the message off the screen
                err.println("See " + command.getCommandSpec().qualifiedName() + " --help.");
            }
            return ExitCode.REFUSED;
        });
        commandLine.setExecutionExceptionHandler((failure, command, parsed) -> {
            err.println(Failures.sentence(failure));
            return failure instanceof CommandFailure known ? known.exitCode() : Failures.exitCode(failure);
        });
        return commandLine;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See the list below.");
    }

    /** For {@code --version}. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"recovery-report " + org.recoveryreport.job.Version.NUMBER};
        }
    }
}
