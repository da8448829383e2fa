package org.recoveryreport.domain.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Decides which counts to hide: those of 1 to k-1, and of the others as many as it takes that none of these can be worked out.
 * Where the shown counts say too much of a hidden one, the next smallest member of the sum that says it is hidden as well,
 * until the {@link Audit} is content. Equal counts give equal decisions.
 */
final class Suppression {
    /** So many counts at once, and those leaks that are left are few and stubborn. */
    private static final int PATIENCE = 32;

    /** A search that finds more leaks takes longer, one that finds less may hide in the wrong place. */
    private static final int FEW_LEAKS = 12;

    /** In place of the count to be hidden next: all are. */
    private static final int NONE = -1;

    private final CountSystem counts;
    private final Sums sums;
    private final int minCellCount;
    private final List<Worth> worth;
    private final HiddenCounts hidden;
    private final Ranges ranges;

    /**
     * A decision to be made once.
     *
     * @param minCellCount k, at least 2
     * @param worth of each count
     */
    Suppression(CountSystem counts, int minCellCount, List<Worth> worth, Links hiddenWith) {
        this.counts = counts;
        sums = counts.sums();
        this.minCellCount = minCellCount;
        this.worth = worth;
        hidden = new HiddenCounts(counts, hiddenWith);
        ranges = new Ranges(counts, minCellCount);
    }

    /** As {@link LinkedTables#decided}. */
    Decided decided(BitSet inAnyCase, Search search) {
        hideFirst(inAnyCase);
        // what is hidden for others may need others in its turn
        int searches = 0;
        int obviousBefore = Integer.MAX_VALUE;
        int farther = 1;
        int[] leaks = {};
        while (searches < search.times()) {
            CountSystem shown = hidden.shown();
            Intervals bounds = Intervals.of(shown);
            leaks = Audit.obviousLeaks(ranges, shown, bounds);
            boolean isObvious = leaks.length > 0;
            farther = isObvious && leaks.length >= obviousBefore ? 2 * farther : 1;
            obviousBefore = isObvious ? leaks.length : Integer.MAX_VALUE;
            int atOnce = farther;
            if (!isObvious) {
                atOnce = 1 << searches++;
                leaks = search == Search.THOROUGH
                        ? Audit.hiddenLeaks(ranges, shown, bounds, FEW_LEAKS + atOnce)
                        : Audit.narrow(ranges, shown, bounds);
            }
            if (leaks.length == 0) {
                // to hide what everybody can work out would only make the reader calculate
                BitSet decided = hidden.where(cell -> !counts.isInTable(cell) || !ranges.isTold(cell));
                Ranges ofReport = ranges;
                if (searches > 1 || !isFixed(decided, bounds)) {
                    // the audit of the report will not know the tables that were found on the way
                    ofReport = new Ranges(counts, minCellCount);
                    leaks = Audit.leaks(ofReport, counts.hiding(decided), FEW_LEAKS + atOnce);
                }
                if (leaks.length == 0) {
                    return new Decided(decided, ofReport, decided, leaks);
                }
            }
            if (searches == search.times()) {
                break;
            }
            if (!isObvious && search != Search.THOROUGH) {
                hideBesideAll(leaks, bounds);
                continue;
            }
            int before = hidden.size();
            hideForOthers(leaks, atOnce, farther > 1 ? leak -> nextOfNarrowest(leak, bounds) : this::nearest);
            if (isObvious && hidden.size() == before) {
                // the same sums would tell the same again, for ever
                break;
            }
        }
        BitSet soFar = hidden.soFar();
        IntStream.range(0, counts.size())
                .filter(i -> worth.get(i) != Worth.KNOWN)
                .forEach(hidden::hide);
        return new Decided(hidden.soFar(), new Ranges(counts, minCellCount), soFar, leaks);
    }

    /** Whether what is shown after all has a single value by single sums alone, and so the same in every table found. */
    private boolean isFixed(BitSet decided, Intervals bounds) {
        BitSet after = hidden.soFar();
        after.andNot(decided);
        return after.stream().allMatch(bounds::isFixed);
    }

    private void hideFirst(BitSet inAnyCase) {
        BitSet first = new BitSet();
        for (int i = 0; i < counts.size(); i++) {
            if (!counts.isInTable(i) || ranges.isSmall(counts.value(i)) || inAnyCase.get(i)) {
                first.set(i);
            }
        }
        if (!inAnyCase.isEmpty()) {
            // what the others tell stands there as well as they do
            Intervals bounds = Intervals.of(counts.hiding(first));
            first.stream()
                    .filter(i -> counts.isInTable(i) && !ranges.isSmall(counts.value(i)) && bounds.isFixed(i))
                    .forEach(first::clear);
        }
        first.stream().forEach(hidden::hide);
    }

