package org.recoveryreport.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figures by which one report is compared with the next.
 *
 * @param version of the application that made it
 * @param settings by name; those that are off are left out
 * @param fingerprint of its episodes
 * @param all figures of all cases; null = not published
 * @param acute figures of the acute cases; null = not published
 */
public record Headline(
        String version,
        SortedMap<String, String> settings,
        String fingerprint,
        @Nullable Figures all,
        @Nullable Figures acute) {
    public Headline {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * How many, and how long they lasted. Null = hidden or not known.
     *
     * @param medianDays the day by which half had recovered
     * @param lower lower end of its interval
     * @param upper upper end of its interval
     */
    public record Figures(
            @Nullable Long episodes,
            @Nullable Long recovered,
            @Nullable Double medianDays,
            @Nullable Double lower,
            @Nullable Double upper) {}

    /** Reads it from {@code report.json}; empty where there is none that can be read. */
    public static Optional<Headline> of(Path reportJson) {
        try (JsonParser json = new JsonFactory().createParser(Files.newInputStream(reportJson))) {
            String version = "";
            SortedMap<String, String> settings = new TreeMap<>();
            String fingerprint = "";
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "version" -> version = json.getText();
                    case "settings" -> settings = fields(json);
                    case "log" -> fingerprint = fields(json).getOrDefault("fingerprint", "");
                    case "overall" -> {
                        Map<String, Figures> figures = figures(json);
                        return Optional.of(
                                new Headline(version, settings, fingerprint, figures.get("ALL"), figures.get("ACUTE")));
                    }
                    default -> json.skipChildren();
                }
            }
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The smallest count, besides zero, that the report may show. */
    public int minCellCount() {
        return Integer.parseInt(settings.getOrDefault("minCellCount", "0"));
    }

    private static Map<String, Figures> figures(JsonParser json) throws IOException {
        Map<String, Figures> byClass = new TreeMap<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            SortedMap<String, String> row = fields(json);
            byClass.put(
                    row.getOrDefault("case_class", ""),
                    new Figures(
                            count(row.get("episodes")),
                            count(row.get("recovered")),
                            number(row.get("median_days")),
                            number(row.get("median_lower")),
                            number(row.get("median_upper"))));
        }
        return byClass;
    }

    /** The fields of an object that are neither null nor made of others. */
    private static SortedMap<String, String> fields(JsonParser json) throws IOException {
        SortedMap<String, String> fields = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (value.isStructStart()) {
                json.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                fields.put(name, json.getText());
            }
        }
        return fields;
    }

    private static @Nullable Long count(@Nullable String text) {
        return text == null ? null : Long.valueOf(text);
    }

    private static @Nullable Double number(@Nullable String text) {
        return text == null ? null : Double.valueOf(text);
    }
}
