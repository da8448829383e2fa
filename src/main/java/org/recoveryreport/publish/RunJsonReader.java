package org.recoveryreport.publish;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;

/** Reads {@code run.json}. Unknown fields are ignored, so that later versions may have more. */
final class RunJsonReader {
    private final JsonParser json;

    private RunJsonReader(JsonParser json) {
        this.json = json;
    }

    static RunRecord read(InputStream in) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(in)) {
            return new RunJsonReader(parser).run();
        } catch (DateTimeException | NumberFormatException e) {
            throw new IllegalArgumentException("it has a time or a number that is none", e);
        }
    }

    private RunRecord run() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("it holds no JSON object");
        }
        SortedMap<String, String> fields = new TreeMap<>();
        SortedMap<String, String> parameters = new TreeMap<>();
        SortedMap<String, String> certificate = new TreeMap<>();
        List<SortedMap<String, String>> inputs = new ArrayList<>();
        List<SortedMap<String, String>> outputs = new ArrayList<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("parameters") && value == JsonToken.START_OBJECT) {
                parameters.putAll(fields());
            } else if (name.equals("disclosure_audit") && value == JsonToken.START_OBJECT) {
                certificate.putAll(fields());
            } else if (name.equals("inputs") && value == JsonToken.START_ARRAY) {
                inputs.addAll(rows());
            } else if (name.equals("outputs") && value == JsonToken.START_ARRAY) {
                outputs.addAll(rows());
            } else {
                keep(name, value, fields);
            }
        }
        return new RunRecord(
                Long.parseLong(get(fields, "execution_id")),
                get(fields, "job"),
                get(fields, "version"),
                Instant.parse(get(fields, "started")),
                Instant.parse(get(fields, "finished")),
                parameters,
                inputs.stream()
                        .map(row -> new RunRecord.Input(fingerprint(row), count(row, "rows")))
                        .toList(),
                count(fields, "rows_in_files"),
                count(fields, "rows_read"),
                count(fields, "rows_accepted"),
                count(fields, "rows_rejected"),
                audit(certificate),
                outputs.stream()
                        .map(row -> new RunRecord.Output(fingerprint(row), count(row, "rows")))
                        .toList(),
                get(fields, "java"),
                get(fields, "operating_system"));
    }

    private static @Nullable Audit audit(SortedMap<String, String> certificate) {
        return certificate.isEmpty()
                ? null
                : new Audit(
                        Integer.parseInt(get(certificate, "counts")),
                        Integer.parseInt(get(certificate, "hidden")),
                        count(certificate, "narrowest_range"),
                        List.of());
    }

    /** The plain values of the object that has just begun. */
    private SortedMap<String, String> fields() throws IOException {
        SortedMap<String, String> fields = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            keep(json.currentName(), json.nextToken(), fields);
        }
        return fields;
    }

    private List<SortedMap<String, String>> rows() throws IOException {
        List<SortedMap<String, String>> rows = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            rows.add(fields());
        }
        return rows;
    }

    private void keep(String name, JsonToken value, SortedMap<String, String> fields) throws IOException {
        if (value.isStructStart()) {
            json.skipChildren();
        } else if (value != JsonToken.VALUE_NULL) {
            fields.put(name, json.getText());
        }
    }

    private static FileFingerprint fingerprint(SortedMap<String, String> row) {
        return new FileFingerprint(get(row, "path"), get(row, "sha256"), count(row, "bytes"));
    }

    private static String get(SortedMap<String, String> fields, String name) {
        String value = fields.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it does not say " + name);
        }
        return value;
    }

    private static @Nullable Long count(SortedMap<String, String> fields, String name) {
        String value = fields.get(name);
        return value == null ? null : Long.valueOf(value);
    }
}
