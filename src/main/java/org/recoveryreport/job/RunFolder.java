package org.recoveryreport.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a run, first written aside and then moved into place whole. Where the file system can, only its owner and
 * their group read the report, and what is private its owner alone.
 *
 * @param aside where it is written
 * @param inPlace where it ends up
 */
record RunFolder(Path aside, Path inPlace) {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The folder of a run: its name tells when the run began and its first execution. */
    static RunFolder of(Run run) {
        String name = STAMP.format(run.started()) + "-" + run.firstExecution();
        return new RunFolder(run.folderAside(), run.output().resolve(name));
    }

    /** The name of the folder. */
    String name() {
        return inPlace.getFileName().toString();
    }

    /** Makes every file durable and moves the folder; does nothing where that has been done. */
    void moveIntoPlace() {
        if (Files.isDirectory(inPlace)) {
            return;
        }
        try {
            if (Files.getFileStore(aside).supportsFileAttributeView("posix")) {
                keepFrom(aside, "rwxr-x---");
                keepFrom(aside.resolve("private"), "rwx------");
            }
            for (Path path : filesBelow(aside)) {
                try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
                    file.force(true);
                }
            }
            Files.move(aside, inPlace, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes away what a folder and all below it permit beyond this; what the clinic permits less stays so. */
    private static void keepFrom(Path folder, String atMost) throws IOException {
        Set<PosixFilePermission> limit = PosixFilePermissions.fromString(atMost);
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.toList()) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                permissions.retainAll(limit);
                Files.setPosixFilePermissions(path, permissions);
            }
        }
    }

    /** Points {@code latest} to this folder, in one instant. */
    void makeLatest() {
        Path latest = inPlace.resolveSibling("latest");
        Path next = inPlace.resolveSibling(".latest-next");
        try {
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, inPlace.getFileName());
            Files.move(next, latest, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
