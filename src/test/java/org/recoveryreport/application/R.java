package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** R, where it is installed. */
final class R {
    private R() {}

    /** Skips the tests where R or its package survival is missing. */
    static void assumeSurvival() throws InterruptedException {
        assumeTrue(
                hasSurvival(),
                "R with its package survival is needed to check reports with it (Debian: apt-get install"
                        + " r-base-core r-cran-survival)");
    }

    private static boolean hasSurvival() throws InterruptedException {
        try {
            return script(List.of("-e", "library(survival)")).exitCode() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    static Application.Ended script(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("Rscript", "--vanilla"));
        command.addAll(arguments);
        Path out = Files.createTempFile("out", ".txt");
        Path err = Files.createTempFile("err", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        Application.Ended ended =
                new Application.Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        Files.delete(out);
        Files.delete(err);
        return ended;
    }
}
