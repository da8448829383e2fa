package org.recoveryreport.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory does not grow with the log. */
class SizeIT {
    @TempDir
    private Path folder;

    @Test
    void twoHundredThousandEpisodesFitIntoHalfAGigabyte() {
        Path log = folder.resolve("log.csv");
        Application.run("sample", "--episodes", 200_000, "--seed", 11, "--file", log)
                .done();
        Application.Ended ended = Application.run(
                        List.of("-Xmx512m"), "run", "--input", log, "--output", folder.resolve("output"))
                .done();
        assertThat(ended.out()).contains("+ 0 rejected");
    }
}
