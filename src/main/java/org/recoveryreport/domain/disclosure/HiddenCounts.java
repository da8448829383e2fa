package org.recoveryreport.domain.disclosure;

import java.util.BitSet;
import java.util.function.IntPredicate;

/** The counts that are hidden so far, together with what is hidden with them, and how much each sum has of them. */
final class HiddenCounts {
    private final CountSystem counts;
    private final Sums sums;
    private final Links hiddenWith;
    private final BitSet hidden = new BitSet();
    /** Of each sum how many of its members are hidden, and what they come to. */
    private final int[] members;

    private final long[] values;

    /** None yet. */
    HiddenCounts(CountSystem counts, Links hiddenWith) {
        this.counts = counts;
        sums = counts.sums();
        this.hiddenWith = hiddenWith;
        members = new int[sums.size()];
        values = new long[sums.size()];
    }

    boolean contains(int cell) {
        return hidden.get(cell);
    }

    /** How many they are. */
    int size() {
        return hidden.cardinality();
    }

    /** Those that are hidden now. */
    BitSet soFar() {
        return (BitSet) hidden.clone();
    }

    /** All counts, but for these. */
    CountSystem shown() {
        return counts.hiding(hidden);
    }

    /** Hides a count, and whatever is hidden with it. */
    void hide(int cell) {
        if (!hidden.get(cell)) {
            hidden.set(cell);
            for (int i = sums.beginOf(cell); i < sums.endOf(cell); i++) {
                int sum = sums.sumAt(i);
                members[sum]++;
                values[sum] += counts.value(cell);
            }
            for (int link = hiddenWith.first(cell); link >= 0; link = hiddenWith.next(link)) {
                hide(hiddenWith.to(link));
            }
        }
    }

    /** Those for which something holds, and whatever is hidden with them. */
    BitSet where(IntPredicate holds) {
        BitSet some = new BitSet();
        hidden.stream().filter(holds).forEach(cell -> addWithOthers(cell, some));
        return some;
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
     * Whether a sum tells one of its members by itself: no other is hidden, or all hidden ones together are few, not none.
     *
     * @param minCellCount as many are not few
     */
    boolean tells(int sum, int member, int minCellCount) {
        int others = members[sum] - (hidden.get(member) ? 1 : 0);
        long few = values[sum];
        return few > 0 && (others == 0 || (!hidden.get(sums.whole(sum)) && few < minCellCount));
    }
}
