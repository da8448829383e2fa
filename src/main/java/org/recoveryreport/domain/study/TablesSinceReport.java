package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.EPISODES;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Cells;
import org.recoveryreport.domain.disclosure.LinkedTables;
import org.recoveryreport.domain.disclosure.Worth;

/** The counts of a study beside those of an earlier report, which readers may have too. */
final class TablesSinceReport {
    private final StudyTables tables;
    private final LinkedTables counts;

    /** What would be published if nobody had the earlier report, by position. */
    private final BitSet published;

    /** How many there are without what the earlier report adds. */
    private final int ofTonight;

    /**
     * Compares counts.
     *
     * @param tables of nobody else: they get what the earlier report adds
     * @param result what would be published without that
     */
    TablesSinceReport(StudyTables tables, StudyResult result, EarlierReport earlier) {
        this.tables = tables;
        counts = tables.counts();
        // by how much it has changed may be small
        tables.rests(tables.published(result)).addTo(counts, Worth.ROW);
        published = tables.published(result);
        ofTonight = counts.size();
        restsAsTheyWere(earlier.result());
        earlier.counts().forEach((cell, before) -> {
            int position = counts.position(cell);
            if (position >= 0) {
                counts.after(position, before.count());
            }
        });
    }

    /**
     * A combination may have a row tonight that was part of the rest before, or the other way round: who would be in the rest if all
     * were where they were is counted too, for by how many that has changed may be small.
     */
    private void restsAsTheyWere(StudyResult before) {
        Set<Cell> rowsBefore = new HashSet<>();
        PublishedCounts.forEach(before, (cell, count) -> {
            if (cell.column().equals(EPISODES)) {
                rowsBefore.add(cell);
            }
        });
        Map<Cell, Long> restsBefore = new HashMap<>();
        PublishedCounts.forEachFresh(before, (cell, count) -> {
            if (cell.column().endsWith(StudyCells.AS_PUBLISHED)) {
                restsBefore.put(cell, count);
            }
        });
        for (CombinationTable table : tables.combinations()) {
            int[] together = IntStream.range(0, table.total())
                    .filter(row -> row == table.rest() || !rowsBefore.contains(table.cell(row, EPISODES)))
                    .toArray();
            for (String column : CombinationTable.COLUMNS) {
                Cell rest = StudyCells.asPublished(table.cell(table.rest(), column));
                Long count = restsBefore.get(rest);
                int[] parts = table.positions(together, column);
                if (count != null && parts.length > 0) {
                    long value = IntStream.of(parts).mapToLong(counts::value).sum();
                    int asItWas = counts.add(rest.beside(column + " as it was"), value, Worth.NEVER_SHOWN);
                    counts.sum(asItWas, parts);
                    counts.after(asItWas, count);
                }
            }
        }
    }

    /** Those counts of what would be published that may not be shown beside those of the earlier report. */
    Cells hidden(int minCellCount) {
        BitSet notPublished = new BitSet();
        notPublished.set(0, ofTonight);
        notPublished.andNot(published);
        BitSet hidden = counts.hiddenBySums(minCellCount, notPublished);
        hidden.and(published);
        return counts.cells().only(hidden);
    }

    /**
     * What single sums tell of a result beside the earlier report, and several exactly; as {@link StudyTables#audit}. A reader is
     * taken to know of every count whether it has grown since, and so may tell some nearly enough without tonight's report; that
     * is not held against it, but whatever it adds is.
     */
    List<Cell> toldBySums(StudyResult tonight, int minCellCount) {
        return Audit.bySums(counts.asShown(tables.published(tonight)), counts.asShown(new BitSet()), minCellCount);
    }

    /** The count of a cell tonight, 0 where there is none. */
    long value(Cell cell) {
        int position = counts.position(cell);
        return position < 0 ? 0 : counts.value(position);
    }
}
