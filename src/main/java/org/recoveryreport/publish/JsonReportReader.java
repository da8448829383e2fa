package org.recoveryreport.publish;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.CurveStep;
import org.recoveryreport.domain.study.EarlierCount;
import org.recoveryreport.domain.study.FollowUpFigures;
import org.recoveryreport.domain.study.LandmarkFigures;
import org.recoveryreport.domain.study.LandmarkFlow;
import org.recoveryreport.domain.study.LogSummary;
import org.recoveryreport.domain.study.MonthFigures;
import org.recoveryreport.domain.study.Pathway;
import org.recoveryreport.domain.study.PracticeComparison;
import org.recoveryreport.domain.study.PracticeFigures;
import org.recoveryreport.domain.study.PracticeRows;
import org.recoveryreport.domain.study.RecoveredBy;
import org.recoveryreport.domain.study.Stratum;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.domain.study.StudySettings;
import org.recoveryreport.domain.study.Supplement;
import org.recoveryreport.domain.study.TreatmentFigures;
import org.recoveryreport.domain.study.TreatmentModel;
import org.recoveryreport.domain.study.UnrecognisedText;

/** Reads the counts of a {@code report.json}, and the figures that stand beside them, as {@link JsonReport} wrote them. */
public final class JsonReportReader {
    /** Columns that are named otherwise than what they hold. */
    private static final Map<String, String> NAMES =
            Map.of("case_class", "population", "hr_lower", "hazard_ratio_lower", "hr_upper", "hazard_ratio_upper");

    private static final Pattern BETWEEN_WORDS = Pattern.compile("_(.)");

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final StudySettings settings;

    private JsonReportReader(StudySettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a report.
     *
     * @param settings those it should be of
     * @return what it says in tables with counts; null = it is of other settings
     * @throws IOException where it cannot be read, or is no report
     */
    public static @Nullable StudyResult read(Path file, StudySettings settings) throws IOException {
        JsonNode report = MAPPER.readTree(file.toFile());
        if (!report.path("settings").equals(asJson(settings))) {
            return null;
        }
        JsonReportReader reader = new JsonReportReader(settings);
        StudyResult result = reader.result(
                report,
                row(report.path("log"), LogSummary.class),
                rows(report, ReportTables.UNRECOGNISED, UnrecognisedText.class));
        List<Stratum> strata = new ArrayList<>();
        for (JsonNode stratum : report.path("strata")) {
            strata.add(new Stratum(
                    stratum.path("stratum").asText(), reader.result(stratum, LogSummary.NOT_SAID, List.of())));
        }
        List<EarlierCount> earlier = new ArrayList<>();
        for (JsonNode row : report.path(ReportTables.EARLIER_COUNTS.jsonName())) {
            earlier.add(new EarlierCount(
                    new Cell(
                            row.path("table").asText(),
                            row.path("row").asText(),
                            row.path("column").asText()),
                    row.path("count").asLong(),
                    LocalDate.parse(row.path("as_of").asText())));
        }
        return result.withStrata(strata).withEarlier(earlier);
    }

    private static JsonNode asJson(StudySettings settings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter.writeObject(bytes, json -> JsonReport.settings(json, settings));
        return MAPPER.readTree(bytes.toByteArray());
    }

    private StudyResult result(JsonNode report, LogSummary log, List<UnrecognisedText> unrecognised)
            throws IOException {
        List<Pathway> pathways = new ArrayList<>();
        for (JsonNode row : report.path(ReportTables.PATHWAYS.jsonName())) {
            pathways.add(new Pathway(
                    row.path("combination").asText(),
                    row.path("order").isTextual()
                            ? List.of(row.path("order").asText().split(" > ", -1))
                            : List.of(),
                    row.path("episodes").asLong()));
        }
        return new StudyResult(
                settings,
                log,
                rows(report, ReportTables.RECOVERY_BY_COMBINATION, CombinationFigures.class),
                rows(report.path("landmark_flows"), LandmarkFlow.class),
                rows(report, ReportTables.LANDMARK_BY_COMBINATION, LandmarkFigures.class),
                List.of(),
                rows(report, ReportTables.RECOVERY_CURVES, CurveStep.class),
                unrecognised,
                rows(report.path("overall"), CombinationFigures.class),
                new Supplement(
                        new TreatmentModel(
                                rows(report, ReportTables.RECOVERY_BY_TREATMENT, TreatmentFigures.class),
                                null,
                                null,
                                true,
                                null),
                        new PracticeRows(rows(report, ReportTables.PRACTICE_CHECKS, PracticeFigures.class)),
                        rows(report, ReportTables.PRACTICE_BY_LANDMARK, PracticeComparison.class),
                        List.of(),
                        rows(report, ReportTables.FOLLOW_UP, FollowUpFigures.class),
                        rows(report, ReportTables.RECOVERED_BY, RecoveredBy.class),
                        rows(report, ReportTables.RECOVERY_BY_MONTH, MonthFigures.class),
                        List.of(),
                        List.of(),
                        pathways));
    }

    private static <R> List<R> rows(JsonNode report, ReportTable<R> table, Class<R> type) throws IOException {
        return rows(report.path(table.jsonName()), type);
    }

    private static <R> List<R> rows(JsonNode array, Class<R> type) throws IOException {
        List<R> rows = new ArrayList<>();
        for (JsonNode row : array) {
            rows.add(row(row, type));
        }
        return rows;
    }

    private static <R> R row(JsonNode row, Class<R> type) throws JsonProcessingException {
        ObjectNode named = MAPPER.createObjectNode();
        row.properties().forEach(column -> {
            String name = NAMES.getOrDefault(column.getKey(), column.getKey());
            named.set(
                    BETWEEN_WORDS.matcher(name).replaceAll(letter -> letter.group(1)
                            .toUpperCase(Locale.ROOT)),
                    column.getKey().equals("analysis")
                            ? MAPPER.getNodeFactory()
                                    .textNode(column.getValue().asText().replace('-', '_'))
                            : column.getValue());
        });
        return MAPPER.treeToValue(named, type);
    }
}
