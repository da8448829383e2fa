package org.recoveryreport.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The job with many checkpoints, so that a small log has as many moments to be cut off in as a large one. */
final class SmallChunks {
    private SmallChunks() {}

    /** Java options by which the application finds the job so changed in a folder. */
    static List<String> in(Path folder, int items) {
        try {
            Path jobs = Files.createDirectories(folder.resolve("home/jobs"));
            Files.writeString(
                    jobs.resolve("recovery-report.xml"),
                    Files.readString(Path.of("jobs/recovery-report.xml"))
                            .replace("item-count=\"10000\"", "item-count=\"" + items + "\""));
            return List.of("-Drecovery-report.home=" + folder.resolve("home"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the work folder of the run when a chunk is durable but the step is not done. */
    static Path awaitStagedRows(Path output, Process process) throws InterruptedException {
        Path works = output.resolve(".recovery-report/work");
        while (process.isAlive()) {
            if (Files.isDirectory(works)) {
                try (Stream<Path> files = Files.walk(works)) {
                    for (Path file : files.toList()) {
                        if (file.getFileName().toString().equals("cases-0.bin") && Files.size(file) > 30_000) {
                            return file.getParent();
                        }
                    }
                } catch (IOException | UncheckedIOException e) {
                    // a file went away while we looked
                }
            }
            Thread.sleep(2);
        }
        throw new AssertionError("the run ended before it could be killed");
    }
}
