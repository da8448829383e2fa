package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tables that share counts, all of them known, and so have to be decided over together. There may be very many, so they are
 * spoken of by the order in which they were told of.
 */
public final class LinkedTables {
    private final CountSystem.Builder counts;
    private final List<Worth> worth = new ArrayList<>();
    private final Links hiddenWith;
    private final List<Since> sinceLastReport = new ArrayList<>();
    /** Names of columns, each once: very many counts have it. */
    private final Map<String, String> columnsInLastReport = new HashMap<>();

    private final Map<String, String> columnsOfChanges = new HashMap<>();

    /** Where a count stands, what it was in the last report, and by how much it has changed. */
    private record Since(int now, int before, int change) {}

    /** Without counts. */
    public LinkedTables() {
        this(CountSystem.builder(), new Links());
    }

    private LinkedTables(CountSystem.Builder counts, Links hiddenWith) {
        this.counts = counts;
        this.hiddenWith = hiddenWith;
    }

    /** Tells of a count; returns its position. */
    public int add(Cell cell, long value, Worth of) {
        int position = of == Worth.NEVER_SHOWN ? counts.addInNoTable(cell, value) : counts.add(cell, value);
        if (position == worth.size()) {
            worth.add(of);
        } else {
            worth.set(position, of);
        }
        return position;
    }

    /** Says that parts are part of a whole: what is left of it is never shown, and nobody asks for it by name. */
    public void addRest(int whole, int... parts) {
        counts.addRest(whole, parts);
        worth.add(Worth.NEVER_SHOWN);
    }

    /** The same counts, to tell more of. Nothing is told to this any more, nor to another copy. */
    public LinkedTables copy() {
        LinkedTables copy = new LinkedTables(counts.copy(), hiddenWith);
        copy.worth.addAll(worth);
        copy.sinceLastReport.addAll(sinceLastReport);
        return copy;
    }

    /** How many counts were told of so far. */
    public int size() {
        return counts.cells().size();
    }

    /** Where they stand. */
    public Cells cells() {
        return counts.cells();
    }

    /** The cell at a position; null = nobody asks for it by name. */
    public @Nullable Cell cell(int position) {
        return counts.cells().at(position);
    }

    /** Where a cell stands; negative = it was not told of. */
    public int position(Cell cell) {
        return counts.cells().position(cell);
    }

    /** The count at a position. */
    public long value(int position) {
        return counts.value(position);
    }

    /** Says that parts make up a whole. */
    public void sum(int whole, int... parts) {
        counts.sum(whole, parts);
    }

    /**
     * The same of what is true wherever other sums are, or becomes so by a count that is in no other. It holds as any sum
     * does: a table found without looking at it is none if it is not true there too.
     */
    public void sumMindedLast(int whole, int... parts) {
        counts.sumMindedLast(whole, parts);
    }

    /**
     * Says what a count was in the last report. By how much it has changed is a count as well, shown where both are.
     *
     * @param now a count that has a name
     * @param before what it was
     */
    public void after(int now, long before) {
        Cell cell = Objects.requireNonNull(cell(now));
        String column = cell.column();
        int known = add(
                cell.beside(columnsInLastReport.computeIfAbsent(column, any -> any + " in the last report")),
                before,
                Worth.KNOWN);
        int change = add(
                cell.beside(columnsOfChanges.computeIfAbsent(column, any -> any + " since the last report")),
                Math.abs(value(now) - before),
                Worth.DETAIL);
        hide(change, now);
        hide(now, change);
        sinceLastReport.add(new Since(now, known, change));
        if (value(now) >= before) {
            sum(now, known, change);
        } else {
            sum(known, now, change);
        }
    }

    /** Says that where one count is hidden another has to be hidden too. */
    public void hide(int other, int where) {
        hiddenWith.add(where, other);
    }

    /** The same counts and sums as a reader knows them, who knows the last report too. */
    public CountSystem asShown(BitSet shown) {
        BitSet hidden = new BitSet();
        hidden.set(0, size());
        hidden.andNot(shown);
        for (Since since : sinceLastReport) {
            hidden.clear(since.before);
            if (shown.get(since.now)) {
                hidden.clear(since.change);
            }
        }
        return counts.build().hiding(hidden);
    }

    /**
     * Notes that a count is published, if it was told of.
     *
     * @param shown gets its position
     * @throws IllegalArgumentException where that is not the count
     */
    public void showIfKnown(Cell cell, long count, BitSet shown) {
        int position = position(cell);
        if (position >= 0) {
            if (count != value(position)) {
                throw new IllegalArgumentException(cell + " is published with another count");
            }
            shown.set(position);
        }
    }

    /**
     * Decides which counts to hide.
     *
     * @param minCellCount k; of 0 and 1 only those are hidden that are never shown
     * @param inAnyCase those that are hidden in any case, unless the others tell them
     */
    public Decided decided(int minCellCount, BitSet inAnyCase, Search search) {
        return suppression(minCellCount).decided(inAnyCase, search);
    }

    /** The same so far as single sums tell counts, or several tell them exactly; for more counts than linear programs can be asked about. */
    public BitSet hiddenBySums(int minCellCount, BitSet inAnyCase) {
        return SmallCells.areProtected(minCellCount) ? suppression(minCellCount).hiddenBySums(inAnyCase) : new BitSet();
    }

    private Suppression suppression(int minCellCount) {
        return new Suppression(counts.build(), minCellCount, List.copyOf(worth), hiddenWith);
    }
}
