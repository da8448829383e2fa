package org.recoveryreport.domain.disclosure;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Which counts make up which others, by position. A long log has a million sums, through which the searches go again and
 * again: they lie side by side in a few arrays. Immutable.
 */
final class Sums {
    private final int[] members;
    /** Where the members of a sum begin; those of the next one follow. */
    private final int[] begins;

    private final int size;
    private final BitSet mindedLast;
    private final int[] sumsOf;
    /** Where the sums of a count begin; those of the next one follow. */
    private final int[] beginsOf;

    /**
     * Of sums one after the other. What stands behind the last one is nobody's, and may change.
     *
     * @param members the whole of each, then its parts
     * @param begins where each begins, and at last where they end
     * @param size how many there are
     * @param mindedLast those by which nobody need look for other tables
     * @param counts how many counts there are
     */
    Sums(int[] members, int[] begins, int size, BitSet mindedLast, int counts) {
        this.members = members;
        this.begins = begins;
        this.size = size;
        this.mindedLast = mindedLast;
        beginsOf = new int[counts + 1];
        int end = begins[size];
        for (int i = 0; i < end; i++) {
            beginsOf[members[i] + 1]++;
        }
        for (int count = 0; count < counts; count++) {
            beginsOf[count + 1] += beginsOf[count];
        }
        int[] next = beginsOf.clone();
        sumsOf = new int[end];
        for (int sum = 0; sum < size; sum++) {
            for (int i = begins[sum]; i < begins[sum + 1]; i++) {
                sumsOf[next[members[i]]++] = i == begins[sum] ? ~sum : sum;
            }
        }
    }

    /** Number of sums. */
    int size() {
        return size;
    }

    /** Whether other tables need not be looked for by a sum, but only compared with it. */
    boolean isMindedLast(int sum) {
        return mindedLast.get(sum);
    }

    /** Where the members of a sum begin: there is its whole. */
    int begin(int sum) {
        return begins[sum];
    }

    /** Where they end. */
    int end(int sum) {
        return begins[sum + 1];
    }

    /** The count at a place between these. */
    int member(int place) {
        return members[place];
    }

    /** What the parts of a sum make up. */
    int whole(int sum) {
        return members[begins[sum]];
    }

    /** The whole, then the parts. */
    int[] membersOf(int sum) {
        return Arrays.copyOfRange(members, begins[sum], begins[sum + 1]);
    }

    /** Where the sums of a count begin. */
    int beginOf(int count) {
        return beginsOf[count];
    }

    /** Where they end. */
    int endOf(int count) {
        return beginsOf[count + 1];
    }

    /** The sum at a place between these, ascending; the complement of a sum whose whole the count is. */
    int sideAt(int place) {
        return sumsOf[place];
    }

    /** The same, whole or part. */
    int sumAt(int place) {
        int side = sumsOf[place];
        return side < 0 ? ~side : side;
    }

    /** The sums that a count is whole or part of. */
    int[] sumsOf(int count) {
        int[] sums = new int[endOf(count) - beginOf(count)];
        Arrays.setAll(sums, i -> sumAt(beginOf(count) + i));
        return sums;
    }
}
