package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @Test
    void aPlaceIsCheckedWithoutATrace(@TempDir Path folder) throws IOException {
        Files.createDirectory(folder.resolve(".recovery-report"));
        OutputFolder.checkPlace(folder);
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left).containsExactlyInAnyOrder(folder, folder.resolve(".recovery-report"));
        }
    }

    /** What is in a ZIP archive can be written, but not linked. */
    @Test
    void aDiskWithoutLinksIsRefusedBeforeAnythingRuns(@TempDir Path folder) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))) {
            Path reports = zip.getPath("/reports");
            Files.createDirectories(reports.resolve(".recovery-report"));
            assertThatThrownBy(() -> OutputFolder.checkPlace(reports))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageStartingWith("No symbolic link can be made in /reports, ");
        }
    }
}
