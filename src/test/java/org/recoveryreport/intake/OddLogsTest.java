package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The odd logs of {@code src/test/resources/logs}, with what a reader must make of them; see the README there. */
class OddLogsTest {
    private static final Path FOLDER = Path.of("src/test/resources/logs");

    @ParameterizedTest
    @MethodSource("files")
    void rowsAndEpisodesAreCounted(CSVRecord expected) {
        LogCheck.Result result = check(expected.get("file"));

        assertThat(result.rowsRead()).isEqualTo(Long.parseLong(expected.get("rows_read")));
        assertThat(result.rowsRejected()).isEqualTo(Long.parseLong(expected.get("rows_rejected")));
        assertThat(result.episodesAccepted()).isEqualTo(Long.parseLong(expected.get("episodes_accepted")));
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void rejectionsNameLineColumnAndReason(CSVRecord expected) {
        List<Rejection> rejections = Logs.rejections(Logs.read(FOLDER.resolve(expected.get("file"))));

        assertThat(rejections).anySatisfy(rejection -> {
            assertThat(rejection.line()).isEqualTo(Long.parseLong(expected.get("line")));
            assertThat(rejection.column()).contains(expected.get("column"));
            assertThat(rejection.reasonText().toLowerCase(Locale.ROOT)).contains(expected.get("keyword"));
        });
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalsNameTheFileAndWhatIsWrong(CSVRecord expected) {
        Path file = FOLDER.resolve("refused").resolve(expected.get("file"));

        InputRefused refused =
                catchThrowableOfType(InputRefused.class, () -> new LogInspector().plan(List.of(file), 1));

        assertThat(refused).hasMessageContaining(expected.get("file")).hasMessageContaining(expected.get("keyword"));
    }

    private static LogCheck.Result check(String file) {
        return LogCheck.check(new LogInspector().plan(List.of(FOLDER.resolve(file)), 1), episode -> {});
    }

    static Stream<CSVRecord> files() throws IOException {
        return table("expected-files.csv");
    }

    /** Only all the places together show that an episode is in two of them. */
    static Stream<CSVRecord> rejections() throws IOException {
        return table("expected-rejections.csv").filter(row -> !row.get("file").equals("two-places.csv"));
    }

    static Stream<CSVRecord> refusals() throws IOException {
        return table("expected-refusals.csv");
    }

    private static Stream<CSVRecord> table(String name) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = format.parse(Files.newBufferedReader(FOLDER.resolve(name)))) {
            return parser.getRecords().stream();
        }
    }
}
