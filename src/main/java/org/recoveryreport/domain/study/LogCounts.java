package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.LinkedTables;
import org.recoveryreport.domain.disclosure.Worth;

/**
 * What became of the log's rows, every count of it.
 *
 * @param rowsAccepted rows of accepted episodes
 * @param rowsRejected rows of rejected episodes
 * @param episodesAccepted episodes in the figures
 * @param episodesRejected episodes with a bad row
 * @param rejectedRowsByReason by reason in words for people, the most frequent first
 * @param rowsBySource rows of each file
 * @param treatmentEntries entries with a text, those begun after the episode's end among them
 * @param entriesWithoutStart entries with a treatment that count from onset because their start is not known
 * @param entriesAfterEnd entries that began after the episode's end and are no part of it
 * @param entriesUnrecognised entries in whose text nothing was recognised
 * @param texts such texts with their entries, the most frequent first, without those of fewer than k
 * @param fingerprint identifies the accepted episodes
 */
public record LogCounts(
        long rowsAccepted,
        long rowsRejected,
        long episodesAccepted,
        long episodesRejected,
        Map<String, Long> rejectedRowsByReason,
        Map<String, Long> rowsBySource,
        long treatmentEntries,
        long entriesWithoutStart,
        long entriesAfterEnd,
        long entriesUnrecognised,
        List<UnrecognisedText> texts,
        String fingerprint) {
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

    public LogCounts {
        texts = List.copyOf(texts);
    }

    /**
     * What may be shown of them.
     *
     * @param summary the counts, null where hidden
     * @param texts the texts that may be listed
     * @param rowsBySource rows of those files whose rows may be shown
     * @param audit of these counts; null where everything may be shown
     * @param earlier those of an earlier report
     */
    public record Shown(
            LogSummary summary,
            List<UnrecognisedText> texts,
            Map<String, Long> rowsBySource,
            @Nullable Audit audit,
            List<EarlierCount> earlier) {}

    /** Decides what may be shown. */
    public Shown shown(int minCellCount) {
        Map<Cell, Long> values = new LinkedHashMap<>();
        LinkedTables cells = cells(values);
        Map<Cell, Long> shown = new LinkedHashMap<>(values);
        shown.keySet().removeAll(cells.decide(minCellCount));
        return shown(shown, minCellCount, minCellCount <= 1 ? null : Audit.of(cells.asShown(shown), minCellCount));
    }

    /**
     * Decides what may be shown to those who have the last report too. A count that has changed by fewer than k, or tells
     * another one that has, stays what it was there.
     */
    public Shown shown(int minCellCount, EarlierReport earlier) {
        Map<Cell, Long> values = new LinkedHashMap<>();
        Set<Cell> hidden = cells(values).decide(minCellCount);
        Map<Cell, EarlierCount> before = earlier.counts();
        LinkedTables cells = cells(new LinkedHashMap<>());
        values.forEach((cell, now) -> {
            EarlierCount then = before.get(cell);
            if (then != null) {
                cells.after(cell, then.count());
            }
        });
        Map<Cell, Long> fresh = new LinkedHashMap<>(values);
        fresh.keySet().removeAll(cells.decide(minCellCount, hidden));
        Map<Cell, Long> shown = new LinkedHashMap<>(fresh);
        List<EarlierCount> kept = new ArrayList<>();
        before.forEach((cell, then) -> {
            if (isOfLog(cell) && !fresh.containsKey(cell)) {
                shown.put(cell, then.count());
                kept.add(then);
            }
        });
        Shown all = shown(shown, minCellCount, Audit.of(cells.asShown(fresh), minCellCount));
        return new Shown(
                all.summary(),
                all.texts(),
                fresh.containsKey(ROWS_READ) ? all.rowsBySource() : Map.of(),
                all.audit(),
                kept);
    }

    private Shown shown(Map<Cell, Long> shown, int minCellCount, @Nullable Audit audit) {
        return new Shown(
                new LogSummary(
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
                        fingerprint),
                texts.stream()
                        .filter(text -> shown.containsKey(text(text.text())))
                        .map(text -> new UnrecognisedText(text.text(), shown.getOrDefault(text(text.text()), 0L)))
                        .toList(),
                shownSources(shown.get(ROWS_READ), minCellCount),
                audit,
                List.of());
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

    /**
     * Decided by itself, for what the report says may not depend on how the rows are split over files.
     *
     * @param rowsRead null = hidden
     */
    private Map<String, Long> shownSources(@Nullable Long rowsRead, int minCellCount) {
        if (minCellCount <= 1) {
            return rowsBySource;
        }
        Map<String, Long> sources = new LinkedHashMap<>();
        long rows = rowsBySource.values().stream().mapToLong(of -> of).sum();
        if (rowsRead != null && rowsRead == rows) {
            LinkedTables files = new LinkedTables().count(ROWS_READ, rowsRead, Worth.TOTAL);
            rowsBySource.forEach((source, of) -> files.count(source(source), of, Worth.ROW));
            files.sum(
                    ROWS_READ,
                    rowsBySource.keySet().stream().map(LogCounts::source).toList());
            Set<Cell> hidden = files.decide(minCellCount);
            rowsBySource.forEach((source, of) -> {
                if (!hidden.contains(ROWS_READ) && !hidden.contains(source(source))) {
                    sources.put(source, of);
                }
            });
        }
        return sources;
    }

    /** Those of few rows are not named: of ten reasons with ten rows together each has one. */
    private List<LogSummary.ReasonCount> reasons(Map<Cell, Long> shown) {
        List<LogSummary.ReasonCount> reasons = new ArrayList<>();
        rejectedRowsByReason.keySet().forEach(reason -> {
            Long rows = shown.get(reason(reason));
            if (rows != null) {
                reasons.add(new LogSummary.ReasonCount(reason, rows));
            }
        });
        if (reasons.size() < rejectedRowsByReason.size()) {
            reasons.add(new LogSummary.ReasonCount(OTHER_REASONS, null));
        }
        return reasons;
    }

    private LinkedTables cells(Map<Cell, Long> values) {
        Map<Cell, Worth> worth = new LinkedHashMap<>();
        put(values, worth, ROWS_READ, rowsAccepted + rowsRejected, Worth.ROW);
        put(values, worth, ROWS_ACCEPTED, rowsAccepted, Worth.TOTAL);
        put(values, worth, ROWS_REJECTED, rowsRejected, Worth.IMPORTANT_ROW);
        put(values, worth, EPISODES_READ, episodesAccepted + episodesRejected, Worth.ROW);
        put(values, worth, EPISODES_ACCEPTED, episodesAccepted, Worth.KNOWN);
        put(values, worth, EPISODES_REJECTED, episodesRejected, Worth.IMPORTANT_ROW);
        put(values, worth, ENTRIES, treatmentEntries, Worth.IMPORTANT_ROW);
        put(values, worth, WITHOUT_START, entriesWithoutStart, Worth.ROW);
        put(values, worth, AFTER_END, entriesAfterEnd, Worth.ROW);
        put(values, worth, UNRECOGNISED, entriesUnrecognised, Worth.ROW);
        rejectedRowsByReason.forEach((reason, rows) -> put(values, worth, reason(reason), rows, Worth.DETAIL));
        texts.forEach(text -> put(values, worth, text(text.text()), text.entries(), Worth.DETAIL));
        LinkedTables cells = new LinkedTables();
        values.forEach((cell, value) -> cells.count(cell, value, worth.getOrDefault(cell, Worth.NEVER_SHOWN)));
        cells.sum(ROWS_READ, List.of(ROWS_ACCEPTED, ROWS_REJECTED));
        cells.sum(EPISODES_READ, List.of(EPISODES_ACCEPTED, EPISODES_REJECTED));
        add(
                cells,
                values,
                ROWS_REJECTED,
                rejectedRowsByReason.keySet().stream().map(LogCounts::reason).toList());
        add(cells, values, ROWS_ACCEPTED, List.of(ENTRIES));
        // no entry is of two of these: the text of one begun after the end is not looked at
        for (List<Cell> parts : List.of(
                List.of(WITHOUT_START),
                List.of(AFTER_END),
                List.of(UNRECOGNISED),
                List.of(WITHOUT_START, AFTER_END),
                List.of(WITHOUT_START, UNRECOGNISED),
                List.of(AFTER_END, UNRECOGNISED),
                List.of(WITHOUT_START, AFTER_END, UNRECOGNISED))) {
            add(cells, values, ENTRIES, parts);
        }
        add(
                cells,
                values,
                UNRECOGNISED,
                texts.stream().map(text -> text(text.text())).toList());
        return cells;
    }

    private static void put(Map<Cell, Long> values, Map<Cell, Worth> worths, Cell cell, long value, Worth worth) {
        values.put(cell, value);
        worths.put(cell, worth);
    }

    /** Says that some counts are part of another; what is left of it is a count too. */
    private static void add(LinkedTables cells, Map<Cell, Long> values, Cell whole, List<Cell> parts) {
        long others = values.getOrDefault(whole, 0L)
                - parts.stream()
                        .mapToLong(part -> values.getOrDefault(part, 0L))
                        .sum();
        if (others >= 0) {
            Cell rest = log(whole.row() + " " + whole.column(), "other than " + parts);
            cells.count(rest, others, Worth.NEVER_SHOWN);
            List<Cell> all = new ArrayList<>(parts);
            all.add(rest);
            cells.sum(whole, all);
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
