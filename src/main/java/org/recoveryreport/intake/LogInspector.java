package org.recoveryreport.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.recoveryreport.domain.episode.TimeScale;

/**
 * Looks at the input once, before anything runs: refuses what is no anonymised episode log, takes fingerprints and divides
 * the work. Throws {@link InputRefused} with one sentence that says which file, why, and what to do.
 */
public final class LogInspector {
    /** Rows by which the kind of day of a log is decided. */
    private static final int DAYS_LOOKED_AT = 100;
    /** Rows in which to look for them. */
    private static final int ROWS_LOOKED_AT = 10_000;

    private static final long SMALLEST_PART = 1 << 16;

    private final long smallestPart;

    /** An inspector for real logs. */
    public LogInspector() {
        this(SMALLEST_PART);
    }

    /** An inspector that divides logs into smaller parts than it would be worth. */
    LogInspector(long smallestPart) {
        this.smallestPart = smallestPart;
    }

    /**
     * Inspects logs and plans their reading.
     *
     * @param inputs files and folders
     * @param partitions how many readers there may be, at least 1; the plan has fewer where the input is small
     */
    public InputPlan plan(List<Path> inputs, int partitions) {
        if (partitions < 1) {
            throw new IllegalArgumentException("there is at least 1 partition, not " + partitions);
        }
        List<LogFile> files = new ArrayList<>();
        List<List<PartitionPlanner.RecordStart>> starts = new ArrayList<>();
        Map<String, String> sourceByContent = new HashMap<>();
        for (InputFiles.Input input : InputFiles.expand(inputs)) {
            List<PartitionPlanner.RecordStart> startsOfFile = new ArrayList<>();
            LogFile file = inspect(input, partitions, startsOfFile);
            String twin = file.end() == file.rowsOffset() ? null : sourceByContent.put(file.sha256(), file.source());
            if (twin != null) {
                throw new InputRefused(
                        file.source() + " has the same content as " + twin + ": name one of them, not both.");
            }
            files.add(file);
            starts.add(startsOfFile);
        }
        return new InputPlan(files, new PartitionPlanner(files, starts).divide(partitions));
    }

    private LogFile inspect(InputFiles.Input input, int partitions, List<PartitionPlanner.RecordStart> starts) {
        try {
            boolean gzip = isGzip(input);
            LogHeader header = LogHeader.read(input, gzip);
            long bytes = Files.size(input.path());
            // takes as long as reading through, and as the file is read by both at a time, the disk has it to give but
            // once
            CompletableFuture<String> sha256 = CompletableFuture.supplyAsync(() -> sha256(input.path()));
            Extent extent;
            try (InputStream content = LogFile.open(input.path(), gzip, header.rowsOffset())) {
                // the pieces are small enough to balance partitions, and not more than a few hundred in number
                long piece = gzip || partitions == 1 ? Long.MAX_VALUE : Math.max(smallestPart, bytes / partitions / 16);
                extent = readThrough(input, header, content, piece, starts);
            }
            LogFile file = new LogFile(
                    input.source(),
                    input.path(),
                    gzip,
                    bytes,
                    sha256.join(),
                    TimeScale.CALENDAR,
                    header.columns(),
                    header.rowsOffset(),
                    header.rowsLine(),
                    extent.end(),
                    extent.records());
            return file.withScale(scale(file));
        } catch (IOException | CompletionException e) {
            throw new InputRefused(
                    input.source() + " cannot be read: check that the file is whole and may be read.", e);
        }
    }

    private static String sha256(Path file) {
        try {
            return LogFile.sha256(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGzip(InputFiles.Input input) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(input.path())) {
            head = in.readNBytes(4);
        }
        int first = head.length < 2 ? 0 : ((head[0] & 0xff) << 8) | (head[1] & 0xff);
        if (first == 0xfffe || first == 0xfeff) {
            throw new InputRefused(input.source() + " is written in UTF-16: save it as CSV in UTF-8.");
        }
        if (first == (('P' << 8) | 'K')) {
            throw new InputRefused(input.source() + " is a spreadsheet or ZIP archive: save it as CSV in UTF-8.");
        }
        return first == 0x1f8b;
    }

    /** Where a log ends, and how many records it has. */
    private record Extent(long end, long records) {}

    /** Measures the log, and finds records at which it may be cut. */
    private static Extent readThrough(
            InputFiles.Input input,
            LogHeader header,
            InputStream content,
            long piece,
            List<PartitionPlanner.RecordStart> starts)
            throws IOException {
        RecordFramer framer =
                new RecordFramer(content, header.rowsOffset(), header.rowsLine(), Long.MAX_VALUE, header.columns());
        try {
            long cut = piece == Long.MAX_VALUE ? piece : header.rowsOffset() + piece;
            long records = 0;
            while (framer.next()) {
                records++;
                if (framer.offset() >= cut) {
                    starts.add(new PartitionPlanner.RecordStart(framer.offset(), framer.line()));
                    cut = framer.offset() + piece;
                }
            }
            return new Extent(framer.nextOffset(), records);
        } catch (IOException e) {
            throw new InputRefused(
                    input.source() + " breaks off or is damaged in line " + framer.nextLine()
                            + ": get a whole copy of the file.",
                    e);
        }
    }

    /** The kind of most of the first days; dates where there are none. */
    private static TimeScale scale(LogFile file) {
        int dates = 0;
        int studyDays = 0;
        int rowsSeen = 0;
        LogRange all = new LogRange(0, file.rowsOffset(), file.end(), file.rowsLine());
        try (LogReader reader = LogReader.open(file, all, null)) {
            EpisodeRows rows = reader.next();
            while (rows != null && rowsSeen < ROWS_LOOKED_AT && dates + studyDays < DAYS_LOOKED_AT) {
                for (LogRow row : rows.rows()) {
                    dates += isOnset(row, file, TimeScale.CALENDAR) ? 1 : 0;
                    studyDays += isOnset(row, file, TimeScale.STUDY_DAY) ? 1 : 0;
                }
                rowsSeen += rows.size();
                rows = reader.next();
            }
        }
        return studyDays > dates ? TimeScale.STUDY_DAY : TimeScale.CALENDAR;
    }

    private static boolean isOnset(LogRow row, LogFile file, TimeScale scale) {
        return row.damage() == null && Day.isDay(row.day(file.columns(), LogColumn.ONSET, scale));
    }
}
