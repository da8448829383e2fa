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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The folder of a run and where things are in it. It is first written aside and then moved into place whole. Where the file
 * system can, only its owner and their group read the report, and what is private its owner alone.
 *
 * @param path where it is
 */
public record RunFolder(Path path) {
    private static final String LATEST = "latest";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** A time in the name of a folder, UTC; such names sort by it. */
    public static String stamp(Instant time) {
        return STAMP.format(time);
    }

    /** The last good one of an output folder. */
    public static RunFolder latest(Path output) {
        return new RunFolder(output.resolve(LATEST));
    }

    /** What may leave the clinic. */
    public Path report() {
        return path.resolve("report");
    }

    /** The report for people. */
    public Path page() {
        return report().resolve("report.html");
    }

    /** The report for programs. */
    public Path data() {
        return report().resolve("report.json");
    }

    /** How the report was made. */
    public Path record() {
        return report().resolve("run.json");
    }

    /** What may not leave the clinic. */
    Path confidential() {
        return path.resolve("private");
    }

    /** The rejections. */
    public Path rejected() {
        return confidential().resolve("rejected.csv");
    }

    /** The episodes, where they are to be exported. */
    Path episodes() {
        return confidential().resolve("episodes.parquet");
    }

    /** The list of what was read, where there is no report that tells. */
    public Path inputs() {
        return confidential().resolve("inputs.txt");
    }

    /** The name of the folder. */
    String name() {
        return path.getFileName().toString();
    }

    /** Makes every file durable and moves the folder; does nothing where that has been done. */
    void moveTo(RunFolder inPlace) {
        if (Files.isDirectory(inPlace.path)) {
            return;
        }
        try {
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                keepFrom(path, "rwxr-x---");
                keepFrom(confidential(), "rwx------");
            }
            for (Path file : filesBelow(path)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.move(path, inPlace.path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes any permission beyond these from a folder and all below it; a clinic's stricter ones stay. */
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
        Path next = path.resolveSibling(".latest-next");
        try {
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, path.getFileName());
            Files.move(next, path.resolveSibling(LATEST), StandardCopyOption.ATOMIC_MOVE);
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
