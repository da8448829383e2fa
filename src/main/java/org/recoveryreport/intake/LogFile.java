package org.recoveryreport.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.recoveryreport.domain.episode.TimeScale;

/**
 * An episode log that has passed inspection. Offsets count bytes of the content, that is, after decompression.
 *
 * @param source the file as the user named it, with {@code /} between folders
 * @param path where it is
 * @param gzip whether its content is compressed
 * @param bytes size on disk
 * @param sha256 of the bytes on disk, hexadecimal
 * @param scale how it counts its days
 * @param columns where its columns stand
 * @param rowsOffset offset of the line after the header
 * @param rowsLine number of that line; the first line of a file is 1
 * @param end size of the content
 * @param records how many records it has after the header
 */
public record LogFile(
        String source,
        Path path,
        boolean gzip,
        long bytes,
        String sha256,
        TimeScale scale,
        LogColumns columns,
        long rowsOffset,
        long rowsLine,
        long end,
        long records) {

    /** Opens the content from an offset on. */
    InputStream open(long offset) throws IOException {
        if (Files.size(path) != bytes) {
            throw new InputRefused(source + " has changed since it was checked: start the run anew.");
        }
        return open(path, gzip, offset);
    }

    static InputStream open(Path path, boolean gzip, long offset) throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            if (!gzip) {
                return Channels.newInputStream(channel.position(offset));
            }
            InputStream content = new GzipContent(Channels.newInputStream(channel));
            content.skipNBytes(offset);
            return content;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** Of a file's bytes on disk, hexadecimal. */
    static String sha256(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    LogFile withScale(TimeScale other) {
        return new LogFile(source, path, gzip, bytes, sha256, other, columns, rowsOffset, rowsLine, end, records);
    }
}
