package org.recoveryreport.domain.study;

import static org.recoveryreport.domain.study.StudyCells.EPISODES;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Decided;
import org.recoveryreport.domain.disclosure.LinkedTables;
import org.recoveryreport.domain.disclosure.Worth;

/** The rest of every table as it is published: together with the rows that are not shown. */
final class PublishedRests {
    private final List<CombinationTable> tables;
    private final LinkedTables counts;
    private final BitSet shown;
    private final int minCellCount;
    private final List<Rest> rests = new ArrayList<>();

    /**
     * A count of a rest.
     *
     * @param parts the counts of its rows, by position
     * @param isShown whether it is what shown rows leave of a shown total
     */
    private record Rest(Cell cell, BitSet parts, long count, boolean isShown) {}

    /**
     * Those of the tables whose total is shown, and in which the rest is not small.
     *
     * @param counts all that was told of
     * @param shown which of them are shown, by position
     */
    PublishedRests(List<CombinationTable> tables, LinkedTables counts, BitSet shown, int minCellCount) {
        this.tables = tables;
        this.counts = counts;
        this.shown = shown;
        this.minCellCount = minCellCount;
        tables.forEach(this::add);
    }

    private void add(CombinationTable table) {
        int[] apart = IntStream.range(0, table.total())
                .filter(row -> row != table.rest() && isShown(table.position(row, EPISODES)))
                .toArray();
        int[] together = IntStream.range(0, table.total())
                .filter(row -> row == table.rest() || !isShown(table.position(row, EPISODES)))
                .toArray();
        if (isShown(table.position(table.total(), EPISODES))
                && total(table.positions(together, EPISODES)) >= minCellCount) {
            for (String column : CombinationTable.COLUMNS) {
                int[] parts = table.positions(together, column);
                if (parts.length > 0) {
                    boolean isLeft = isShown(table.position(table.total(), column))
                            && IntStream.of(apart).allMatch(row -> isShown(table.position(row, column)));
                    Cell cell = StudyCells.asPublished(table.cell(table.rest(), column));
                    rests.add(new Rest(cell, positions(parts), total(parts), isLeft));
                }
            }
        }
    }

    private static BitSet positions(int[] some) {
        BitSet positions = new BitSet();
        IntStream.of(some).forEach(positions::set);
        return positions;
    }

    private boolean isShown(int position) {
        return position >= 0 && shown.get(position);
    }

    private long total(int[] positions) {
        return IntStream.of(positions).mapToLong(counts::value).sum();
    }

    /**
     * Tells of them as well.
     *
     * @param told gets them
     * @param ofLarge what a count of 2k or more is worth that is not shown. By itself it needs no range: were it narrower than
     *     k, the count would be known to be k or more, which tells of no small one.
     * @return what is shown with them, by position
     */
    BitSet addTo(LinkedTables told, Worth ofLarge) {
        BitSet all = (BitSet) shown.clone();
        for (Rest rest : rests) {
            boolean isLarge = !rest.isShown() && rest.count() >= 2L * minCellCount;
            int position = told.add(rest.cell(), rest.count(), isLarge ? ofLarge : Worth.ROW);
            told.sum(position, rest.parts().stream().toArray());
            if (rest.isShown()) {
                all.set(position);
            }
        }
        return all;
    }

    /**
     * What can be told where the rest is published with rows that are not shown. It tells nothing of these: where it is shown it
     * is what shown rows leave of a shown total, so whatever agrees with those agrees with it; and where it is not it is whatever
     * its rows make it.
     */
    List<Cell> leaks(Decided decided) {
        if (rests.stream().allMatch(rest -> rest.parts().cardinality() == 1)) {
            return List.of();
        }
        LinkedTables published = counts.copy();
        return Audit.leaksBeside(decided, published.asShown(addTo(published, Worth.NEVER_SHOWN)));
    }

    /**
     * The smallest rows that are shown of each table whose rest is among some cells.
     *
     * @param most how many of each
     */
    BitSet smallestBeside(List<Cell> some, int most) {
        BitSet beside = new BitSet();
        for (CombinationTable table : tables) {
            String rest = table.cell(table.rest(), EPISODES).row();
            if (some.stream().anyMatch(cell -> cell.row().equals(rest))) {
                IntStream.range(0, table.total())
                        .map(row -> table.position(row, EPISODES))
                        .filter(position -> isShown(position) && counts.value(position) > 0)
                        .boxed()
                        .sorted(Comparator.comparing(counts::value))
                        .limit(most)
                        .forEach(beside::set);
            }
        }
        return beside;
    }
}
