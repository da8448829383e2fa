package org.recoveryreport.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A sign by which somebody outside can tell that a run has come to a step: a file in its work folder. */
enum Moment {
    START(""),
    WORK("inputs.txt"),
    PLANNED("plan.txt"),
    STAGING("cases-0.bin"),
    READ("rows-read-0.txt"),
    REJECTED("run/private/rejected.csv"),
    ANALYSED("result-figures-00000000.bin"),
    COMPARED("result-published-00000000.bin"),
    TABLES("run/report/tests.csv"),
    REPORT("run/report/report.json");

    private final String file;

    Moment(String file) {
        this.file = file;
    }

    /** Whether the newest run of an output folder has come so far. */
    boolean hasCome(Path output) {
        Path works = output.resolve(".recovery-report/work");
        if (this == START) {
            return true;
        }
        if (!Files.isDirectory(works)) {
            return false;
        }
        try (Stream<Path> runs = Files.list(works)) {
            return runs.anyMatch(run -> Files.exists(run.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
