package org.recoveryreport.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the folder {@code report/} of a run.
 *
 * @param report {@code report.json}
 * @param run {@code run.json}
 * @param tables the CSV files by name, without {@code .csv}
 * @param page text of the page, without its marks
 */
record PublishedReport(JsonNode report, JsonNode run, Map<String, List<Map<String, String>>> tables, String page) {
    private static final List<String> FILES = List.of(
            "recovery-by-combination",
            "landmark-by-combination",
            "recovery-by-treatment",
            "recovery-by-month",
            "tests",
            "recovery-curves",
            "practice-checks",
            "unrecognised");
    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static PublishedReport read(Path folder) {
        try {
            Map<String, List<Map<String, String>>> tables = new TreeMap<>();
            for (String file : FILES) {
                tables.put(file, table(folder.resolve(file + ".csv")));
                Path ofStrata = folder.resolve("strata").resolve(file + ".csv");
                if (Files.exists(ofStrata)) {
                    tables.put("strata/" + file, table(ofStrata));
                }
            }
            ObjectMapper json = new ObjectMapper();
            return new PublishedReport(
                    json.readTree(folder.resolve("report.json").toFile()),
                    json.readTree(folder.resolve("run.json").toFile()),
                    tables,
                    text(Files.readString(folder.resolve("report.html"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, String>> table(Path file) throws IOException {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSV)) {
            return parser.stream().map(CSVRecord::toMap).toList();
        }
    }

    private static String text(String html) {
        return html.replaceAll("(?s)<style>.*?</style>", " ")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ");
    }

    /** The rows of a table of {@code report.json}, or of a stratum's part of it. */
    static List<JsonNode> rows(JsonNode part, String table) {
        List<JsonNode> rows = new ArrayList<>();
        part.path(table).forEach(rows::add);
        return rows;
    }

    List<JsonNode> strata() {
        return rows(report, "strata");
    }

    int setting(String name) {
        return report.path("settings").path(name).asInt();
    }

    /** A count; null = hidden. */
    static @Nullable Long count(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNumber() ? Long.valueOf(value.asLong()) : null;
    }

    static @Nullable Double number(JsonNode row, String field) {
        JsonNode value = row.path(field);
        return value.isNumber() ? Double.valueOf(value.asDouble()) : null;
    }

    private List<JsonNode> inJson(String file) {
        String table = file.substring(file.indexOf('/') + 1).replace('-', '_');
        return file.startsWith("strata/")
                ? strata().stream().flatMap(part -> rows(part, table).stream()).toList()
                : rows(report, table);
    }

    /** Cells of a CSV file that say something else than {@code report.json}. */
    List<String> contradictions() {
        List<String> found = new ArrayList<>();
        tables.forEach((name, rows) -> {
            List<JsonNode> inJson = inJson(name);
            if (inJson.size() != rows.size()) {
                found.add(name + ": " + rows.size() + " rows, " + inJson.size() + " in report.json");
                return;
            }
            for (int i = 0; i < rows.size(); i++) {
                JsonNode json = inJson.get(i);
                rows.get(i).forEach((column, cell) -> {
                    boolean same = column.equals("stratum") || says(cell, json.path(column));
                    if (!same) {
                        found.add(name + " " + column + ": " + cell + ", " + json.path(column) + " in report.json");
                    }
                });
            }
        });
        return found;
    }

    private static boolean says(String cell, JsonNode value) {
        if (value.isNumber()) {
            return !cell.isEmpty() && Double.parseDouble(cell) == value.asDouble();
        }
        return value.isNull() ? cell.isEmpty() : value.isBoolean() || cell.endsWith(value.asText());
    }
}
