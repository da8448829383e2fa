package org.recoveryreport.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where reports go, for every command that needs to know. */
final class OutputOption {
    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the reports. DIR/latest is the last good one.")
    Path folder = Path.of("");
}
