package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.LinkedTables;
import org.recoveryreport.domain.disclosure.Search;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.disclosure.Worth;

/** The counts of the log, and what they add up to: decides which of them may be shown. */
final class LogTables {
    private static final String LOG = "log";
    private static final String UNRECOGNISED_TEXTS = "unrecognised";
    private static final String OTHER_REASONS = "other reasons";
    private static final Cell ROWS_READ = log("rows", "read");
    private static final Cell ROWS_ACCEPTED = log("rows", "accepted");
    private static final Cell ROWS_REJECTED = log("rows", "rejected");
    private static final Cell EPISODES_READ = log("episodes", "read");
    private static final Cell EPISODES_ACCEPTED = log("episodes", "accepted");
    private static final Cell EPISODES_REJECTED = log("episodes", "rejected");
    private static final Cell ENTRIES = log("entries", "all");
    private static final Cell WITHOUT_START = log("entries", "without start");
    private static final Cell AFTER_END = log("entries", "after end");
    private static final Cell UNRECOGNISED = log("entries", "unrecognised");

    private final LogCounts log;
    private final int minCellCount;
    private final LinkedTables tables = new LinkedTables();
    /** Those that there is a place for in a report, which are the first, by position. */
    private final List<Cell> cells = new ArrayList<>();

    LogTables(LogCounts log, int minCellCount) {
        this.log = log;
        this.minCellCount = minCellCount;
        count(ROWS_READ, log.rowsAccepted() + log.rowsRejected(), Worth.ROW);
        count(ROWS_ACCEPTED, log.rowsAccepted(), Worth.TOTAL);
        count(ROWS_REJECTED, log.rowsRejected(), Worth.IMPORTANT_ROW);
        count(EPISODES_READ, log.episodesAccepted() + log.episodesRejected(), Worth.ROW);
        count(EPISODES_ACCEPTED, log.episodesAccepted(), Worth.KNOWN);
        count(EPISODES_REJECTED, log.episodesRejected(), Worth.IMPORTANT_ROW);
        count(ENTRIES, log.treatmentEntries(), Worth.IMPORTANT_ROW);
        count(WITHOUT_START, log.entriesWithoutStart(), Worth.ROW);
        count(AFTER_END, log.entriesAfterEnd(), Worth.ROW);
        count(UNRECOGNISED, log.entriesUnrecognised(), Worth.ROW);
        log.rejectedRowsByReason().forEach((reason, rows) -> count(reason(reason), rows, Worth.DETAIL));
        log.texts().forEach(text -> count(text(text.text()), text.entries(), Worth.DETAIL));
        tables.sum(tables.position(ROWS_READ), positions(List.of(ROWS_ACCEPTED, ROWS_REJECTED)));
        tables.sum(tables.position(EPISODES_READ), positions(List.of(EPISODES_ACCEPTED, EPISODES_REJECTED)));
        within(
                ROWS_REJECTED,
                log.rejectedRowsByReason().keySet().stream()
                        .map(LogTables::reason)
                        .toList());
        within(ROWS_ACCEPTED, List.of(ENTRIES));
        // no entry is of two of these: the text of one begun after the end is not looked at
        for (List<Cell> parts : List.of(
                List.of(WITHOUT_START),
                List.of(AFTER_END),
                List.of(UNRECOGNISED),
                List.of(WITHOUT_START, AFTER_END),
                List.of(WITHOUT_START, UNRECOGNISED),
                List.of(AFTER_END, UNRECOGNISED),
                List.of(WITHOUT_START, AFTER_END, UNRECOGNISED))) {
            within(ENTRIES, parts);
        }
        within(UNRECOGNISED, log.texts().stream().map(text -> text(text.text())).toList());
    }

    private void count(Cell cell, long value, Worth worth) {
        tables.add(cell, value, worth);
        cells.add(cell);
    }

    private int[] positions(List<Cell> some) {
        return some.stream().mapToInt(tables::position).toArray();
    }

    /** Says that some counts are part of another; what is left of it is a count too. */
    private void within(Cell whole, List<Cell> parts) {
        int[] positions = positions(parts);
        int position = tables.position(whole);
        long others = tables.value(position)
                - IntStream.of(positions).mapToLong(tables::value).sum();
        if (others >= 0) {
            int rest = tables.add(
                    log(whole.row() + " " + whole.column(), "other than " + parts), others, Worth.NEVER_SHOWN);
            tables.sum(
                    position,
                    IntStream.concat(IntStream.of(positions), IntStream.of(rest))
                            .toArray());
        }
    }

    /** What may be shown. */
    LogCounts.Shown shown() {
        BitSet shown = butFor(hidden(new BitSet()));
        return shown(
                counts(shown),
                sources(shown.get(tables.position(ROWS_READ))),
                SmallCells.areProtected(minCellCount) ? Audit.of(tables.asShown(shown), minCellCount) : null,
                List.of());
    }

    /** What may be shown to those who have the counts of an earlier report, too. */
    LogCounts.Shown shownAfter(Map<Cell, EarlierCount> before) {
        BitSet hidden = hidden(new BitSet());
        for (int position = 0; position < cells.size(); position++) {
            EarlierCount then = before.get(cells.get(position));
            if (then != null) {
                tables.after(position, then.count());
            }
        }
        BitSet fresh = butFor(hidden(hidden));
        Map<Cell, Long> shown = counts(fresh);
        List<EarlierCount> kept = before.values().stream()
                .filter(then -> isOfLog(then.cell()) && !shown.containsKey(then.cell()))
                .toList();
        kept.forEach(then -> shown.put(then.cell(), then.count()));
        // what the last report gave for each of several files is not kept, so by how few they have grown cannot be seen
        boolean isOneFile = log.rowsBySource().size() == 1;
        return shown(
                shown,
                sources(fresh.get(tables.position(ROWS_READ)) && (isOneFile || before.isEmpty())),
                Audit.of(tables.asShown(fresh), minCellCount),
                kept);
    }

