package org.recoveryreport.application;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header, as rows by column name. */
record Table(List<String> columns, List<Map<String, String>> rows) {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    static Table read(Path file) {
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
            return new Table(
                    parser.getHeaderNames(),
                    parser.stream().map(CSVRecord::toMap).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Map<String, String>> where(Predicate<Map<String, String>> condition) {
        return rows.stream().filter(condition).toList();
    }

    Map<String, String> row(String column, String value, String otherColumn, String otherValue) {
        List<Map<String, String>> found =
                where(row -> value.equals(row.get(column)) && otherValue.equals(row.get(otherColumn)));
        if (found.size() != 1) {
            throw new AssertionError(
                    found.size() + " rows with " + column + "=" + value + ", " + otherColumn + "=" + otherValue);
        }
        return found.get(0);
    }
}
