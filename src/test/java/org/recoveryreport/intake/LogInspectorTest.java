package org.recoveryreport.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.recoveryreport.domain.episode.TimeScale;

class LogInspectorTest {
    private static final String ROW = "E1,P1,0,3,,ice,,,\n";

    @TempDir
    private Path folder;

    @Test
    void aFolderStandsForItsOwnLogsByName() throws IOException {
        file("b.csv", Logs.HEADER + ROW);
        file("A.CSV", Logs.HEADER + ROW + ROW);
        Logs.bytes(folder.resolve("c.csv.gz"), Logs.gzip(bytes(Logs.HEADER + ROW + ROW + ROW)));
        file("notes.txt", "nothing");
        file(".hidden.csv", "nothing");
        Files.createDirectory(folder.resolve("more"));

        List<LogFile> files = plan(folder).files();

        assertThat(files)
                .extracting(LogFile::source)
                .containsExactly(folder + "/A.CSV", folder + "/b.csv", folder + "/c.csv.gz");
        assertThat(files).extracting(LogFile::gzip).containsExactly(false, false, true);
    }

    @Test
    void aLogReachedTwiceIsReadOnce() throws IOException {
        Path log = file("log.csv", Logs.HEADER + ROW);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), log);
        Path around = folder.resolve("x/../log.csv");
        Files.createDirectory(folder.resolve("x"));

        InputPlan plan = plan(link, log, around, folder);

        assertThat(plan.files()).extracting(LogFile::source).containsExactly(link.toString());
    }

    @Test
    void whatCannotBeReadInAFolderIsRefusedNotPassedOver() throws Exception {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        file("logs/a.csv", Logs.HEADER + ROW);
        Path share = Files.createSymbolicLink(logs.resolve("b.csv"), folder.resolve("not mounted/b.csv"));
        refusedIn(logs, "b.csv does not exist");
        Files.delete(share);
        Files.createDirectory(logs.resolve("c.csv"));
        refusedIn(logs, "c.csv is not an ordinary file");
        Files.delete(logs.resolve("c.csv"));
        assumeTrue(new ProcessBuilder("mkfifo", logs.resolve("d.csv.gz").toString())
                        .start()
                        .waitFor()
                == 0);
        refusedIn(logs, "d.csv.gz is not an ordinary file");
    }

    @Test
    void aNameOfOtherLettersThanTheSystemsIsRefused() throws Exception {
        Process made = new ProcessBuilder("sh", "-c", "echo > \"$(printf 'M\\344rz.csv')\"")
                .directory(folder.toFile())
                .start();
        assumeTrue(made.waitFor() == 0, "a file system that knows no other letters");
        refusedIn(folder, "rz.csv cannot be written as text here: rename the file");
    }

    private static void refusedIn(Path folder, String words) {
        assertThatThrownBy(() -> plan(folder)).isInstanceOf(InputRefused.class).hasMessageContaining(words);
    }

    @Test
    void equalLogsAreRefusedSinceAllTheirEpisodesWouldAppearTwice() {
        Path log = file("log.csv", Logs.HEADER + ROW);
        Path copy = file("copy.csv", Logs.HEADER + ROW);

        refused("same content as " + log, log, copy);
        assertThat(plan(file("e1.csv", Logs.HEADER), file("e2.csv", Logs.HEADER))
                        .files())
                .hasSize(2);
    }

    @Test
    void compressionIsToldByTheContentNotTheName() {
        Path log = Logs.bytes(folder.resolve("log.csv"), Logs.gzip(bytes(Logs.HEADER + ROW)));

        assertThat(Logs.keys(Logs.read(log))).containsExactly("E1");
    }

    @Test
    void aLogBeginsAfterItsHeader() {
        LogFile file = plan(file("log.csv", "\ufeff\r\n" + Logs.HEADER.trim() + "\r\n" + ROW))
                .files()
                .get(0);

        assertThat(file.rowsLine()).isEqualTo(3);
        assertThat(file.rowsOffset()).isEqualTo(3 + 2 + Logs.HEADER.length() + 1);
        assertThat(file.end()).isEqualTo(file.bytes());
        assertThat(file.sha256()).hasSize(64);
    }

    @ParameterizedTest
    @CsvSource({"0;2024-01-01;1,STUDY_DAY", "2024-01-01;x;2024-01-02;5,CALENDAR", "x,CALENDAR", "'',CALENDAR"})
    void theFirstOnsetsDecideTheKindOfDay(String onsets, TimeScale scale) {
        StringBuilder log = new StringBuilder(Logs.HEADER);
        for (String onset : onsets.split(";", -1)) {
            log.append("E").append(log.length()).append(",P1,").append(onset).append(",,,,,,\n");
        }

        assertThat(plan(file("log.csv", log.toString())).files().get(0).scale()).isEqualTo(scale);
    }

    @Test
    void aLogWithoutRowsHasNothingToRead() {
        List<Path> logs = List.of(file("a.csv", Logs.HEADER), file("b.csv", Logs.HEADER.trim()));
        for (int partitions = 1; partitions < 4; partitions++) {
            InputPlan plan = new LogInspector(1).plan(logs, partitions);

            assertThat(plan.partitions()).hasSize(1);
            assertThat(Logs.read(plan)).isEmpty();
        }
    }

    @Test
    void whatIsNoEpisodeLogIsRefused() {
        refused("empty", file("empty.csv", ""));
        refused("empty", file("blank.csv", "\n\r\n"));
        refused("no header row", file("rows.csv", "a,b,2024-01-01,,,x\n"));
        refused("there is no column onset, recovered, treatment;", file("m.csv", "episode_id,patient_id,site\n"));
        refused("semicolons", file("semicolons.csv", Logs.HEADER.replace(',', ';')));
        refused("tabs", file("tabs.csv", Logs.HEADER.replace(',', '\t')));
        refused("line 1: column onset appears twice", file("twice.csv", "onset, ONSET ," + Logs.HEADER));
        refused("line 2: the header row cannot be read", file("quote.csv", "\n\"x" + Logs.HEADER));
        refused("UTF-16", Logs.bytes(folder.resolve("utf16.csv"), Logs.HEADER.getBytes(StandardCharsets.UTF_16)));
        refused(
                "not a CSV text in UTF-8",
                Logs.bytes(folder.resolve("utf16le.csv"), Logs.HEADER.getBytes(StandardCharsets.UTF_16LE)));
        refused("spreadsheet", file("book.csv", "PK\u0003\u0004"));
        refused("does not exist", folder.resolve("nowhere.csv"));
        refused("no .csv or .csv.gz", emptyFolder());
        assertThatThrownBy(() -> plan(Path.of(""))).hasMessageContaining("An input without a name");
    }

    @Test
    void aLineThatTellsExcelTheSeparatorStandsBeforeTheHeader() {
        String rows = "a,p,2024-01-01,2024-01-05,,heat\n";
        for (String hint : List.of("sep=,\r\n", "\ufeffSEP=,\n", "\"sep=,\"\n")) {
            LogFile log =
                    plan(file("hint.csv", hint + Logs.HEADER + rows)).files().get(0);
            assertThat(log.rowsLine()).as(hint).isEqualTo(3);
            assertThat(log.records()).as(hint).isEqualTo(1);
        }
        refused("line 2: there is no column", file("semicolons.csv", "sep=;\n" + Logs.HEADER.replace(',', ';')));
        refused("semicolons", file("semicolons.csv", "sep=;\n" + Logs.HEADER.replace(',', ';')));
        refused("empty", file("hint.csv", "sep=,\n"));
    }

    @Test
    void aLogThatIsNotAnonymisedIsRefusedByTheNameOfTheColumn() {
        refused("line 1: column Patient Name tells who", file("name.csv", "Patient Name," + Logs.HEADER));
        refused("column geburtsdatum", file("dob.csv", "geburtsdatum," + Logs.HEADER));
        refused("column last name tells who", file("line.csv", "\"last\nname\"," + Logs.HEADER));
        assertThat(plan(file("ok.csv", "drug_name," + Logs.HEADER)).files()).hasSize(1);
    }

    @Test
    void aFirstRowThatIsDataIsNotRepeated() {
        Path log = file("rows.csv", "E1,12 Main Street,2024-01-01,,,Dr Smith\n");

        assertThatThrownBy(() -> plan(log)).hasMessageNotContainingAny("Street", "Smith", "E1");
    }

    @Test
    void aCompressedLogThatBreaksOffIsRefused() {
        StringBuilder log = new StringBuilder(Logs.HEADER);
        for (int i = 0; i < 5_000; i++) {
            log.append("E").append(i).append(",P").append(i * 7919L % 1009).append(",0,3,,ice,,,\n");
        }
        byte[] whole = Logs.gzip(bytes(log.toString()));
        Path cut = Logs.bytes(folder.resolve("cut.csv.gz"), Arrays.copyOf(whole, whole.length * 2 / 3));
        whole[whole.length / 2] ^= 0x55;
        Path damaged = Logs.bytes(folder.resolve("damaged.csv.gz"), whole);

        refused("breaks off or is damaged in line", cut);
        refused("breaks off or is damaged in line", damaged);
    }

    @Test
    void aCompressedLogOfSeveralMembersIsReadToItsEnd() {
        byte[] first = Logs.gzip(bytes(Logs.HEADER + ROW));
        byte[] second = Logs.gzip(bytes(ROW.replace("E1", "E2")));
        Path log = Logs.bytes(folder.resolve("two.csv.gz"), joined(first, second));
        Path padded = Logs.bytes(folder.resolve("padded.csv.gz"), joined(first, second, new byte[1_000]));
        byte[] named = second.clone();
        named[3] = 1 << 1 | 1 << 2 | 1 << 3 | 1 << 4;
        byte[] fields = joined(new byte[] {3, 0, 7, 7, 7}, bytes("a name\0a comment\0"), new byte[] {7, 7});
        Path all = Logs.bytes(
                folder.resolve("named.csv.gz"),
                joined(first, Arrays.copyOf(named, 10), fields, Arrays.copyOfRange(named, 10, named.length)));

        for (Path file : List.of(log, padded, all)) {
            assertThat(Logs.keys(Logs.read(file))).as("%s", file).containsExactly("E1", "E2");
        }
    }

    @Test
    void aCompressedLogWithADamagedLaterMemberIsRefused() {
        byte[] first = Logs.gzip(bytes(Logs.HEADER + ROW));
        byte[] second = Logs.gzip(bytes(ROW.replace("E1", "E2")));
        for (int length = 1; length < second.length; length++) {
            byte[] cut = joined(first, Arrays.copyOf(second, length));
            refused("breaks off or is damaged in line", Logs.bytes(folder.resolve("cut.csv.gz"), cut));
        }
        // the mark of a gzip file, its method, its reserved flags, and the checksum and the length at its end
        for (int place : List.of(0, 1, 2, 3, second.length - 8, second.length - 1)) {
            byte[] damaged = joined(first, second);
            damaged[first.length + place] ^= (byte) 0xe0;
            refused("breaks off or is damaged in line", Logs.bytes(folder.resolve("damaged.csv.gz"), damaged));
        }
        byte[] junk = joined(first, second, bytes("fifteen letters"));
        refused("breaks off or is damaged in line 4", Logs.bytes(folder.resolve("junk.csv.gz"), junk));
        byte[] late = joined(first, second, new byte[100_000], new byte[] {1});
        refused("breaks off or is damaged in line 4", Logs.bytes(folder.resolve("late.csv.gz"), late));
    }

    @Test
    void aBombIsReadInBoundedMemory() {
        byte[] bomb = new byte[150 << 20];
        System.arraycopy(bytes(Logs.HEADER + "E1,"), 0, bomb, 0, Logs.HEADER.length() + 3);
        Path file = Logs.bytes(folder.resolve("bomb.csv.gz"), Logs.gzip(bomb));

        assertThat(Logs.rejected(Logs.read(file))).containsExactly("2 LINE_TOO_LONG");
    }

    @Test
    void aLogThatHasChangedSinceIsNotRead() {
        Path log = file("log.csv", Logs.HEADER + ROW);
        InputPlan plan = plan(log);
        file("log.csv", Logs.HEADER + ROW + ROW);

        assertThatThrownBy(() -> Logs.read(plan))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("changed");
    }

    @Test
    void aPlanCanBeWrittenAndReadBack() {
        Path a = file("a \"quoted\", log.csv", Logs.HEADER + ROW.repeat(3) + "E2,P2,0,1,,,,,\n".repeat(4));
        Path b = Logs.bytes(folder.resolve("b.csv.gz"), Logs.gzip(bytes(Logs.HEADER + ROW)));
        InputPlan plan = new LogInspector(1).plan(List.of(a, b), 3);
        Path file = folder.resolve("plan");

        plan.write(file);

        assertThat(plan.partitions()).hasSizeGreaterThan(1);
        assertThat(InputPlan.read(file)).isEqualTo(plan);
    }

    private void refused(String words, Path... inputs) {
        assertThatThrownBy(() -> plan(inputs))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining(inputs[inputs.length - 1].getFileName().toString())
                .hasMessageContaining(words)
                .hasMessageMatching("[^\n]*\\.");
    }

    private Path emptyFolder() {
        try {
            return Files.createDirectory(folder.resolve("none"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name, String content) {
        return Logs.bytes(folder.resolve(name), bytes(content));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private static InputPlan plan(Path... inputs) {
        return new LogInspector().plan(List.of(inputs), 1);
    }
}
