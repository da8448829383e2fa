package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.domain.study.StudyResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class SpreadsheetReportTest {
    @TempDir
    Path folder;

    @Test
    void thereIsASheetOfNotesAndOneForEachTable() throws Exception {
        StudyResult result = Studies.stratified();
        List<String> expected = new ArrayList<>(List.of("notes", "words"));
        ReportTables.of(result.settings())
                .forEach(table -> expected.add(table.name().replace('/', ' ')));
        List<String> names = new ArrayList<>();
        for (Element sheet : elements(part(result, "xl/workbook.xml"), "sheet")) {
            names.add(sheet.getAttribute("name"));
        }
        assertThat(names)
                .isEqualTo(expected)
                .contains("strata recovery-by-combination")
                .allMatch(name -> name.length() <= 31);
    }

    @Test
    void everyColumnHasItsNote() throws Exception {
        List<String> notes = cells(Studies.small(), "notes");
        for (ReportTable<?> table : ReportTables.of(Studies.settings())) {
            assertThat(notes).contains(table.name(), table.description());
            table.columns().forEach(column -> assertThat(notes).contains(column.name(), column.description()));
        }
    }

    @Test
    void numbersAreNumbersInFullAndTextsAreTexts() throws Exception {
        List<String> cells = cells(Studies.small(), "recovery-by-combination");
        assertThat(cells)
                .contains("case_class", "cold + nsaid", "50 (number)", "9.5 (number)")
                .contains(1.0 / 3 + " (number)", "2.5E-12 (number)")
                .doesNotContain("null", "NaN (number)");
    }

    @Test
    void aTextIsNeverAFormula() throws Exception {
        StudyResult hostile = Studies.hostile();
        assertThat(cells(hostile, "landmark-by-combination")).contains("=cmd|' /C calc'!A0");
        SpreadsheetReport.write(folder, hostile);
        try (ZipFile file = new ZipFile(folder.resolve("report.xlsx").toFile())) {
            for (var entry : file.stream().toList()) {
                assertThat(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain("<f>", "<script");
            }
        }
    }

    @Test
    void equalResultsGiveEqualBytesWheneverTheyAreWritten() throws Exception {
        byte[] once = bytes(SimulatedClinic.year());
        // a zip file tells every other second
        Thread.sleep(2_100);
        assertThat(bytes(SimulatedClinic.year())).isEqualTo(once);
    }

    @Test
    void equalResultsGiveEqualBytesWhereverTheyAreWritten() throws Exception {
        byte[] here = bytes(Studies.small());
        TimeZone zone = TimeZone.getDefault();
        try {
            for (String elsewhere : List.of("Asia/Tokyo", "America/Lima")) {
                TimeZone.setDefault(TimeZone.getTimeZone(elsewhere));
                assertThat(bytes(Studies.small())).as(elsewhere).isEqualTo(here);
            }
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    private byte[] bytes(StudyResult result) throws IOException {
        SpreadsheetReport.write(folder, result);
        return Files.readAllBytes(folder.resolve("report.xlsx"));
    }

    /** What the cells of a sheet say; a number with a word that it is one. */
    private List<String> cells(StudyResult result, String name) throws Exception {
        List<String> shared = elements(part(result, "xl/sharedStrings.xml"), "si").stream()
                .map(Element::getTextContent)
                .toList();
        int number = 1;
        for (Element sheet : elements(part(result, "xl/workbook.xml"), "sheet")) {
            if (sheet.getAttribute("name").equals(name)) {
                break;
            }
            number++;
        }
        List<String> cells = new ArrayList<>();
        for (Element cell : elements(part(result, "xl/worksheets/sheet" + number + ".xml"), "c")) {
            String value = cell.getTextContent();
            if (cell.getAttribute("t").equals("s")) {
                cells.add(shared.get(Integer.parseInt(value)));
            } else if (!value.isEmpty()) {
                cells.add(number(value));
            }
        }
        return cells;
    }

    private static String number(String value) {
        double number = Double.parseDouble(value);
        return (number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number)) + " (number)";
    }

    private Document part(StudyResult result, String part) throws Exception {
        SpreadsheetReport.write(folder, result);
        try (ZipFile file = new ZipFile(folder.resolve("report.xlsx").toFile())) {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .parse(file.getInputStream(file.getEntry(part)));
        }
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
