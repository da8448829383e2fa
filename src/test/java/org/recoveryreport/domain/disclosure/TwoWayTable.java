package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Counts by row and column, with their totals. */
final class TwoWayTable {
    private final long[][] counts;

    TwoWayTable(long[][] counts) {
        this.counts = counts;
    }

    static Cell cell(int row, int column) {
        return new Cell("table", "row " + row, "column " + column);
    }

    static Cell rowTotal(int row) {
        return new Cell("table", "row " + row, "total");
    }

    static Cell columnTotal(int column) {
        return new Cell("table", "total", "column " + column);
    }

    private static final Cell TOTAL = new Cell("table", "total", "total");

    int rows() {
        return counts.length;
    }

    int columns() {
        return counts[0].length;
    }

    long count(int row, int column) {
        return counts[row][column];
    }

    /** What is known where some cells are hidden. */
    CountSystem showing(Predicate<Cell> shown) {
        NamedTables system = new NamedTables();
        each((cell, value) -> {
            if (shown.test(cell)) {
                system.count(cell, value);
            } else {
                system.hidden(cell, value);
            }
        });
        sums(system::sum);
        return system.system();
    }

    /** What is to be hidden. */
    Set<Cell> hidden(int minCellCount) {
        return named().decide(minCellCount);
    }

    /** What is to be decided over. */
    NamedTables named() {
        NamedTables tables = new NamedTables();
        each((cell, value) -> tables.count(cell, value, worth(cell)));
        sums(tables::sum);
        return tables;
    }

    private static Worth worth(Cell cell) {
        return isInner(cell) ? Worth.DETAIL : Worth.TOTAL;
    }

    static boolean isInner(Cell cell) {
        return !cell.row().equals("total") && !cell.column().equals("total");
    }

    interface Counted {
        void count(Cell cell, long value);
    }

    interface Summed {
        void sum(Cell whole, List<Cell> parts);
    }

    void each(Counted counted) {
        long total = 0;
        for (int i = 0; i < rows(); i++) {
            long rowTotal = 0;
            for (int j = 0; j < columns(); j++) {
                counted.count(cell(i, j), counts[i][j]);
                rowTotal += counts[i][j];
            }
            counted.count(rowTotal(i), rowTotal);
            total += rowTotal;
        }
        for (int j = 0; j < columns(); j++) {
            long columnTotal = 0;
            for (int i = 0; i < rows(); i++) {
                columnTotal += counts[i][j];
            }
            counted.count(columnTotal(j), columnTotal);
        }
        counted.count(TOTAL, total);
    }

    void sums(Summed summed) {
        List<Cell> rowTotals = new ArrayList<>();
        for (int i = 0; i < rows(); i++) {
            List<Cell> row = new ArrayList<>();
            for (int j = 0; j < columns(); j++) {
                row.add(cell(i, j));
            }
            summed.sum(rowTotal(i), row);
            rowTotals.add(rowTotal(i));
        }
        for (int j = 0; j < columns(); j++) {
            List<Cell> column = new ArrayList<>();
            for (int i = 0; i < rows(); i++) {
                column.add(cell(i, j));
            }
            summed.sum(columnTotal(j), column);
        }
        summed.sum(TOTAL, rowTotals);
    }
}
