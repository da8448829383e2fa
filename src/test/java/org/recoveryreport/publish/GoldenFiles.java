package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that were read by a person once and must not change unseen. After a wanted change, run the tests with
 * {@code -DwriteGoldenFiles=true} and review the difference.
 */
public final class GoldenFiles {
    private GoldenFiles() {}

    /** Fails with the first difference when a file is not as the resource {@code /publish/<name>}. */
    public static void assertSame(Path actual, String name) {
        if (Boolean.getBoolean("writeGoldenFiles")) {
            write(Path.of("src/test/resources/publish", name), text(actual));
            return;
        }
        assertThat(text(actual)).as(name).isEqualTo(resource("/publish/" + name));
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file's text. */
    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A resource's text. */
    public static String resource(String name) {
        try (InputStream in = GoldenFiles.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
