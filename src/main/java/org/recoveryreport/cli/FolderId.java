package org.recoveryreport.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * What an output folder is called in a database that hosts share. Its path may differ from host to host, so the name is
 * kept in the folder itself.
 */
record FolderId(String value) {
    /** The name, made when it is first asked for; hosts that ask at once all get the same one. */
    static FolderId of(Path folder) {
        Path file = folder.resolve("folder-id");
        try {
            if (!Files.exists(file)) {
                Path aside = Files.createTempFile(folder, "folder-id", null);
                Files.writeString(aside, UUID.randomUUID().toString());
                try {
                    Files.createLink(file, aside);
                } catch (FileAlreadyExistsException e) {
                    // another was faster
                } finally {
                    Files.delete(aside);
                }
            }
            return new FolderId(UUID.fromString(Files.readString(file)).toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key of a lock. */
    long key() {
        return UUID.fromString(value).getMostSignificantBits();
    }
}
