package org.recoveryreport.publish;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
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
import java.util.HashMap;
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

    /** How the rows of a table are read, by its name. */
    private static final Map<String, Class<?>> ROWS = Map.ofEntries(
            Map.entry(ReportTables.RECOVERY_BY_COMBINATION.jsonName(), CombinationFigures.class),
            Map.entry("overall", CombinationFigures.class),
            Map.entry("landmark_flows", LandmarkFlow.class),
            Map.entry(ReportTables.LANDMARK_BY_COMBINATION.jsonName(), LandmarkFigures.class),
            Map.entry(ReportTables.RECOVERY_BY_TREATMENT.jsonName(), TreatmentFigures.class),
            Map.entry(ReportTables.RECOVERY_BY_MONTH.jsonName(), MonthFigures.class),
            Map.entry(ReportTables.RECOVERY_CURVES.jsonName(), CurveStep.class),
            Map.entry(ReportTables.PRACTICE_CHECKS.jsonName(), PracticeFigures.class),
            Map.entry(ReportTables.PRACTICE_BY_LANDMARK.jsonName(), PracticeComparison.class),
            Map.entry(ReportTables.UNRECOGNISED.jsonName(), UnrecognisedText.class),
            Map.entry(ReportTables.FOLLOW_UP.jsonName(), FollowUpFigures.class),
            Map.entry(ReportTables.RECOVERED_BY.jsonName(), RecoveredBy.class));

    private final StudySettings settings;
    private final Map<String, List<Object>> tables = new HashMap<>();
    private final List<Pathway> pathways = new ArrayList<>();
    private final List<EarlierCount> earlier = new ArrayList<>();
    private final List<Stratum> strata = new ArrayList<>();
    private LogSummary log = LogSummary.NOT_SAID;
    private String stratum = "";

    private JsonReportReader(StudySettings settings) {
        this.settings = settings;
    }

    /**
     * Reads a report, row by row.
     *
     * @param settings those it should be of
     * @return what it says in tables with counts; null = it is of other settings
     * @throws IOException where it cannot be read, or is no report
     */
    public static @Nullable StudyResult read(Path file, StudySettings settings) throws IOException {
        try (JsonParser json = MAPPER.createParser(file.toFile())) {
            JsonReportReader reader = new JsonReportReader(settings);
            json.nextToken();
            return reader.isRead(json) ? reader.result() : null;
        }
    }

    /** Reads an object, the report or a stratum's part of it; false where it is of other settings. */
    private boolean isRead(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IOException("no report begins with " + json.currentToken());
        }
        for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
            json.nextToken();
            if (json.currentToken() == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    readRow(field, json);
                }
            } else {
                JsonNode value = MAPPER.readTree(json);
                switch (field) {
                    case "settings" -> {
                        if (!value.equals(asJson(settings))) {
                            return false;
                        }
                    }
                    case "log" -> log = row(value, LogSummary.class);
                    case "stratum" -> stratum = value.asText();
                    default -> {}
                }
            }
        }
        return true;
    }

    private void readRow(String table, JsonParser json) throws IOException {
        if (table.equals("strata")) {
            JsonReportReader part = new JsonReportReader(settings);
            part.isRead(json);
            strata.add(new Stratum(part.stratum, part.result()));
            return;
        }
        JsonNode row = MAPPER.readTree(json);
        Class<?> type = ROWS.get(table);
        if (type != null) {
            tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row(row, type));
        } else if (table.equals(ReportTables.PATHWAYS.jsonName())) {
            pathways.add(new Pathway(
                    row.path("combination").asText(),
                    row.path("order").isTextual()
                            ? List.of(row.path("order").asText().split(" > ", -1))
                            : List.of(),
                    row.path("episodes").asLong()));
        } else if (table.equals(ReportTables.EARLIER_COUNTS.jsonName())) {
            earlier.add(new EarlierCount(
                    new Cell(
                            row.path("table").asText(),
                            row.path("row").asText(),
                            row.path("column").asText()),
                    row.path("count").asLong(),
                    LocalDate.parse(row.path("as_of").asText())));
        }
    }

    private static JsonNode asJson(StudySettings settings) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonWriter.writeObject(bytes, json -> JsonReport.settings(json, settings));
        return MAPPER.readTree(bytes.toByteArray());
    }

    private StudyResult result() {
        return new StudyResult(
                        settings,
                        log,
                        rows(ReportTables.RECOVERY_BY_COMBINATION.jsonName(), CombinationFigures.class),
                        rows("landmark_flows", LandmarkFlow.class),
                        rows(ReportTables.LANDMARK_BY_COMBINATION.jsonName(), LandmarkFigures.class),
                        List.of(),
                        rows(ReportTables.RECOVERY_CURVES.jsonName(), CurveStep.class),
                        rows(ReportTables.UNRECOGNISED.jsonName(), UnrecognisedText.class),
                        rows("overall", CombinationFigures.class),
                        new Supplement(
                                new TreatmentModel(
                                        rows(ReportTables.RECOVERY_BY_TREATMENT.jsonName(), TreatmentFigures.class),
                                        null,
                                        null,
                                        true,
                                        null),
                                new PracticeRows(rows(ReportTables.PRACTICE_CHECKS.jsonName(), PracticeFigures.class)),
                                rows(ReportTables.PRACTICE_BY_LANDMARK.jsonName(), PracticeComparison.class),
                                List.of(),
                                rows(ReportTables.FOLLOW_UP.jsonName(), FollowUpFigures.class),
                                rows(ReportTables.RECOVERED_BY.jsonName(), RecoveredBy.class),
                                rows(ReportTables.RECOVERY_BY_MONTH.jsonName(), MonthFigures.class),
                                List.of(),
                                List.of(),
                                pathways))
                .withStrata(strata)
                .withEarlier(earlier);
    }

    private <R> List<R> rows(String table, Class<R> type) {
        return tables.getOrDefault(table, List.of()).stream().map(type::cast).toList();
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
