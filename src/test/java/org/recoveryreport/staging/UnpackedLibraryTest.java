package org.recoveryreport.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibraryTest {
    @TempDir
    private Path folder;

    @Test
    void nothingIsLeftInTheFolderForTemporaryFilesWhateverBecomesOfTheProcess() throws Exception {
        Path maps = Path.of("/proc/self/maps");
        assumeTrue(Files.exists(maps), "only Linux tells");
        new StagingDatabase(folder.resolve("staging.duckdb"), List.of())
                .connect()
                .close();

        List<String> library = Files.readAllLines(maps, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> line.contains("libduckdb_java"))
                .toList();

        assertThat(library).isNotEmpty().allMatch(line -> line.endsWith(" (deleted)"));
    }
}
