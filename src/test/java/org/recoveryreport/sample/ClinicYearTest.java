package org.recoveryreport.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClinicYearTest {
    private static final Path FOLDER = Path.of("sample-data");

    /** As in the command that sample-data/README.md states. */
    private static final SampleSettings SETTINGS = SampleSettings.of(3_600, 1).withBadRows(0.6);

    @Test
    void theClinicYearAndItsTruthAreWhatTheStatedCommandWrites() throws IOException {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        SampleTruth truth = SampleLog.write(SETTINGS, log);
        assertThat(FOLDER.resolve("clinic-year.csv")).hasBinaryContent(log.toByteArray());
        assertThat(FOLDER.resolve("clinic-year-truth.md"))
                .hasBinaryContent(TruthSheet.of(truth).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theDataDictionaryKnowsEveryColumn() throws IOException {
        String dictionary = Files.readString(FOLDER.resolve("README.md"));
        for (String column : SampleColumn.header()) {
            assertThat(dictionary).contains("| `" + column + "` |");
        }
    }

    @Test
    void lessThanAHundredthOfTheClinicYearIsBad() throws IOException {
        SampleTruth truth = SampleLog.write(SETTINGS, new ByteArrayOutputStream());
        assertThat((double) truth.rowsRejected() / truth.rowsWritten()).isLessThan(0.01);
        assertThat(truth.badRows().keySet()).containsExactly(BadRow.values());
    }
}
