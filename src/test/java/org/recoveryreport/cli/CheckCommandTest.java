package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.intake.InputRefused;
import picocli.CommandLine;

class CheckCommandTest {
    private static final String LOGS = "src/test/resources/logs/";

    private final StringWriter out = new StringWriter();
    private final List<Throwable> failures = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void rowsAndReasonsAreTold() {
        int exit = check("--input", LOGS + "conflicting-values.csv", LOGS + "innocent-rows.csv");

        assertThat(exit).isZero();
        // both logs hold G1, G2 and B1, and an episode in two places is rejected, once
        assertThat(out.toString()).isEqualTo("""
                        src/test/resources/logs/conflicting-values.csv: 667 bytes, dates
                        src/test/resources/logs/innocent-rows.csv: 317 bytes, dates

                        Rows      18 read = 0 accepted + 18 rejected
                        Episodes  7 read = 0 accepted + 7 rejected

                        Rejected rows by reason, with the first places
                               5  conflicting values, an earlier row of the episode has another one: give the same value, or leave it blank
                                  src/test/resources/logs/conflicting-values.csv line 4, column patient_id
                                  src/test/resources/logs/conflicting-values.csv line 6, column onset
                                  src/test/resources/logs/conflicting-values.csv line 9, column recovered
                               4  the episode appears in two places: put its rows together, and each log in once
                                  src/test/resources/logs/conflicting-values.csv line 2, column episode_id
                                  src/test/resources/logs/conflicting-values.csv line 14, column episode_id
                                  src/test/resources/logs/innocent-rows.csv line 2, column episode_id
                               1  the treatment ended before it started: correct one of them
                                  src/test/resources/logs/innocent-rows.csv line 4, column ended
                               8  another row of this episode is rejected
                                  src/test/resources/logs/conflicting-values.csv line 3
                                  src/test/resources/logs/conflicting-values.csv line 5
                                  src/test/resources/logs/conflicting-values.csv line 7
                        """);
    }

    @Test
    void textsInWhichNothingIsRecognisedAreListed() throws IOException {
        Path log = folder.resolve("log.csv");
        Files.writeString(log, """
                episode_id,patient_id,onset,recovered,treatment
                e1,p1,0,3,leeches
                e2,p2,0,4,ice pack
                e3,p3,0,4,leeches
                """);
        check("--input", log.toString());

        assertThat(out.toString()).contains("       2  leeches").doesNotContain("ice pack");
    }

    @Test
    void aLogThatIsNoneIsRefused() {
        check("--input", LOGS + "refused/empty.csv");

        assertThat(failures).singleElement().isInstanceOf(InputRefused.class);
        assertThat(out.toString()).isEmpty();
    }

    private int check(String... args) {
        return new CommandLine(new CheckCommand())
                .setOut(new PrintWriter(out))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    failures.add(failure);
                    return 2;
                })
                .execute(args);
    }
}
