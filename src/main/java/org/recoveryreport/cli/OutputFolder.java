package org.recoveryreport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that reports go to. Besides the runs it holds the application's own folder: the history of runs, the lock, and
 * what a run needs while it is not finished.
 *
 * @param path absolute
 */
record OutputFolder(Path path) {
    private static final String OWN = ".recovery-report";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The folder, which is made if need be. */
    static OutputFolder writable(Path given) {
        Path path = given.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            Path own = Files.createDirectories(path.resolve(OWN));
            OwnerOnly.restrict(own);
            Files.delete(Files.createTempFile(own, "writable", null));
        } catch (IOException e) {
            throw new CommandFailure(
                    ExitCode.REFUSED,
                    "The output folder " + given
                            + " cannot be written to: choose another, or ask for the right to write there.");
        }
        return new OutputFolder(path);
    }

    /** The folder, which must be there and hold runs. */
    static OutputFolder withRuns(Path given) {
        OutputFolder folder = new OutputFolder(given.toAbsolutePath().normalize());
        if (!Files.exists(folder.repositoryFile())) {
            throw new CommandFailure(ExitCode.REFUSED, "There are no runs in " + given + ".");
        }
        return folder;
    }

    /** Where the history of runs is kept. */
    Path repositoryFile() {
        return path.resolve(OWN).resolve("repository.mv.db");
    }

    /** The last good run. */
    Path latest() {
        return path.resolve("latest");
    }

    /** Where monitors see how far a run is. */
    Path status() {
        return path.resolve("status.json");
    }

    /** Where monitors see how the last run went. */
    Path metrics() {
        return path.resolve("recovery-report.prom");
    }

    /** Where others ask an execution to stop. */
    StopRequest stopRequest(long execution) {
        return new StopRequest(path.resolve(OWN).resolve("stop-" + execution));
    }

    /** Makes a folder for a run that starts now. */
    Path newWork(Instant now) {
        String stamp = STAMP.format(now);
        try {
            Path all = Files.createDirectories(path.resolve(OWN).resolve("work"));
            Path work = all.resolve(stamp);
            for (int i = 2; Files.exists(work); i++) {
                work = all.resolve(stamp + "-" + i);
            }
            return Files.createDirectory(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes what a finished run needed. */
    static void delete(Path work) {
        if (!Files.exists(work)) {
            return;
        }
        try (Stream<Path> files = Files.walk(work)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a run is going on. */
    boolean isHeld() {
        try (Hold hold = tryHold()) {
            return hold == null;
        }
    }

    /** Holds the folder against every other process until closed; the lock goes with the process, however it ends. */
    Hold hold() {
        Hold hold = tryHold();
        if (hold == null) {
            throw new CommandFailure(ExitCode.HELD, "Another run holds " + path + ": wait for it to end, or stop it.");
        }
        return hold;
    }

    private @Nullable Hold tryHold() {
        Path file = path.resolve(OWN).resolve("lock");
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new Hold(this, channel);
                }
            } catch (OverlappingFileLockException e) {
                // held by this very process
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder is ours until this is closed. */
    record Hold(OutputFolder folder, FileChannel channel) implements AutoCloseable {
        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
