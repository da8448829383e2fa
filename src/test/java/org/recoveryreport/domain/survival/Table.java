package org.recoveryreport.domain.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/** Reads reference figures from CSV resources. A blank figure is undefined. */
final class Table {
    /** How far our figures may be from R's, relative to their size. */
    static final double TOLERANCE = 1e-9;

    private Table() {}

    /** The rows of a resource, cells by column name. */
    static List<Map<String, String>> rows(String resource) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream in = Objects.requireNonNull(Table.class.getResourceAsStream(resource), resource)) {
            return format.parse(new InputStreamReader(in, StandardCharsets.UTF_8)).stream()
                    .map(row -> row.toMap())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows grouped by some of their cells, in order of first appearance. */
    static Map<List<String>, List<Map<String, String>>> by(List<Map<String, String>> rows, String... columns) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> List.of(columns).stream().map(row::get).toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** Adds up rows with columns day, events and censored. */
    static SurvivalCounts counts(List<Map<String, String>> rows) {
        SurvivalCounts.Builder counts = SurvivalCounts.builder();
        for (Map<String, String> row : rows) {
            counts.add(integer(row, "day"), integer(row, "events"), integer(row, "censored"));
        }
        return counts.build();
    }

    static int integer(Map<String, String> row, String column) {
        return Integer.parseInt(row.get(column));
    }

    static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }

    /** Fails unless the value equals the cell, both perhaps undefined. */
    static void assertEqual(Double value, Map<String, String> row, String column) {
        String expected = row.get(column);
        if (expected.isEmpty()) {
            assertThat(value).as("%s of %s", column, row).isNull();
            return;
        }
        double figure = Double.parseDouble(expected);
        double tolerance = Math.max(1e-15, Math.abs(figure) * TOLERANCE);
        assertThat(value).as("%s of %s", column, row).isNotNull().satisfies(v -> assertThat(Math.abs(v - figure))
                .isLessThanOrEqualTo(tolerance));
    }
}
