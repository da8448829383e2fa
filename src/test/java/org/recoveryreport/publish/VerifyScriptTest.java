package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.domain.study.StudySettings;

class VerifyScriptTest {
    @TempDir
    Path folder;

    @Test
    void theSettingsOfTheRunStandInItsHead() {
        StudySettings settings = Studies.small().settings();
        VerifyScript.write(folder, settings);
        assertThat(GoldenFiles.text(folder.resolve("verify.R")))
                .contains("\nconfidence <- " + settings.confidence() + "\n")
                .contains("\nconfidence_type <- \"" + settings.confidenceType().label() + "\"\n")
                .contains("\nhorizon_days <- " + settings.horizonDays() + "\n")
                .contains("\nmin_cell_count <- " + settings.minCellCount() + "\n")
                .doesNotContain("@", "\r");
    }
}
