package org.recoveryreport.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.recoveryreport.domain.study.StudyResult;

class ReportTablesWriterTest {
    @TempDir
    Path folder;

    @Test
    void everyTableIsWrittenAsReviewed() {
        write(Studies.small());
        for (ReportTable<?> table : ReportTables.ALL) {
            GoldenFiles.assertSame(folder.resolve(table.fileName()), "small/" + table.fileName());
        }
    }

    @Test
    void aTableWithoutRowsHasItsHeader() {
        write(Studies.empty());
        assertThat(folder.resolve("unrecognised.csv")).hasContent("text,entries");
        assertThat(folder).isDirectoryContaining(file -> file.endsWith("recovery-curves.csv"));
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsNeutralised() {
        write(Studies.hostile());
        assertThat(GoldenFiles.text(folder.resolve("recovery-by-combination.csv")))
                .contains("\nALL,'=cmd|' /C calc'!A0,28,")
                .doesNotContain(",=");
    }

    @Test
    void aNegativeNumberIsNoFormula() {
        write(Studies.small());
        assertThat(GoldenFiles.text(folder.resolve("landmark-by-combination.csv")))
                .contains(",-3.25,-4.25,-1.75,");
    }

    @Test
    void whereverItIsCutOffARestartGivesTheSameBytes() throws IOException {
        write(Studies.small());
        Map<String, byte[]> uninterrupted = bytes();
        List<ReportRow<?>> rows = ReportRows.of(Studies.small());
        for (int done = 0; done <= rows.size(); done++) {
            FileLengths checkpoint;
            try (ReportTablesWriter writer = ReportTablesWriter.open(folder, ReportTables.ALL, null)) {
                writer.write(rows.subList(0, done));
                checkpoint = writer.checkpoint();
                writer.write(rows.subList(done, rows.size()));
            }
            Files.writeString(folder.resolve("tests.csv"), "half a li", StandardOpenOption.APPEND);
            try (ReportTablesWriter writer = ReportTablesWriter.open(folder, ReportTables.ALL, copied(checkpoint))) {
                writer.write(rows.subList(done, rows.size()));
                writer.checkpoint();
            }
            assertThat(bytes()).as("cut off after row %d", done).containsExactlyEntriesOf(uninterrupted);
        }
    }

    @Test
    void aFileShorterThanItsCheckpointIsRefused() throws IOException {
        FileLengths checkpoint;
        try (ReportTablesWriter writer = ReportTablesWriter.open(folder, ReportTables.ALL, null)) {
            checkpoint = writer.checkpoint();
        }
        Files.writeString(folder.resolve("tests.csv"), "");
        assertThatThrownBy(() -> ReportTablesWriter.open(folder, ReportTables.ALL, checkpoint))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("tests.csv")
                .hasRootCauseMessage("shorter than the 80 bytes recorded for it");
    }

    @Test
    void rejectionsGoOnAtTheirCheckpoint() {
        Path file = folder.resolve("rejected.csv");
        RejectedRow first = new RejectedRow("=log.csv", 2, "e1", "onset", "missing value");
        RejectedRow second = new RejectedRow("b, c.csv", 17, null, null, "wrong number of fields");
        long length;
        try (RejectedCsvWriter writer = RejectedCsvWriter.open(file, null)) {
            writer.write(List.of(first));
            length = writer.checkpoint();
            writer.write(List.of(first, first));
        }
        try (RejectedCsvWriter writer = RejectedCsvWriter.open(file, length)) {
            writer.write(List.of(second));
        }
        assertThat(file).content().isEqualTo("""
                        source,line,episode_id,column,reason
                        '=log.csv,2,e1,onset,missing value
                        "b, c.csv",17,,,wrong number of fields
                        """);
    }

    @Test
    void everyStratumHasTheSameTables() {
        write(Studies.stratified());
        for (ReportTable<?> table : ReportTables.ALL) {
            GoldenFiles.assertSame(folder.resolve(table.fileName()), "small/" + table.fileName());
        }
        for (ReportTable<?> table : ReportTables.STRATA) {
            GoldenFiles.assertSame(folder.resolve(table.fileName()), "small/" + table.fileName());
        }
    }

    @Test
    void withoutStrataThereIsNoFolderOfThem() {
        write(Studies.small());
        assertThat(folder.resolve("strata")).doesNotExist();
    }

    private void write(StudyResult result) {
        List<ReportTable<?>> tables = ReportTables.of(result.settings());
        try (ReportTablesWriter writer = ReportTablesWriter.open(folder, tables, null)) {
            writer.write(ReportRows.of(result));
        }
    }

    private Map<String, byte[]> bytes() throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        for (ReportTable<?> table : ReportTables.ALL) {
            bytes.put(table.fileName(), Files.readAllBytes(folder.resolve(table.fileName())));
        }
        return bytes;
    }

    /** A checkpoint as it comes back from the job repository. */
    private static FileLengths copied(FileLengths checkpoint) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(checkpoint);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (FileLengths) in.readObject();
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
