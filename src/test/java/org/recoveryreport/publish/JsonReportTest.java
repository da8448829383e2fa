package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.recoveryreport.domain.study.StudyResult;

class JsonReportTest {
    private static final String SCHEMA_TEXT = GoldenFiles.resource("/org/recoveryreport/publish/report.schema.json");
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(SCHEMA_TEXT, InputFormat.JSON);

    @TempDir
    Path folder;

    static Stream<StudyResult> results() {
        return Stream.of(
                Studies.small(), Studies.empty(), Studies.hostile(), Studies.stratified(), SimulatedClinic.year());
    }

    @Test
    void theReportIsWrittenAsReviewed() {
        GoldenFiles.assertSame(written(Studies.small()), "small/report.json");
    }

    @ParameterizedTest
    @MethodSource("results")
    void everyReportKeepsToItsSchema(StudyResult result) {
        assertThat(SCHEMA.validate(GoldenFiles.text(written(result)), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() {
        String report = GoldenFiles.text(written(Studies.small()));
        assertThat(SCHEMA.validate(report.replace("\"episodes\" : 50", "\"episodes\" : -1"), InputFormat.JSON))
                .isNotEmpty();
        assertThat(SCHEMA.validate(report.replace("\"combination\" :", "\"treatment\" :"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void theSchemaDescribesEveryColumnOfEveryTable() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(SCHEMA_TEXT);
        for (ReportTable<?> table : Stream.concat(ReportTables.ALL.stream(), ReportTables.JSON_ONLY.stream())
                .toList()) {
            JsonNode row = schema.at("/$defs/" + table.jsonName());
            assertThat(row.path("description").asText()).isEqualTo(table.description());
            assertThat(row.path("properties").fieldNames())
                    .toIterable()
                    .containsExactlyElementsOf(
                            table.allColumns().stream().map(ReportColumn::name).toList());
            for (ReportColumn<?> column : table.allColumns()) {
                assertThat(row.at("/properties/" + column.name() + "/description")
                                .asText())
                        .isEqualTo(column.description());
            }
        }
    }

    @Test
    void theNumbersAreThoseOfTheResult() throws IOException {
        JsonNode report = new ObjectMapper().readTree(written(Studies.small()).toFile());
        assertThat(report.at("/recovery_by_combination/0/logrank_p").doubleValue())
                .isEqualTo(1.0 / 3);
        assertThat(report.at("/recovery_by_combination/1/recovered").isNull()).isTrue();
        assertThat(report.at("/landmark_by_combination/0/rmst_horizon_days").intValue())
                .isEqualTo(84);
        assertThat(report.at("/log/rows_read").longValue()).isEqualTo(120);
    }

    @Test
    void everyStratumHasTheFiguresOfTheWhole() throws IOException {
        JsonNode report =
                new ObjectMapper().readTree(written(Studies.stratified()).toFile());
        assertThat(report.at("/strata").findValuesAsText("stratum")).containsExactly("f", "not given");
        report.at("/strata/0").properties().forEach(field -> {
            if (!field.getKey().equals("stratum")) {
                assertThat(field.getValue()).as(field.getKey()).isEqualTo(report.get(field.getKey()));
            }
        });
        assertThat(report.at("/strata/1/recovery_by_combination")).isEmpty();
        assertThat(new ObjectMapper()
                        .readTree(written(Studies.small()).toFile())
                        .get("strata"))
                .isEmpty();
    }

    @Test
    void equalResultsGiveEqualBytes() throws IOException {
        byte[] first = Files.readAllBytes(written(Studies.hostile()));
        assertThat(written(Studies.hostile())).hasBinaryContent(first);
    }

    private Path written(StudyResult result) {
        Path file = folder.resolve("report.json");
        JsonReport.write(file, result, "1.2.3");
        return file;
    }
}
