package org.recoveryreport.domain.tagging;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Texts with the tags that a careful human coder gives them. */
final class GoldSet {
    /** A text, its tags, and why where that is not plain. */
    record Example(String text, SortedSet<String> tags, String why) {}

    private GoldSet() {}

    static List<Example> read(String resource) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<Example> examples = new ArrayList<>();
        try (Reader reader = new InputStreamReader(
                        Objects.requireNonNull(GoldSet.class.getResourceAsStream(resource), resource),
                        StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(reader, format)) {
            for (CSVRecord row : parser) {
                SortedSet<String> tags = new TreeSet<>();
                for (String tag : row.get("tags").split(" ", -1)) {
                    if (!tag.isEmpty()) {
                        tags.add(tag);
                    }
                }
                examples.add(new Example(row.get("text"), tags, row.isMapped("why") ? row.get("why") : ""));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(resource, e);
        }
        return examples;
    }

    static SortedSet<String> names(Tagging tagging) {
        SortedSet<String> names = new TreeSet<>();
        tagging.tags().forEach(tag -> names.add(tag.name()));
        return names;
    }
}
