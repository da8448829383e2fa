package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.study.EarlierCount;
import org.recoveryreport.domain.study.StudyResult;

class JsonReportReaderTest {
    @TempDir
    Path folder;

    static Stream<StudyResult> results() {
        return JsonReportTest.results();
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyTableWithCountsIsReadAsItWasWritten(StudyResult written) throws IOException {
        StudyResult read = JsonReportReader.read(write(written), written.settings());
        assertEqual(read, written);
        assertThat(read.log()).isEqualTo(written.log());
        assertThat(read.unrecognised()).isEqualTo(written.unrecognised());
        assertThat(read.strata()).hasSameSizeAs(written.strata());
        for (int i = 0; i < written.strata().size(); i++) {
            assertThat(read.strata().get(i).name())
                    .isEqualTo(written.strata().get(i).name());
            assertEqual(read.strata().get(i).result(), written.strata().get(i).result());
        }
    }

    private static void assertEqual(StudyResult read, StudyResult written) {
        assertThat(read.combinations()).isEqualTo(written.combinations());
        assertThat(read.overall()).isEqualTo(written.overall());
        assertThat(read.landmarkFlows()).isEqualTo(written.landmarkFlows());
        assertThat(read.landmarks()).isEqualTo(written.landmarks());
        assertThat(read.curves()).isEqualTo(written.curves());
        assertThat(read.supplement().treatmentModel().treatments())
                .isEqualTo(written.supplement().treatmentModel().treatments());
        assertThat(read.supplement().practice()).isEqualTo(written.supplement().practice());
        assertThat(read.supplement().practiceAtLandmark())
                .isEqualTo(written.supplement().practiceAtLandmark());
        assertThat(read.supplement().followUp()).isEqualTo(written.supplement().followUp());
        assertThat(read.supplement().recoveredBy())
                .isEqualTo(written.supplement().recoveredBy());
        assertThat(read.supplement().months()).isEqualTo(written.supplement().months());
        assertThat(read.supplement().pathways()).isEqualTo(written.supplement().pathways());
    }

    @Test
    void whatEarlierReportsShowedIsPassedOn() throws IOException {
        List<EarlierCount> earlier = List.of(
                new EarlierCount(new Cell("recovery-by-month", "2026-02", "episodes"), 40, LocalDate.of(2026, 3, 2)));
        StudyResult result = Studies.small().withEarlier(earlier);
        assertThat(JsonReportReader.read(write(result), result.settings()).earlier())
                .isEqualTo(earlier);
    }

    @Test
    void aReportOfOtherSettingsIsNotRead() throws IOException {
        assertThat(JsonReportReader.read(
                        write(Studies.small()), Studies.stratified().settings()))
                .isNull();
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        Path file = write(Studies.small());
        String report = Files.readString(file);
        for (String broken : List.of("", "[]", "{", report.substring(0, report.length() / 2))) {
            Files.writeString(file, broken);
            assertThatThrownBy(() -> JsonReportReader.read(file, Studies.small().settings()))
                    .isInstanceOf(IOException.class);
        }
    }

    private Path write(StudyResult result) {
        Path file = folder.resolve("report.json");
        JsonReport.write(file, result, "1.2.3");
        return file;
    }
}