    /** As {@link LinkedTables#hiddenBySums}. */
    BitSet hiddenBySums(BitSet inAnyCase) {
        hideFirst(inAnyCase);
        int before = -1;
        for (int atOnce = 1; hidden.size() > before; atOnce *= 2) {
            before = hidden.size();
            hideForOthers(Audit.leaksBySums(ranges, hidden.shown()), atOnce, this::nearest);
        }
        return hidden.soFar();
    }

    /**
     * Where the sums of a leak say nothing by themselves, somewhere else is looked for.
     *
     * @param atOnce for how many leaks
     * @param farther what is hidden next for one
     */
    private void hideForOthers(int[] leaks, int atOnce, IntUnaryOperator farther) {
        int before = hidden.size();
        for (int told : withWhatTells(leaks)) {
            for (int sum : sums.sumsOf(told)) {
                if (hidden.tells(sum, told, minCellCount)) {
                    hideIfAny(next(sum));
                }
            }
        }
        // where looking once for each has not helped for long, it is looked for several times
        int rounds = Math.max(1, atOnce / PATIENCE);
        for (int found = -1; rounds > 0 && hidden.size() > found; rounds--) {
            found = hidden.size();
            for (int i = 0; i < leaks.length && hidden.size() < before + atOnce; i++) {
                hideIfAny(farther.applyAsInt(leaks[i]));
            }
        }
    }

    /** Leaks, and hidden counts beside them that can be told too and so do not protect them. */
    private List<Integer> withWhatTells(int[] leaks) {
        List<Integer> found = new ArrayList<>();
        BitSet seen = new BitSet();
        BitSet seenSums = new BitSet();
        for (int leak : leaks) {
            found.add(leak);
            seen.set(leak);
        }
        for (int next = 0; next < found.size(); next++) {
            for (int sum : sums.sumsOf(found.get(next))) {
                if (!seenSums.get(sum)) {
                    seenSums.set(sum);
                    for (int i = sums.begin(sum); i < sums.end(sum); i++) {
                        int member = sums.member(i);
                        if (hidden.contains(member) && ranges.isTold(member) && !seen.get(member)) {
                            seen.set(member);
                            found.add(member);
                        }
                    }
                }
            }
        }
        return found;
    }

    private void hideIfAny(int next) {
        if (next != NONE) {
            hidden.hide(next);
        }
    }

    /** The member of a sum to be hidden next. */
    private int next(int sum) {
        int next = NONE;
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            int member = sums.member(i);
            if (!hidden.contains(member)
                    && worth.get(member) != Worth.KNOWN
                    && (next == NONE || isBefore(member, next))) {
                next = member;
            }
        }
        return next;
    }

    /** Whether a count is given up before another. */
    private boolean isBefore(int cell, int other) {
        long value = counts.value(cell);
        long otherValue = counts.value(other);
        int order = Boolean.compare(value == 0, otherValue == 0);
        if (order == 0) {
            order = worth.get(cell).compareTo(worth.get(other));
        }
        if (order == 0) {
            order = Long.compare(value, otherValue);
        }
        return order == 0 ? cell < other : order < 0;
    }

    /** The member to be hidden next of the sum that leaves a count the narrowest range, for there it is told. */
    private int nextOfNarrowest(int cell, Intervals bounds) {
        int inNarrowest = NONE;
        long narrowest = Long.MAX_VALUE;
        for (int sum : sums.sumsOf(cell)) {
            int next = next(sum);
            long width = widthOfOthers(sum, cell, bounds);
            if (next != NONE && width < narrowest) {
                inNarrowest = next;
                narrowest = width;
            }
        }
        return inNarrowest == NONE ? nearest(cell) : inNarrowest;
    }

    /** Hides one more of every sum that leaves one of some counts the narrowest range. */
    private void hideBesideAll(int[] some, Intervals bounds) {
        BitSet narrowestSums = new BitSet();
        for (int cell : some) {
            int narrowest = NONE;
            long least = Long.MAX_VALUE;
            for (int sum : sums.sumsOf(cell)) {
                long width = widthOfOthers(sum, cell, bounds);
                if (width < least) {
                    narrowest = sum;
                    least = width;
                }
            }
            if (narrowest != NONE) {
                narrowestSums.set(narrowest);
            }
        }
        narrowestSums.stream().forEach(sum -> hideIfAny(next(sum)));
    }

    /** How wide a range a sum by itself leaves one of its members. */
    private long widthOfOthers(int sum, int cell, Intervals bounds) {
        long width = -bounds.width(cell);
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            width += bounds.width(sums.member(i));
        }
        return width;
    }

    /** The member to be hidden next of the sums nearest to a count. */
    private int nearest(int cell) {
        Deque<Integer> waiting = new ArrayDeque<>(List.of(cell));
        BitSet seen = new BitSet();
        while (!waiting.isEmpty()) {
            for (int sum : sums.sumsOf(waiting.remove())) {
                int next = next(sum);
                if (next != NONE) {
                    return next;
                }
                for (int member : sums.membersOf(sum)) {
                    if (!seen.get(member)) {
                        seen.set(member);
                        waiting.add(member);
                    }
                }
            }
        }
        return NONE;
    }
}
