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
    void itIsTheMedianOfTheAcuteCases() {
        StudyResult year = SimulatedClinic.year();
        Path json = folder.resolve("report.json");
        JsonReport.write(json, year, "1");
        Double median = year.overall().stream()
                .filter(row -> row.population() == Population.ACUTE)
                .findFirst()
                .orElseThrow()
                .medianDays();
        assertThat(Headline.of(json)).hasValueSatisfying(headline -> assertThat(headline.medianDays())
                .isEqualTo(median));
    }

    @Test
    void aReportThatDoesNotGiveItHasNone() throws IOException {
        Path json = folder.resolve("report.json");
        assertThat(Headline.of(json)).isEmpty();
        JsonReport.write(json, Studies.empty(), "1");
        assertThat(Headline.of(json)).isEmpty();
        Files.writeString(json, "{\"overall\": [{\"case_class\": \"ACU");
        assertThat(Headline.of(json)).isEmpty();
    }
}
