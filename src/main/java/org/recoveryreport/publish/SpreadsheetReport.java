package org.recoveryreport.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.StudyResult;

/**
 * Writes {@code report.xlsx}: a sheet on what the columns mean and one on the words, then one for each published table. Numbers are numbers, blank =
 * undefined, not reached or hidden; a text is never taken for a formula. Equal results give equal bytes.
 */
public final class SpreadsheetReport {
    /** Its name in the report. */
    public static final String FILE = "report.xlsx";

    private static final int LONGEST_TEXT = 32_767;
    private static final int ROWS_AT_A_TIME = 1_000;

    /** A quarter larger than as usual, in a third of the time. */
    private static final int COMPRESSION = Deflater.BEST_SPEED;

    /** Early, but not the first date there is: beside that one Java writes another, in the time zone it runs in. */
    private static final LocalDateTime EARLY_ZIP_DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private SpreadsheetReport() {}

    /** Replaces the file; beside it there is for a while one that is not compressed. */
    public static void write(Path folder, StudyResult result) {
        Path file = folder.resolve(FILE);
        Path dated = folder.resolve("." + FILE + ".dated");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(dated), 1 << 16)) {
                writeDated(out, result);
            }
            WholeFile.write(file, out -> copyUndated(dated, out));
            Files.delete(dated);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void writeDated(OutputStream out, StudyResult result) throws IOException {
        try (Workbook workbook = new Workbook(out, "RecoveryReport", null)) {
            workbook.setCompressionLevel(Deflater.NO_COMPRESSION);
            notes(workbook.newWorksheet("notes"), result);
            words(workbook.newWorksheet("words"), Definitions.of(result.settings()));
            for (ReportTable<?> table : ReportTables.of(result.settings())) {
                table(workbook.newWorksheet(sheetName(table)), table, result);
            }
        }
    }

    private static void notes(Worksheet sheet, StudyResult result) throws IOException {
        sheet.value(0, 0, "Association, not effect: these figures describe what one log recorded.");
        sheet.value(1, 0, "Blank = undefined, not reached, or hidden because a count is small.");
        header(sheet, 3, List.of("sheet", "column", "meaning"));
        int row = 4;
        for (ReportTable<?> table : ReportTables.of(result.settings())) {
            sheet.value(row, 0, sheetName(table));
            sheet.value(
                    row,
                    2,
                    table.description() + leftOut(table.rows().apply(result).size()));
            row++;
            for (ReportColumn<?> column : table.columns()) {
                sheet.value(row, 0, sheetName(table));
                sheet.value(row, 1, column.name());
                sheet.value(row, 2, column.description());
                row++;
            }
        }
        sheet.width(0, 28);
        sheet.width(1, 24);
        sheet.width(2, 100);
        sheet.finish();
    }

    private static void words(Worksheet sheet, List<Definition> definitions) throws IOException {
        header(sheet, 0, List.of("word", "in short", "exactly", "source"));
        sheet.freezePane(0, 1);
        int row = 1;
        for (Definition definition : definitions) {
            sheet.value(row, 0, definition.term());
            sheet.value(row, 1, definition.plain());
            sheet.value(row, 2, definition.meaning());
            sheet.value(row, 3, definition.source());
            row++;
        }
        sheet.width(0, 28);
        sheet.width(1, 80);
        sheet.width(2, 100);
        sheet.width(3, 50);
        sheet.finish();
    }

    /** Excel takes no slash in it. */
    private static String sheetName(ReportTable<?> table) {
        return table.name().replace('/', ' ');
    }

    private static String leftOut(int rows) {
        return rows < Worksheet.MAX_ROWS
                ? ""
                : "; a sheet holds no more than " + (Worksheet.MAX_ROWS - 1) + " rows, the CSV file all " + rows;
    }

    private static <R> void table(Worksheet sheet, ReportTable<R> table, StudyResult result) throws IOException {
        List<ReportColumn<R>> columns = table.columns();
        header(sheet, 0, columns.stream().map(ReportColumn::name).toList());
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).type() == ReportColumn.Type.TEXT ? 36 : 16);
        }
        int line = 1;
        for (R row : table.rows().apply(result)) {
            if (line == Worksheet.MAX_ROWS) {
                break;
            }
            for (int i = 0; i < columns.size(); i++) {
                cell(sheet, line, i, columns.get(i).cell(row));
            }
            if (line++ % ROWS_AT_A_TIME == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }

    private static void header(Worksheet sheet, int line, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            sheet.value(line, i, names.get(i));
            sheet.style(line, i).bold().set();
        }
    }

    private static void cell(Worksheet sheet, int line, int column, @Nullable Object cell) {
        if (cell instanceof Double number) {
            if (Double.isFinite(number)) {
                sheet.value(line, column, number);
            }
        } else if (cell instanceof Number count) {
            sheet.value(line, column, count);
        } else if (cell instanceof Boolean truth) {
            sheet.value(line, column, truth);
        } else if (cell instanceof String text) {
            sheet.value(line, column, text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT));
        } else if (cell != null) {
            throw new IllegalStateException("no such cell: " + cell.getClass());
        }
    }

    /** A workbook without the time at which it was made, which the library does not leave out. */
    private static void copyUndated(Path workbook, OutputStream out) throws IOException {
        ZipOutputStream copy = new ZipOutputStream(out);
        copy.setLevel(COMPRESSION);
        try (ZipFile dated = new ZipFile(workbook.toFile())) {
            for (ZipEntry part : dated.stream().toList()) {
                ZipEntry undated = new ZipEntry(part.getName());
                undated.setTimeLocal(EARLY_ZIP_DATE);
                copy.putNextEntry(undated);
                try (InputStream in = dated.getInputStream(part)) {
                    copyUndated(part.getName(), in, copy);
                }
                copy.closeEntry();
            }
        }
        copy.finish();
    }

    private static void copyUndated(String part, InputStream in, OutputStream out) throws IOException {
        if (part.equals("docProps/core.xml")) {
            String properties = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            out.write(properties
                    .replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + EARLY_ZIP_DATE + ":00Z")
                    .getBytes(StandardCharsets.UTF_8));
        } else {
            in.transferTo(out);
        }
    }
}
