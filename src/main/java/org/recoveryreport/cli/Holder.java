package org.recoveryreport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.recoveryreport.publish.WholeFile;

/** A note of who holds an output folder, for those who have to wait. It is not the lock, which ends with its process. */
final class Holder {
    private Holder() {}

    /** Notes that this process does. */
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

    /** The name of this host, without asking the network. */
    private static String host() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException e) {
            String name = System.getenv("COMPUTERNAME");
            return name == null ? "this machine" : name;
        }
    }
}
