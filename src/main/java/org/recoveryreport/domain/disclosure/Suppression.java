package org.recoveryreport.domain.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which counts to hide: those of 1 to k-1, and of the others as many as it takes that none of these can be worked out.
 * Where the shown counts say too much of a hidden one, the next smallest member of the sum that says it is hidden as well,
 * until the {@link Audit} is content. Equal counts give equal decisions.
 */
public final class Suppression {
    /** How thoroughly to search for what all sums together tell. Where that does not do, nothing is shown. */
    public enum Search {
        /** As often as needed: a study that is not safe after 16 searches is small and cut up finely. */
        THOROUGH(16),
        /** Where thousands of counts might hang together, of each of which a linear program would take milliseconds: without them. */
        QUICK(3),
        /** The same once: with no more hidden than what single sums ask for. */
        ONCE(1);

        private final int times;

        Search(int times) {
            this.times = times;
        }
    }

    /** So many counts at once, and those leaks that are left are few and stubborn. */
    private static final int PATIENCE = 32;

    /** A search that finds more leaks takes longer, one that finds less may hide in the wrong place. */
    private static final int FEW_LEAKS = 12;

    private final CountSystem counts;
    private final Sums sums;
    private final int minCellCount;
    private final List<Worth> worth;
    private final Links hiddenWith;
    private final BitSet hidden = new BitSet();
    /** Of each sum how many of its members are hidden, and what they come to. */
    private final int[] hiddenMembers;

    private final long[] hiddenValue;
    private final Ranges ranges;

    private Suppression(CountSystem counts, int minCellCount, List<Worth> worth, Links hiddenWith) {
        this.counts = counts;
        sums = counts.sums();
        this.minCellCount = minCellCount;
        this.worth = worth;
        this.hiddenWith = hiddenWith;
        hiddenMembers = new int[sums.size()];
        hiddenValue = new long[sums.size()];
        ranges = new Ranges(counts, minCellCount);
    }

    /** How readily a count is given up to protect another: the first most readily. */
    public enum Worth {
        /** Stands in no table, but can be worked out. */
        NEVER_SHOWN,
        /** Divides a row. */
        DETAIL,
        /** Makes a row, or divides an important one. */
        ROW,
        /** Makes an important row. */
        IMPORTANT_ROW,
        /** What rows add up to. */
        TOTAL,
        /** Is told elsewhere, if it is not small: to hide it would protect nothing. */
        KNOWN
    }

    /** Starts without counts. */
    public static Builder builder() {
        return new Builder(CountSystem.builder(), new Links());
    }

