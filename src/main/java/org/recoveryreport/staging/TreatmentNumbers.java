package org.recoveryreport.staging;

import java.util.ArrayList;
import java.util.List;
import org.recoveryreport.domain.study.Exposure;
import org.recoveryreport.domain.study.OrderCounts;

/** Numbers sets of treatments, and the orders in which treatments begin. */
final class TreatmentNumbers {
    /** As an order: no treatment begins. */
    private static final int NONE = OrderCounts.NONE;

    private final Numbering sets = new Numbering();

    /** Sets by number, as objects: each once, for many tables have it. */
    private final List<Long> masks = new ArrayList<>();

    /** Of an order but for {@link #NONE}, the order without its last step in the upper half, in the lower one the set begun by then. */
    private final Numbering orders = new Numbering();

    /** The number of a set of treatments. */
    int set(long mask) {
        return sets.number(mask);
    }

    /** The set of a number. */
    long mask(int set) {
        return sets.key(set);
    }

    /** The number of the order in which treatments begin. */
    int order(Exposure exposure) {
        int order = NONE;
        for (int step = 0; step < exposure.steps(); step++) {
            order = longer(order, set(exposure.begun(step)));
        }
        return order;
    }

    private int longer(int order, int set) {
        return 1 + orders.number((long) order << Integer.SIZE | set);
    }

    /**
     * How many cases there are of each order.
     *
     * @param cases by number of an order
     */
    OrderCounts orders(Tally cases) {
        int[] before = new int[1 + orders.size()];
        long[] begun = new long[before.length];
        long[] ofOrder = new long[before.length];
        for (int order = 1; order < before.length; order++) {
            long key = orders.key(order - 1);
            before[order] = (int) (key >>> Integer.SIZE);
            begun[order] = mask((int) key);
        }
        cases.forEach((order, number) -> ofOrder[(int) order] = number);
        return new OrderCounts(before, begun, ofOrder);
    }

    /** The set of a number, the same object each time. */
    Long boxedMask(int set) {
        while (masks.size() <= set) {
            masks.add(mask(masks.size()));
        }
        return masks.get(set);
    }

    /** By number of a set of another one, its number here. */
    int[] setsOf(TreatmentNumbers other) {
        int[] here = new int[other.sets.size()];
        for (int set = 0; set < here.length; set++) {
            here[set] = set(other.mask(set));
        }
        return here;
    }

    /**
     * By number of an order of another one, its number here.
     *
     * @param here by number of a set of the other one, its number here
     */
    int[] ordersOf(TreatmentNumbers other, int[] here) {
        int[] orderHere = new int[1 + other.orders.size()];
        for (int order = 1; order < orderHere.length; order++) {
            long key = other.orders.key(order - 1);
            orderHere[order] = longer(orderHere[(int) (key >>> Integer.SIZE)], here[(int) key]);
        }
        return orderHere;
    }
}
