package org.recoveryreport.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What identifies a file's content.
 *
 * @param path with {@code /} between folders
 * @param sha256 64 hexadecimal digits in lower case
 * @param bytes its length; null = not told, because it tells about how many rows the file has
 */
public record FileFingerprint(
        String path, String sha256, @Nullable Long bytes) {
    /**
     * Reads the whole file.
     *
     * @param path what to call it, with {@code /} between folders
     */
    public static FileFingerprint of(String path, Path file) {
        MessageDigest digest = digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return new FileFingerprint(path, HexFormat.of().formatHex(digest.digest()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Every file of a folder and the folders in it, by path. */
    public static List<FileFingerprint> ofFolder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().parallelStream()
                    .map(file -> of(slashed(folder.relativize(file)), file))
                    .sorted(Comparator.comparing(FileFingerprint::path))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static String slashed(Path path) {
        return path.toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
