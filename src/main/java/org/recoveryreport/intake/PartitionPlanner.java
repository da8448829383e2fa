package org.recoveryreport.intake;

import java.util.ArrayList;
import java.util.List;
import org.recoveryreport.intake.InputPlan.Partition;

/** Divides logs among readers by bytes. A cut never parts the rows of an episode; compressed logs are not cut. */
final class PartitionPlanner {
    private final List<LogFile> files;
    private final List<List<RecordStart>> starts;

    /** Where a record begins, at which a reader may start. */
    record RecordStart(long offset, long line) {}

    private record Cut(int file, long offset, long line) {}

    /**
     * Takes what is to be divided.
     *
     * @param starts for each file, the records to choose a cut from
     */
    PartitionPlanner(List<LogFile> files, List<List<RecordStart>> starts) {
        this.files = files;
        this.starts = starts;
    }

    List<Partition> divide(int count) {
        long total = files.stream().mapToLong(PartitionPlanner::size).sum();
        if (total == 0) {
            return List.of(emptyPartition());
        }
        // more than there are places to cut at would be none the smaller
        int parts = (int) Math.min(
                count, files.size() + starts.stream().mapToLong(List::size).sum());
        List<Partition> partitions = new ArrayList<>();
        Cut from = new Cut(0, files.get(0).rowsOffset(), files.get(0).rowsLine());
        for (int i = 1; i <= parts; i++) {
            Cut to = i == parts ? startOf(files.size()) : cutAt((long) ((double) total * i / parts));
            List<LogRange> ranges = between(from, to);
            if (!ranges.isEmpty()) {
                partitions.add(new Partition(ranges));
                from = to;
            }
        }
        return partitions;
    }

    /** The cut nearest to so many bytes of all the logs. */
    private Cut cutAt(long bytes) {
        long before = 0;
        int file = 0;
        while (before + size(files.get(file)) <= bytes) {
            before += size(files.get(file));
            file++;
        }
        LogFile log = files.get(file);
        long wanted = log.rowsOffset() + bytes - before;
        RecordStart nearest = new RecordStart(log.rowsOffset(), log.rowsLine());
        long distance = Math.min(wanted - log.rowsOffset(), log.end() - wanted);
        boolean inside = false;
        for (RecordStart start : starts.get(file)) {
            if (Math.abs(start.offset - wanted) < distance) {
                distance = Math.abs(start.offset - wanted);
                nearest = start;
                inside = true;
            }
        }
        if (inside) {
            return nextEpisode(file, nearest);
        }
        return wanted - log.rowsOffset() <= log.end() - wanted ? startOf(file) : startOf(file + 1);
    }

    private Cut nextEpisode(int file, RecordStart start) {
        LogFile log = files.get(file);
        LogRange rest = new LogRange(file, start.offset, log.end(), start.line);
        try (LogReader reader = LogReader.open(log, rest, null)) {
            while (reader.next() != null) {
                if (reader.isBetweenEpisodes()) {
                    return new Cut(
                            file, reader.position().offset(), reader.position().line());
                }
            }
        }
        return startOf(file + 1);
    }

    private List<LogRange> between(Cut from, Cut to) {
        List<LogRange> ranges = new ArrayList<>();
        for (int file = from.file; file <= Math.min(to.file, files.size() - 1); file++) {
            Cut start = file == from.file ? from : startOf(file);
            long end = file == to.file ? to.offset : files.get(file).end();
            if (end > start.offset) {
                ranges.add(new LogRange(file, start.offset, end, start.line));
            }
        }
        return ranges;
    }

    private Cut startOf(int file) {
        return file == files.size()
                ? new Cut(file, 0, 1)
                : new Cut(file, files.get(file).rowsOffset(), files.get(file).rowsLine());
    }

    /** Logs without rows are read all the same, so that a run without episodes has something to read. */
    private Partition emptyPartition() {
        List<LogRange> ranges = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            LogFile log = files.get(file);
            ranges.add(new LogRange(file, log.rowsOffset(), log.end(), log.rowsLine()));
        }
        return new Partition(ranges);
    }

    private static long size(LogFile file) {
        return file.end() - file.rowsOffset();
    }
}
