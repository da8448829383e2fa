package org.recoveryreport.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The figure by which one report is set beside the next: how long the acute cases lasted.
 *
 * @param medianDays the day by which half had recovered
 * @param lower lower end of its interval; null = not known
 * @param upper upper end of its interval; null = not known
 */
public record Headline(
        double medianDays, @Nullable Double lower, @Nullable Double upper) {
    /** Reads it from {@code report.json}; empty where the report does not give it or cannot be read. */
    public static Optional<Headline> of(Path reportJson) {
        try (JsonParser json = new JsonFactory().createParser(Files.newInputStream(reportJson))) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean overall = json.currentName().equals("overall");
                json.nextToken();
                if (overall) {
                    return acute(json);
                }
                json.skipChildren();
            }
            return Optional.empty();
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<Headline> acute(JsonParser json) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            SortedMap<String, String> row = new TreeMap<>();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                if (json.nextToken() != JsonToken.VALUE_NULL) {
                    row.put(name, json.getText());
                }
            }
            String median = row.get("median_days");
            if ("ACUTE".equals(row.get("case_class")) && median != null) {
                return Optional.of(new Headline(
                        Double.parseDouble(median), number(row.get("median_lower")), number(row.get("median_upper"))));
            }
        }
        return Optional.empty();
    }

    private static @Nullable Double number(@Nullable String text) {
        return text == null ? null : Double.valueOf(text);
    }
}
