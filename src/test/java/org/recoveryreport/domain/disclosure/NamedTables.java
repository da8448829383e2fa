package org.recoveryreport.domain.disclosure;

import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Linked tables whose counts are spoken of by name. */
final class NamedTables {
    private final LinkedTables tables = new LinkedTables();
    private final BitSet shown = new BitSet();

    NamedTables count(Cell cell, long value, Worth worth) {
        shown.set(tables.add(cell, value, worth));
        return this;
    }

    NamedTables count(Cell cell, long value) {
        return count(cell, value, Worth.ROW);
    }

    /** A count that is not shown. */
    NamedTables hidden(Cell cell, long value) {
        tables.add(cell, value, Worth.ROW);
        return this;
    }

    NamedTables sum(Cell whole, Cell... parts) {
        return sum(whole, List.of(parts));
    }

    NamedTables sum(Cell whole, Collection<Cell> parts) {
        tables.sum(tables.position(whole), positions(parts));
        return this;
    }

    NamedTables sumMindedLast(Cell whole, Cell... parts) {
        tables.sumMindedLast(tables.position(whole), positions(List.of(parts)));
        return this;
    }

    private int[] positions(Collection<Cell> some) {
        return some.stream().mapToInt(tables::position).toArray();
    }

    NamedTables after(Cell cell, long before) {
        tables.after(tables.position(cell), before);
        return this;
    }

    NamedTables hide(Cell other, Cell where) {
        tables.hide(tables.position(other), tables.position(where));
        return this;
    }

    long value(Cell cell) {
        return tables.value(tables.position(cell));
    }

    /** The same by position. */
    LinkedTables tables() {
        return tables;
    }

    /** What is known so far where those that are not hidden are shown. */
    CountSystem system() {
        return tables.asShown(shown);
    }

    /** What is known where these are published. */
    CountSystem asShown(Map<Cell, Long> published) {
        BitSet positions = new BitSet();
        published.forEach((cell, count) -> tables.showIfKnown(cell, count, positions));
        return tables.asShown(positions);
    }

    /** What is to be hidden. */
    Set<Cell> decide(int minCellCount) {
        return decide(minCellCount, Set.of());
    }

    Set<Cell> decide(int minCellCount, Set<Cell> inAnyCase) {
        BitSet positions = new BitSet();
        inAnyCase.stream().mapToInt(tables::position).forEach(positions::set);
        Set<Cell> hidden = new LinkedHashSet<>();
        tables.decided(minCellCount, positions, Search.THOROUGH).hidden().stream()
                .forEach(position -> hidden.add(tables.cell(position)));
        return hidden;
    }
}
