package org.recoveryreport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.recoveryreport.publish.WholeFile;

/** Who holds an output folder, in words for those who have to wait. The lock is another thing, and goes with its process. */
final class Holder {
    private Holder() {}

    /** We do. */
    static void note(Path file) {
        WholeFile.replace(
                file,
                "process " + ProcessHandle.current().pid() + " on " + host() + " since "
                        + Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    /** Whoever noted it last. */
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "a process that has not said which";
        }
    }

    /** Asks no network for the name. */
    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            String name = System.getenv("COMPUTERNAME");
            return name == null ? "this machine" : name;
        }
    }
}
