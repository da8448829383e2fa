package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongUnaryOperator;

/**
 * How many episodes there are by the order in which their treatments begin. A long log has very many orders, most of which
 * go on from another one: so an order is its last step after another order, of a smaller number. Immutable.
 */
public final class OrderCounts implements Serializable {
    /** The number of the order in which no treatment begins. */
    public static final int NONE = 0;

    /** No episode. */
    public static final OrderCounts EMPTY = builder().build();

    private final int[] before;
    private final long[] begun;
    private final long[] episodes;

    /**
     * Counts by number of the order; who gives the arrays leaves them as they are.
     *
     * @param before the order without its last step, itself of a smaller number; {@link #NONE} has itself
     * @param begun the treatments begun by the last step
     * @param episodes how many have this order and no longer one
     */
    public OrderCounts(int[] before, long[] begun, long[] episodes) {
        this.before = before;
        this.begun = begun;
        this.episodes = episodes;
    }

    /** Number of orders; some may have no episodes of their own. */
    public int size() {
        return before.length;
    }

    /** An order without its last step. */
    public int before(int order) {
        return before[order];
    }

    /** The treatments begun by the last step of an order. */
    public long begun(int order) {
        return begun[order];
    }

    /** How many episodes have an order and no longer one. */
    public long episodes(int order) {
        return episodes[order];
    }

    /** Starts without episodes. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects counts in any order. */
    public static final class Builder {
        private final Map<Step, Integer> longer = new HashMap<>();
        private int[] before = new int[64];
        private long[] begun = new long[64];
        private long[] episodes = new long[64];

        private Builder() {}

        /** By what an order becomes another one. */
        private record Step(int before, long begun) {
            /** Spreads masks of few bits, and neighbouring numbers. */
            @Override
            public int hashCode() {
                long hash = (begun + before * 0x9e3779b97f4a7c15L) * 0xbf58476d1ce4e5b9L;
                return (int) (hash >>> 32);
            }
        }

        /** Adds episodes whose treatments begin in the order of an exposure. */
        public Builder add(Exposure exposure, long more) {
            int order = NONE;
            for (int step = 0; step < exposure.steps(); step++) {
                order = longer(order, exposure.begun(step));
            }
            episodes[order] += more;
            return this;
        }

        /**
         * Adds the episodes of others.
         *
         * @param mask what the treatments begun there are here
         */
        public Builder add(OrderCounts others, LongUnaryOperator mask) {
            int[] here = new int[others.size()];
            for (int order = 0; order < here.length; order++) {
                here[order] = longer(here[others.before(order)], mask.applyAsLong(others.begun(order)));
                episodes[here[order]] += others.episodes(order);
            }
            return this;
        }

        /** The order with another step, by which certain treatments have begun. A step that begins none is no step. */
        private int longer(int order, long begunThen) {
            return begunThen == begun[order]
                    ? order
                    : longer.computeIfAbsent(new Step(order, begunThen), this::numbered);
        }

        private int numbered(Step step) {
            int order = longer.size() + 1;
            if (order == before.length) {
                before = Arrays.copyOf(before, 2 * order);
                begun = Arrays.copyOf(begun, 2 * order);
                episodes = Arrays.copyOf(episodes, 2 * order);
            }
            before[order] = step.before();
            begun[order] = step.begun();
            return order;
        }

        /** The counts so far. */
        public OrderCounts build() {
            int size = longer.size() + 1;
            return new OrderCounts(
                    Arrays.copyOf(before, size), Arrays.copyOf(begun, size), Arrays.copyOf(episodes, size));
        }
    }
}
