package org.recoveryreport.cli;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewRunTest {
    @Test
    void aCatalogueThatIsNoFolderIsRefusedByTheNameOfTheParameter(@TempDir Path folder) {
        Map<String, String> parameters =
                Map.of("catalogue", folder.resolve("none").toString());
        assertThatThrownBy(() -> NewRun.checked(List.of(folder), parameters, "night", JobFolder.ofInstallation()))
                .hasMessageContaining("parameter catalogue=");
    }

    @Test
    void aNumberLeftBlankIsRefusedAndWhatIsOffMayBeBlank(@TempDir Path folder) {
        JobFolder jobs = JobFolder.ofInstallation();
        assertThatThrownBy(() -> NewRun.checked(List.of(folder), Map.of("minCellCount", " "), "night", jobs))
                .hasMessageContaining("parameter minCellCount= needs a value");
        assertThatThrownBy(() -> NewRun.checked(List.of(folder), Map.of("subacuteAfterDays", ""), "night", jobs))
                .hasMessageContaining("There is no job night");
    }
}
