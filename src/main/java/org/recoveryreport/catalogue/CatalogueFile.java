package org.recoveryreport.catalogue;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The rows of one CSV file with exactly the columns it must have, in any order. */
final class CatalogueFile {
    private final String name;
    private final List<String> columns;
    private final List<Row> rows = new ArrayList<>();

    private CatalogueFile(String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** A row and the line on which it ends, counted from 1. */
    record Row(String file, long line, Map<String, String> cells) {
        /** The cell without blanks around it, empty if there is nothing. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        /** The parts of a cell that holds several, separated by {@code |}. */
        List<String> parts(String column) {
            List<String> parts = new ArrayList<>();
            for (String part : cell(column).split("\\|", -1)) {
                if (part.isBlank()) {
                    throw refused(column, "is empty, or has an empty part between its '|'; write at least one word");
                }
                parts.add(part.trim());
            }
            return parts;
        }

        CatalogueRefused refused(String column, String problem) {
            return new CatalogueRefused(file + ", line " + line + ", column " + column + ": " + problem);
        }
    }

    static List<Row> rows(String name, Reader reader, List<String> columns) {
        CatalogueFile file = new CatalogueFile(name, columns);
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .get();
        try (CSVParser parser = CSVParser.parse(reader, format)) {
            file.read(parser);
        } catch (CharacterCodingException e) {
            throw new CatalogueRefused(name + " is not UTF-8: save it as 'CSV UTF-8'");
        } catch (CSVException e) {
            throw new CatalogueRefused(name + ": a quoted cell is malformed; " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (UncheckedIOException e) {
            throw file.unreadable(e);
        }
        return file.rows;
    }

    private RuntimeException unreadable(UncheckedIOException e) {
        if (e.getCause() instanceof CharacterCodingException) {
            return new CatalogueRefused(name + " is not UTF-8: save it as 'CSV UTF-8'");
        }
        if (e.getCause() instanceof CSVException) {
            return new CatalogueRefused(
                    name + ": a quoted cell is malformed; " + e.getCause().getMessage());
        }
        return e;
    }

    private void read(CSVParser parser) {
        List<String> header = null;
        for (CSVRecord record : parser) {
            if (header == null) {
                header = header(record);
            } else {
                rows.add(row(header, record, parser.getCurrentLineNumber()));
            }
        }
        if (header == null) {
            throw new CatalogueRefused(name + " is empty: it needs a first line with the columns " + columns);
        }
    }

    private List<String> header(CSVRecord record) {
        List<String> header = new ArrayList<>();
        for (String cell : record) {
            String column = cell.replace("\uFEFF", "").trim().toLowerCase(Locale.ROOT);
            if (!columns.contains(column)) {
                throw new CatalogueRefused(name + ", line 1: unknown column '" + column + "'; it has " + columns);
            }
            if (header.contains(column)) {
                throw new CatalogueRefused(name + ", line 1: the column '" + column + "' stands twice");
            }
            header.add(column);
        }
        for (String column : columns) {
            if (!header.contains(column)) {
                throw new CatalogueRefused(name + ", line 1: the column '" + column + "' is missing");
            }
        }
        return header;
    }

    private Row row(List<String> header, CSVRecord record, long line) {
        if (record.size() != header.size()) {
            throw new CatalogueRefused(
                    name + ", line " + line + ": " + record.size() + " cells where the first line has " + header.size()
                            + "; a cell that holds a comma must stand in quotes");
        }
        Map<String, String> cells = new TreeMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), record.get(i).trim());
        }
        return new Row(name, line, cells);
    }
}