    private BitSet hidden(BitSet inAnyCase) {
        return SmallCells.areProtected(minCellCount)
                ? tables.decided(minCellCount, inAnyCase, Search.THOROUGH).hidden()
                : new BitSet();
    }

    private BitSet butFor(BitSet hidden) {
        BitSet shown = new BitSet();
        shown.set(0, cells.size());
        shown.andNot(hidden);
        return shown;
    }

    private Map<Cell, Long> counts(BitSet positions) {
        Map<Cell, Long> counts = new LinkedHashMap<>();
        positions.stream().forEach(position -> counts.put(cells.get(position), tables.value(position)));
        return counts;
    }

    private LogCounts.Shown shown(
            Map<Cell, Long> shown, Map<String, Long> sources, @Nullable Audit audit, List<EarlierCount> earlier) {
        LogSummary summary = new LogSummary(
                shown.get(ROWS_READ),
                shown.get(ROWS_ACCEPTED),
                shown.get(ROWS_REJECTED),
                shown.get(EPISODES_READ),
                shown.get(EPISODES_ACCEPTED),
                shown.get(EPISODES_REJECTED),
                reasons(shown),
                shown.get(ENTRIES),
                shown.get(WITHOUT_START),
                shown.get(AFTER_END),
                shown.get(UNRECOGNISED),
                log.fingerprint());
        List<UnrecognisedText> texts = log.texts().stream()
                .filter(text -> shown.containsKey(text(text.text())))
                .map(text -> new UnrecognisedText(text.text(), shown.getOrDefault(text(text.text()), 0L)))
                .toList();
        return new LogCounts.Shown(summary, texts, sources, audit, earlier);
    }

    /** Those of few rows are not named: of ten reasons with ten rows together each has one. */
    private List<LogSummary.ReasonCount> reasons(Map<Cell, Long> shown) {
        List<LogSummary.ReasonCount> reasons = new ArrayList<>();
        log.rejectedRowsByReason().keySet().forEach(reason -> {
            Long rows = shown.get(reason(reason));
            if (rows != null) {
                reasons.add(new LogSummary.ReasonCount(reason, rows));
            }
        });
        if (reasons.size() < log.rejectedRowsByReason().size()) {
            reasons.add(new LogSummary.ReasonCount(OTHER_REASONS, null));
        }
        return reasons;
    }

    /** Decided by themselves, for what the report says may not depend on how the rows are split over files. */
    private Map<String, Long> sources(boolean isTotalShown) {
        Map<String, Long> rows = log.rowsBySource();
        if (!SmallCells.areProtected(minCellCount)) {
            return rows;
        }
        Map<String, Long> shown = new LinkedHashMap<>();
        long total = tables.value(tables.position(ROWS_READ));
        if (isTotalShown && total == rows.values().stream().mapToLong(of -> of).sum()) {
            LinkedTables files = new LinkedTables();
            int read = files.add(ROWS_READ, total, Worth.TOTAL);
            files.sum(
                    read,
                    rows.entrySet().stream()
                            .mapToInt(of -> files.add(source(of.getKey()), of.getValue(), Worth.ROW))
                            .toArray());
            BitSet hidden =
                    files.decided(minCellCount, new BitSet(), Search.THOROUGH).hidden();
            rows.forEach((source, of) -> {
                if (!hidden.get(read) && !hidden.get(files.position(source(source)))) {
                    shown.put(source, of);
                }
            });
        }
        return shown;
    }

    /** The counts that a report shows of its log. */
    static Map<Cell, Long> published(StudyResult result) {
        LogSummary log = result.log();
        Map<Cell, Long> counts = new LinkedHashMap<>();
        put(counts, ROWS_READ, log.rowsRead());
        put(counts, ROWS_ACCEPTED, log.rowsAccepted());
        put(counts, ROWS_REJECTED, log.rowsRejected());
        put(counts, EPISODES_READ, log.episodesRead());
        put(counts, EPISODES_ACCEPTED, log.episodesAccepted());
        put(counts, EPISODES_REJECTED, log.episodesRejected());
        put(counts, ENTRIES, log.treatmentEntries());
        put(counts, WITHOUT_START, log.entriesWithoutStart());
        put(counts, AFTER_END, log.entriesAfterEnd());
        put(counts, UNRECOGNISED, log.entriesUnrecognised());
        log.rejectedRowsByReason().forEach(reason -> put(counts, reason(reason.reason()), reason.rows()));
        result.unrecognised().forEach(text -> put(counts, text(text.text()), text.entries()));
        return counts;
    }

    private static void put(Map<Cell, Long> counts, Cell cell, @Nullable Long count) {
        if (count != null) {
            counts.put(cell, count);
        }
    }

    private static Cell log(String row, String column) {
        return new Cell(LOG, row, column);
    }

    static boolean isOfLog(Cell cell) {
        return cell.table().equals(LOG) || cell.table().equals(UNRECOGNISED_TEXTS);
    }

    private static Cell reason(String reason) {
        return log(reason, "rows");
    }

    private static Cell source(String source) {
        return new Cell("run.json", source, "rows");
    }

    private static Cell text(String text) {
        return new Cell(UNRECOGNISED_TEXTS, text, "entries");
    }
}
