package org.recoveryreport.publish;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Appends rows to a CSV file, and resumes after a crash at a length recorded before it. RFC 4180 but for {@code \n} at
 * the end of lines; UTF-8; blank = undefined. Not thread-safe.
 *
 * <p>A text that a spreadsheet would take for a formula gets an apostrophe in front.
 *
 * @param <R> the rows
 */
final class CsvTableWriter<R> implements Closeable {
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator("\n").get();

    private final Path file;
    private final List<ReportColumn<R>> columns;
    private final FileChannel channel;
    private final CSVPrinter printer;

    /** Whether the disk may lack some of it. */
    private boolean behind = true;

    private CsvTableWriter(Path file, List<ReportColumn<R>> columns, FileChannel channel) throws IOException {
        this.file = file;
        this.columns = columns;
        this.channel = channel;
        this.printer = new CSVPrinter(
                new BufferedWriter(
                        new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8), 1 << 16),
                FORMAT);
    }

    /** Starts the file anew, with its header; its folder is made if need be. */
    static <R> CsvTableWriter<R> create(Path file, List<ReportColumn<R>> columns) {
        CsvTableWriter<R> writer = openAt(file, columns, 0);
        writer.writeHeader();
        return writer;
    }

    /**
     * Resumes the file behind its first {@code length} bytes and removes whatever else it holds.
     *
     * @param length as {@link #sync} returned it
     */
    static <R> CsvTableWriter<R> reopen(Path file, List<ReportColumn<R>> columns, long length) {
        return openAt(file, columns, length);
    }

    private static <R> CsvTableWriter<R> openAt(Path file, List<ReportColumn<R>> columns, long length) {
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.size() < length) {
                channel.close();
                throw new IOException("shorter than the " + length + " bytes recorded for it");
            }
            return new CsvTableWriter<>(file, columns, channel.truncate(length).position(length));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    void write(R row) {
        try {
            for (ReportColumn<R> column : columns) {
                printer.print(cellText(column.cell(row)));
            }
            printer.println();
        } catch (IOException e) {
            throw failed(file, e);
        }
        behind = true;
    }

    /** Brings every row so far to the disk and returns the file's length in bytes. */
    long sync() {
        try {
            if (behind) {
                printer.flush();
                channel.force(true);
                behind = false;
            }
            return channel.position();
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    @Override
    public void close() {
        try {
            printer.close(true);
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private void writeHeader() {
        try {
            printer.printRecord(columns.stream().map(ReportColumn::name));
        } catch (IOException e) {
            throw failed(file, e);
        }
    }

    private static @Nullable Object cellText(@Nullable Object cell) {
        if (cell instanceof Double number) {
            return DecimalText.of(number);
        }
        if (cell instanceof String text) {
            return neutralised(text);
        }
        return cell;
    }

    private static String neutralised(String text) {
        return !text.isEmpty() && startsFormula(text.charAt(0)) ? "'" + text : text;
    }

    /** As OWASP lists them under "CSV Injection", with the full-width forms that spreadsheets take for the same. */
    private static boolean startsFormula(char letter) {
        return switch (letter) {
            case '=', '+', '-', '@', '\t', '\r', '\n', '\uFF1D', '\uFF0B', '\uFF0D', '\uFF20' -> true;
            default -> false;
        };
    }

    private static UncheckedIOException failed(Path file, IOException cause) {
        return new UncheckedIOException("cannot write " + file, cause);
    }
}
