package org.recoveryreport.cli;

import static org.recoveryreport.cli.CommandFailure.refused;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.recoveryreport.job.RunFolder;
import org.recoveryreport.job.RunOutcome;

/**
 * The folder that reports go to. Besides the runs it holds the application's own folder: the history of runs, the lock, and
 * what a run needs while it is not finished.
 *
 * @param path absolute
 * @param repository where the history of its runs is kept
 */
record OutputFolder(Path path, Repository repository) {
    private static final String OWN = ".recovery-report";
    private static final String HOLDER = "holder.txt";
    private static final String STOP = "stop-";
    private static final int ATTEMPTS = 10;

    /** The folder, made if need be; refused unless reports can be put into it. */
    static OutputFolder writable(OutputOption option) {
        Path path = path(option);
        Path own = path.resolve(OWN);
        try {
            Files.createDirectories(own);
            OwnerOnly.restrict(own);
        } catch (IOException e) {
            throw notWritable(path);
        }
        checkPlace(path);
        return new OutputFolder(path, option.repository(own));
    }

    /** Its path, before anything is made there. */
    private static Path path(OutputOption option) {
        Path path = option.folder.toAbsolutePath().normalize();
        if (option.folder.toString().isEmpty()) {
            throw refused("--output names no folder: name the folder of the reports.");
        }
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw refused(option.folder + " is a file: name a folder.");
        }
        // the address of the database that keeps the history can hold neither
        if (path.toString().indexOf(';') >= 0 || path.toString().indexOf('\n') >= 0) {
            throw refused("An output folder with a semicolon or a line break in its path cannot be used.");
        }
        for (Path folder = path; folder != null; folder = folder.getParent()) {
            if (Files.exists(new RunFolder(folder).record())) {
                throw refused(option.folder + " is inside the folder of a run: name the folder that all runs go to.");
            }
        }
        return path;
    }

    /** Refuses a folder into which no report could be put when it is done. */
    static void checkPlace(Path path) {
        for (Path folder : List.of(path, path.resolve(OWN))) {
            try {
                Files.delete(Files.createTempFile(folder, ".writable", null));
            } catch (IOException e) {
                throw notWritable(path);
            }
        }
        checkLinks(path);
        Path latest = RunFolder.latest(path).path();
        if (Files.isDirectory(latest, LinkOption.NOFOLLOW_LINKS)) {
            throw refused(latest + " is a folder, where a link to the last good report belongs: move it away.");
        }
    }

    /** Rather now than when the report is done. */
    private static void checkLinks(Path path) {
        Path link = path.resolve(".writable-link");
        try {
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, link.getFileName());
            Files.delete(link);
        } catch (IOException | UnsupportedOperationException e) {
            throw refused("No symbolic link can be made in " + path
                    + ", and the last good report is linked as latest: choose a folder on a disk that has links; on Windows"
                    + " turn on developer mode, or run this as an administrator.");
        }
    }

    static CommandFailure ofAnotherUser(Path path) {
        return refused(path + " belongs to another user: run this as the user of the nightly job.");
    }

    private static CommandFailure notWritable(Path path) {
        return refused("The output folder " + path
                + " cannot be written to: choose another, or ask for the right to write there.");
    }

    /** The folder, which must hold runs; refused unless reports can be put into it. */
    static OutputFolder toRestartIn(OutputOption option) {
        OutputFolder folder = withRuns(option);
        checkPlace(folder.path());
        return folder;
    }

    /** The folder, which must be there and hold runs. */
    static OutputFolder withRuns(OutputOption option) {
        return ifWithRuns(option).orElseThrow(() -> refused("There are no runs in " + option.folder + "."));
    }

    /** The folder; empty where it holds no runs. */
    static Optional<OutputFolder> ifWithRuns(OutputOption option) {
        Path path = path(option);
        Path own = path.resolve(OWN);
        if (Files.isDirectory(own) && !Files.isExecutable(own)) {
            throw ofAnotherUser(path);
        }
        if (Files.isDirectory(own)) {
            Repository repository = option.repository(own);
            if (repository.exists()) {
                return Optional.of(new OutputFolder(path, repository));
            }
        }
        return Optional.empty();
    }

    /** A place in the application's own folder. */
    Path inOwn(String name) {
        return path.resolve(OWN).resolve(name);
    }

    /** The last good run. */
    RunFolder latest() {
        return RunFolder.latest(path);
    }

    /** Where a run is that came to its end. */
    RunFolder of(RunOutcome outcome) {
        return new RunFolder(path.resolve(outcome.folder()));
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
        return new StopRequest(inOwn(STOP + execution));
    }

    /** No run is going on, so any request is for one that has ended. */
    private void takeStopRequestsBack() {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(path.resolve(OWN), STOP + "*")) {
            left.forEach(file -> new StopRequest(file).takeBack());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a folder for a run that starts now. */
    Path newWork(Instant now) {
        String stamp = RunFolder.stamp(now);
        try {
            Path all = Files.createDirectories(inOwn("work"));
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
        try (FolderLock lock = FolderLock.tryTake(this)) {
            return lock == null;
        }
    }

    /** Holds the folder against every other process until closed; the lock goes with the process, however it ends. */
    FolderLock hold() {
        // who only looks whether a run is going on holds the folder too, for an instant
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            FolderLock lock = FolderLock.tryTake(this);
            if (lock != null) {
                Holder.note(inOwn(HOLDER));
                takeStopRequestsBack();
                return lock;
            }
            LockSupport.parkNanos(100_000_000);
        }
        throw new CommandFailure(
                ExitCode.HELD,
                "Another run holds " + path + ": " + Holder.read(inOwn(HOLDER)) + ". Wait for it to end, or stop it.");
    }
}
