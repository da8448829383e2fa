package org.recoveryreport.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.recoveryreport.domain.episode.TimeScale;

/**
 * What a run reads: the logs, and who reads which part. It can be written to a file, as the steps of a run may happen in
 * different processes.
 *
 * @param files in the order in which they were named
 * @param partitions at least one; together they cover every file once
 */
public record InputPlan(List<LogFile> files, List<Partition> partitions) {
    private static final String FORMAT_NAME = "input plan 2";
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    public InputPlan {
        files = List.copyOf(files);
        partitions = List.copyOf(partitions);
    }

    /**
     * What is read one after the other.
     *
     * @param ranges in order of file and offset
     */
    public record Partition(List<LogRange> ranges) {
        public Partition {
            ranges = List.copyOf(ranges);
        }
    }

    /** Writes the plan, whole or not at all; equal plans give equal bytes. */
    public void write(Path target) {
        Path aside = target.resolveSibling(target.getFileName() + ".new");
        writeTo(aside);
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written", e);
        }
    }

    /** Records of all logs. */
    public long records() {
        return files.stream().mapToLong(LogFile::records).sum();
    }

    private void writeTo(Path target) {
        try (Writer writer = Files.newBufferedWriter(target);
                CSVPrinter printer = new CSVPrinter(writer, FORMAT)) {
            printer.printRecord(FORMAT_NAME);
            for (LogFile file : files) {
                printer.printRecord(
                        "file",
                        file.source(),
                        file.path(),
                        file.gzip(),
                        file.bytes(),
                        file.sha256(),
                        file.scale(),
                        file.columns().width(),
                        file.columns().positions().stream().map(String::valueOf).collect(Collectors.joining(" ")),
                        file.rowsOffset(),
                        file.rowsLine(),
                        file.end(),
                        file.records());
            }
            for (int partition = 0; partition < partitions.size(); partition++) {
                for (LogRange range : partitions.get(partition).ranges()) {
                    printer.printRecord(
                            "range", partition, range.file(), range.start(), range.end(), range.firstLine());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(target + " cannot be written", e);
        }
    }

    /** Reads what {@link #write} has written. */
    public static InputPlan read(Path source) {
        List<LogFile> files = new ArrayList<>();
        List<List<LogRange>> partitions = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(source);
                CSVParser parser =
                        CSVParser.builder().setReader(reader).setFormat(FORMAT).get()) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty() || !records.get(0).get(0).equals(FORMAT_NAME)) {
                throw new IllegalArgumentException(source + " is no input plan of this version");
            }
            for (CSVRecord record : records.subList(1, records.size())) {
                if (record.get(0).equals("file")) {
                    files.add(file(record));
                } else {
                    int partition = Integer.parseInt(record.get(1));
                    if (partition == partitions.size()) {
                        partitions.add(new ArrayList<>());
                    }
                    partitions.get(partition).add(range(record));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(source + " cannot be read", e);
        }
        return new InputPlan(files, partitions.stream().map(Partition::new).toList());
    }

    private static LogFile file(CSVRecord record) {
        List<Integer> positions = Arrays.stream(record.get(8).split(" ", -1))
                .map(Integer::valueOf)
                .toList();
        return new LogFile(
                record.get(1),
                Path.of(record.get(2)),
                Boolean.parseBoolean(record.get(3)),
                Long.parseLong(record.get(4)),
                record.get(5),
                TimeScale.valueOf(record.get(6)),
                new LogColumns(Integer.parseInt(record.get(7)), positions),
                Long.parseLong(record.get(9)),
                Long.parseLong(record.get(10)),
                Long.parseLong(record.get(11)),
                Long.parseLong(record.get(12)));
    }

    private static LogRange range(CSVRecord record) {
        return new LogRange(
                Integer.parseInt(record.get(2)),
                Long.parseLong(record.get(3)),
                Long.parseLong(record.get(4)),
                Long.parseLong(record.get(5)));
    }
}
