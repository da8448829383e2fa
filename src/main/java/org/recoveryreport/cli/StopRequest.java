package org.recoveryreport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A request, left as a file, that a run in another process stop. It needs no open port.
 *
 * @param file is there when somebody has asked
 */
record StopRequest(Path file) {
    boolean isMade() {
        return Files.exists(file);
    }

    void make() {
        try {
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void takeBack() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
