package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

class RowFieldsTest {
    private static final int EXPECTED = 4;

    /** Pieces of fields: plain, blank in every way there is, and beyond ASCII. */
    private static final List<String> PIECES = List.of(
            "a",
            "E1",
            "2026-01-01",
            " ",
            "\t",
            "\u00a0",
            "\ufeff",
            "\u200b",
            "\u2003",
            "\u3000",
            "é",
            "µg",
            "日",
            "😀",
            ";",
            "'");

    /** Pieces of quoted fields alone. */
    private static final List<String> QUOTED_PIECES = List.of(",", "\"\"", "\n", "\r\n");

    @Test
    void fieldsAreThoseThatAnotherParserFinds() throws IOException {
        Random random = new Random(17);
        for (int round = 0; round < 3_000; round++) {
            String log = IntStream.range(0, 1 + random.nextInt(6))
                    .mapToObj(row -> record(random))
                    .reduce("", (rows, row) -> rows + row + "\n");
            assertThat(ours(log)).as(log).isEqualTo(theirs(log));
        }
    }

    @Test
    void anEmptyRecordBetweenQuotesIsOneBlankField() throws IOException {
        assertThat(ours("\"\"\n")).containsExactly(List.of(""));
        assertThat(ours("\" \",\n")).containsExactly(List.of("", ""));
    }

    private static String record(Random random) {
        List<String> fields = new ArrayList<>();
        int width = 1 + random.nextInt(8);
        for (int field = 0; field < width; field++) {
            boolean quoted = random.nextInt(4) == 0;
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(4); piece > 0; piece--) {
                text.append(any(quoted && random.nextBoolean() ? QUOTED_PIECES : PIECES, random));
            }
            fields.add(quoted ? "\"" + text + "\"" : text.toString());
        }
        String record = String.join(",", fields);
        return record.isEmpty() ? "," : record;
    }

    private static String any(List<String> pieces, Random random) {
        return pieces.get(random.nextInt(pieces.size()));
    }

    private static List<List<String>> ours(String log) throws IOException {
        List<List<String>> records = new ArrayList<>();
        byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
        try (RecordFramer framer = new RecordFramer(new ByteArrayInputStream(bytes), 0, 1, Long.MAX_VALUE, null)) {
            while (framer.next()) {
                assertThat(framer.damage()).isNull();
                RowFields fields = framer.fields(EXPECTED);
                records.add(
                        IntStream.range(0, fields.size()).mapToObj(fields::text).toList());
                assertThat(fields.areAllBlank())
                        .isEqualTo(records.get(records.size() - 1).stream().allMatch(String::isEmpty));
            }
        }
        return records;
    }

    private static List<List<String>> theirs(String log) throws IOException {
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        List<List<String>> records = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(log, format)) {
            for (CSVRecord record : parser) {
                records.add(record.stream().map(Cells::trim).toList());
            }
        }
        return records;
    }
}
