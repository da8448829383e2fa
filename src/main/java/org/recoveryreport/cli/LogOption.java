package org.recoveryreport.cli;

import picocli.CommandLine.Option;

/** How a run tells of its steps, for every command that runs one. */
final class LogOption {
    @Option(
            names = "--log",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "A line for each step with counts and rates on standard error: text, json or none.")
    LogFormat format = LogFormat.TEXT;
}