    private Decided decide(BitSet inAnyCase, Search search) {
        hideFirst(inAnyCase);
        // what is hidden for others may need others in its turn
        int searches = 0;
        int obviousBefore = Integer.MAX_VALUE;
        int farther = 1;
        int[] leaks = {};
        while (searches < search.times) {
            CountSystem shown = counts.hiding(hidden);
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
                BitSet decided = withoutWhatIsTold();
                CountSystem report = counts.hiding(decided);
                Ranges ofReport = ranges;
                if (searches > 1 || !isFixed(decided, bounds)) {
                    // the audit of the report will not know the tables that were found on the way
                    ofReport = new Ranges(counts, ranges.minCellCount());
                    leaks = Audit.leaks(ofReport, report, FEW_LEAKS + atOnce);
                }
                if (leaks.length == 0) {
                    return new Decided(decided, ofReport, decided, leaks);
                }
            }
            if (searches == search.times) {
                break;
            }
            int before = hidden.cardinality();
            if (!isObvious && search != Search.THOROUGH) {
                hideBesideAll(leaks, bounds);
                continue;
            }
            hideForOthers(leaks, atOnce, farther > 1 ? leak -> nextOfNarrowest(leak, bounds) : this::nearest);
            if (isObvious && hidden.cardinality() == before) {
                // the same sums would tell the same again, for ever
                break;
            }
        }
        BitSet soFar = (BitSet) hidden.clone();
        IntStream.range(0, counts.size())
                .filter(i -> worth.get(i) != Worth.KNOWN)
                .forEach(this::hide);
        return new Decided(hidden, new Ranges(counts, minCellCount), soFar, leaks);
    }

    /** What is hidden, and what tables were found that agree with the rest. */
    public static final class Decided {
        private final BitSet hidden;
        private final Ranges ranges;
        private final BitSet hiddenInSearch;
        private final int[] unsafe;

        private Decided(BitSet hidden, Ranges ranges, BitSet hiddenInSearch, int[] unsafe) {
            this.hidden = hidden;
            this.ranges = ranges;
            this.hiddenInSearch = hiddenInSearch;
            this.unsafe = unsafe;
        }

        /** The counts to hide, by position, those that are never shown among them. */
        public BitSet hidden() {
            return (BitSet) hidden.clone();
        }

        /** What had been hidden when the search ended; where it was given up, everything is. */
        public BitSet hiddenInSearch() {
            return (BitSet) hiddenInSearch.clone();
        }

        /** Counts that were not found to be safe when the search was given up, by position; none = it was not. */
        public IntStream unsafe() {
            return IntStream.of(unsafe);
        }

        Ranges ranges() {
            return ranges;
        }
    }

    /** Whether what is shown after all has a single value by single sums alone, and so the same in every table found. */
    private boolean isFixed(BitSet decided, Intervals bounds) {
        BitSet after = (BitSet) hidden.clone();
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
        first.stream().forEach(this::hide);
    }

    /** The same by single sums, and by what several tell exactly: quick, whatever the size. */
    private BitSet decideBySums(BitSet inAnyCase) {
        hideFirst(inAnyCase);
        int before = -1;
        for (int atOnce = 1; hidden.cardinality() > before; atOnce *= 2) {
            before = hidden.cardinality();
            hideForOthers(Audit.leaksBySums(ranges, counts.hiding(hidden)), atOnce, this::nearest);
        }
        return hidden;
    }

    /** To hide what everybody can work out would only make the reader calculate, unless it is hidden with what nobody can. */
    private BitSet withoutWhatIsTold() {
        BitSet left = new BitSet();
        hidden.stream()
                .filter(cell -> !counts.isInTable(cell) || !ranges.isTold(cell))
                .forEach(cell -> addWithOthers(cell, left));
        return left;
    }

    /** Hides a count, and whatever is hidden with it. */
    private void hide(int cell) {
        if (!hidden.get(cell)) {
            hidden.set(cell);
            for (int i = sums.beginOf(cell); i < sums.endOf(cell); i++) {
                int sum = sums.sumAt(i);
                hiddenMembers[sum]++;
                hiddenValue[sum] += counts.value(cell);
            }
            for (int link = hiddenWith.first(cell); link >= 0; link = hiddenWith.next(link)) {
                hide(hiddenWith.to(link));
            }
        }
    }

    private void addWithOthers(int cell, BitSet among) {
        if (!among.get(cell)) {
            among.set(cell);
            for (int link = hiddenWith.first(cell); link >= 0; link = hiddenWith.next(link)) {
                addWithOthers(hiddenWith.to(link), among);
            }
        }
    }

    /**
     * Where the sums of a leak say nothing by themselves, somewhere else is looked for.
     *
     * @param atOnce for how many leaks
     * @param farther what is hidden next for one; null = nothing is left
     */
    private void hideForOthers(int[] leaks, int atOnce, IntFunction<@Nullable Integer> farther) {
        int before = hidden.cardinality();
        for (int told : withWhatTells(leaks)) {
            for (int sum : sums.sumsOf(told)) {
                if (tells(sum, told)) {
                    hideNext(sum);
                }
            }
        }
        // where looking once for each has not helped for long, it is looked for several times
        int rounds = Math.max(1, atOnce / PATIENCE);
        for (int found = -1; rounds > 0 && hidden.cardinality() > found; rounds--) {
            found = hidden.cardinality();
            for (int i = 0; i < leaks.length && hidden.cardinality() < before + atOnce; i++) {
                Integer next = farther.apply(leaks[i]);
                if (next != null) {
                    hide(next);
                }
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
                        if (hidden.get(member) && protectsNothing(member) && !seen.get(member)) {
                            seen.set(member);
                            found.add(member);
                        }
                    }
                }
            }
        }
        return found;
    }

    private boolean protectsNothing(int cell) {
        return ranges.isTold(cell);
    }

    private void hideNext(int sum) {
        Integer next = next(sum);
        if (next != null) {
            hide(next);
        }
    }

    /** Whether a sum tells one of its members by itself: no other is hidden, or all hidden ones together are few, not none. */
    private boolean tells(int sum, int leak) {
        int others = hiddenMembers[sum] - (hidden.get(leak) ? 1 : 0);
        long few = hiddenValue[sum];
        return few > 0 && (others == 0 || (!hidden.get(sums.whole(sum)) && few < minCellCount));
    }

    /** The member of a sum to be hidden next, null = all are. */
    private @Nullable Integer next(int sum) {
        int next = -1;
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            int member = sums.member(i);
            if (!hidden.get(member) && worth.get(member) != Worth.KNOWN && (next < 0 || isBefore(member, next))) {
                next = member;
            }
        }
        return next < 0 ? null : (Integer) next;
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

    /** The member to be hidden next of the sum that leaves a count the narrowest range, for there it is told; null = all are. */
    private @Nullable Integer nextOfNarrowest(int cell, Intervals bounds) {
        Integer inNarrowest = null;
        long narrowest = Long.MAX_VALUE;
        for (int sum : sums.sumsOf(cell)) {
            Integer next = next(sum);
            long width = widthOfOthers(sum, cell, bounds);
            if (next != null && width < narrowest) {
                inNarrowest = next;
                narrowest = width;
            }
        }
        return inNarrowest == null ? nearest(cell) : inNarrowest;
    }

    /** Hides one more of every sum that leaves one of some counts the narrowest range. */
    private void hideBesideAll(int[] some, Intervals bounds) {
        BitSet narrowestSums = new BitSet();
        for (int cell : some) {
            int narrowest = -1;
            long least = Long.MAX_VALUE;
            for (int sum : sums.sumsOf(cell)) {
                long width = widthOfOthers(sum, cell, bounds);
                if (width < least) {
                    narrowest = sum;
                    least = width;
                }
            }
            if (narrowest >= 0) {
                narrowestSums.set(narrowest);
            }
        }
        narrowestSums.stream().forEach(this::hideNext);
    }

    /** How wide a range a sum by itself leaves one of its members. */
    private long widthOfOthers(int sum, int cell, Intervals bounds) {
        long width = -bounds.width(cell);
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            width += bounds.width(sums.member(i));
        }
        return width;
    }

    /** The member to be hidden next of the sums nearest to a count, null = all are. */
    private @Nullable Integer nearest(int cell) {
        Deque<Integer> waiting = new ArrayDeque<>(List.of(cell));
        BitSet seen = new BitSet();
        while (!waiting.isEmpty()) {
            for (int sum : sums.sumsOf(waiting.remove())) {
                Integer next = next(sum);
                if (next != null) {
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
        return null;
    }

    /** What is hidden with what, from one count to others. */
    private static final class Links {
        private int[] firsts = new int[0];
        private int[] to = new int[64];
        private int[] next = new int[64];
        private int size;

        void add(int from, int other) {
            if (from >= firsts.length) {
                int known = firsts.length;
                firsts = Arrays.copyOf(firsts, Math.max(64, 2 * from));
                Arrays.fill(firsts, known, firsts.length, -1);
            }
            if (size == to.length) {
                to = Arrays.copyOf(to, 2 * size);
                next = Arrays.copyOf(next, 2 * size);
            }
            to[size] = other;
            next[size] = firsts[from];
            firsts[from] = size++;
        }

        /** The first link of a count; negative = none. */
        int first(int from) {
            return from < firsts.length ? firsts[from] : -1;
        }

        /** The next one; negative = none. */
        int next(int link) {
            return next[link];
        }

        int to(int link) {
            return to[link];
        }
    }

    /** Collects counts, all of them known. Who tells of very many speaks of them by position. */
    public static final class Builder {
        private final CountSystem.Builder counts;
        private final List<Worth> worth = new ArrayList<>();
        private final Links hiddenWith;
        private final List<Since> sinceLastReport = new ArrayList<>();
        /** Names of columns, each once: very many counts have it. */
        private final Map<String, String> columnsInLastReport = new HashMap<>();

        private final Map<String, String> columnsOfChanges = new HashMap<>();

        /** Where a count stands, what it was in the last report, and by how much it has changed. */
        private record Since(int now, int before, int change) {}

        private Builder(CountSystem.Builder counts, Links hiddenWith) {
            this.counts = counts;
            this.hiddenWith = hiddenWith;
        }

        /** A count of a certain worth. */
        public Builder count(Cell cell, long value, Worth of) {
            add(cell, value, of);
            return this;
        }

        /** The same; returns its position. */
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
        public Builder copy() {
            Builder copy = new Builder(counts.copy(), hiddenWith);
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

        /** Says that parts make up a whole; all of them are told of by {@link #count}. */
        public Builder sum(Cell whole, Collection<Cell> parts) {
            counts.sum(whole, parts);
            return this;
        }

        /** The same by position. */
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
         * @param cell of a count told of by {@link #count}
         * @param before what it was
         */
        public Builder after(Cell cell, long before) {
            after(counts.position(cell), before);
            return this;
        }

        /** The same by position. */
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

        /** Says that where one count is hidden another has to be hidden too; both are told of by {@link #count}. */
        public Builder hide(Cell other, Cell where) {
            hide(counts.position(other), counts.position(where));
            return this;
        }

        /** The same by position. */
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
         * The same by name.
         *
         * @param published what is shown; cells that were not told of may be among them
         * @throws IllegalArgumentException where a published count is not the count
         */
        public CountSystem asShown(Map<Cell, Long> published) {
            BitSet shown = new BitSet();
            published.forEach((cell, count) -> showIfKnown(cell, count, shown));
            return asShown(shown);
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
         * The counts to hide, those that are never shown among them.
         *
         * @param minCellCount k; of 0 and 1 nothing is hidden
         */
        public Set<Cell> decide(int minCellCount) {
            return decide(minCellCount, Set.of());
        }

        /**
         * The same where some counts are hidden in any case.
         *
         * @param inAnyCase those, unless the others tell them
         */
        public Set<Cell> decide(int minCellCount, Set<Cell> inAnyCase) {
            BitSet positions = new BitSet();
            inAnyCase.stream().mapToInt(this::position).filter(i -> i >= 0).forEach(positions::set);
            return minCellCount <= 1
                    ? Set.of()
                    : at(decided(minCellCount, positions, Search.THOROUGH).hidden());
        }

        /**
         * The same by position.
         *
         * @param minCellCount at least 2
         */
        public Decided decided(int minCellCount, BitSet inAnyCase, Search search) {
            return suppression(minCellCount).decide(inAnyCase, search);
        }

        /** The same so far as single sums tell counts, or several tell them exactly; for more counts than linear programs can be asked about. */
        public BitSet hiddenBySums(int minCellCount, BitSet inAnyCase) {
            return minCellCount <= 1 ? new BitSet() : suppression(minCellCount).decideBySums(inAnyCase);
        }

        /** The cells at some positions, in that order, of those that have a name. */
        public Set<Cell> at(BitSet positions) {
            Set<Cell> at = new LinkedHashSet<>();
            positions.stream().mapToObj(this::cell).filter(Objects::nonNull).forEach(at::add);
            return at;
        }

        private Suppression suppression(int minCellCount) {
            return new Suppression(counts.build(), minCellCount, List.copyOf(worth), hiddenWith);
        }
    }
}
