package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.StudyResult;

class HeadlineTest {
    @TempDir
    Path folder;

    @Test
    void itSaysFromWhichEpisodesAndSettingsItIs() {
        StudyResult year = SimulatedClinic.year();
        Path json = folder.resolve("report.json");
        JsonReport.write(json, year, "1");
        Double median = year.overall().stream()
                .filter(row -> row.population() == Population.ACUTE)
                .findFirst()
                .orElseThrow()
                .medianDays();
        assertThat(Headline.of(json)).hasValueSatisfying(headline -> {
            assertThat(headline.acute().medianDays()).isEqualTo(median);
            assertThat(headline.all().episodes()).isEqualTo(year.log().episodesAccepted());
            assertThat(headline.fingerprint()).isEqualTo(year.log().fingerprint());
            assertThat(headline.minCellCount()).isEqualTo(year.settings().minCellCount());
            assertThat(headline.settings()).containsEntry("landmarkDays", "14");
        });
    }

    @Test
    void aReportThatDoesNotGiveItHasNone() throws IOException {
        Path json = folder.resolve("report.json");
        assertThat(Headline.of(json)).isEmpty();
        JsonReport.write(json, Studies.empty(), "1");
        assertThat(Headline.of(json)).hasValueSatisfying(headline -> {
            assertThat(headline.all()).isNull();
            assertThat(headline.acute()).isNull();
        });
        Files.writeString(json, "{\"overall\": [{\"case_class\": \"ACU");
        assertThat(Headline.of(json)).isEmpty();
    }
}
