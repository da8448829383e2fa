package org.recoveryreport.staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DuckDB's library, some 70 MB that it unpacks into the folder for temporary files and removes when the process ends in good
 * order.
 */
final class UnpackedLibrary {
    /** What of this process is in memory; only Linux has it. */
    private static final Path MAPS = Path.of("/proc/self/maps");

    private static final Pattern NAME = Pattern.compile("libduckdb_java\\d+\\.so$");

    private static boolean removed;

    private UnpackedLibrary() {}

    /**
     * Removes the file once it is loaded, for which it is not needed any more: a run that is killed would leave it for good.
     * Where it cannot be told or removed, it stays until the process ends.
     */
    static synchronized void remove() {
        if (removed || !Files.exists(MAPS)) {
            return;
        }
        removed = true;
        try {
            // only the end of a line matters, whatever the letters of the folder
            for (String line : Files.readAllLines(MAPS, StandardCharsets.ISO_8859_1)) {
                Matcher name = NAME.matcher(line);
                if (name.find()) {
                    Files.deleteIfExists(Path.of(System.getProperty("java.io.tmpdir"), name.group()));
                }
            }
        } catch (IOException e) {
            // then it stays until the process ends
        }
    }
}
