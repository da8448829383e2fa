package org.recoveryreport.selftest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables of this package: tab-separated, with a header, cells without tabs, line breaks or quotes. */
final class Resource {
    private Resource() {}

    static List<Map<String, String>> rows(String table) {
        String file = table + ".tsv";
        InputStream resource = Resource.class.getResourceAsStream(file);
        if (resource == null) {
            throw new IllegalStateException("the application was packaged without " + file);
        }
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            String header = lines.readLine();
            String[] columns = header == null ? new String[0] : header.split("\t", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\t", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalStateException("a table without column " + column);
        }
        return cell;
    }

    static int integer(Map<String, String> row, String column) {
        return Integer.parseInt(cell(row, column));
    }
}
