package org.recoveryreport.domain.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts that several sums together tell exactly, though none does by itself: sums are subtracted from each other (elimination
 * by Gauss and Jordan) until each is left with one count that is in no other. A sum that is left with nothing else tells it.
 */
final class Elimination {
    /** Counts that hang together with more unknown ones are passed over: to subtract sums from each other would take minutes. */
    private static final int MOST_UNKNOWN = 2_000;

    /** What is left of whole factors after rounding is none. */
    private static final double NOTHING = 1e-6;

    private final Intervals bounds;
    private final Sums sums;
    /** What is left of sums, by the count of each that is in no other. */
    private final Map<Integer, Left> left = new HashMap<>();
    /** By count, those it is in. */
    private final Map<Integer, Set<Left>> leftWith = new HashMap<>();

    private Elimination(CountSystem system, Intervals bounds) {
        this.bounds = bounds;
        sums = system.sums();
    }

    /**
     * The counts that are told so.
     *
     * @param bounds those that are fixed by them are known, and not among what is returned
     */
    static BitSet told(CountSystem system, Intervals bounds) {
        Elimination elimination = new Elimination(system, bounds);
        Neighbours neighbours = new Neighbours(system, bounds);
        neighbours.forEach(cells -> {
            if (cells.length <= MOST_UNKNOWN) {
                // the shortest sums first: they leave the others short
                Arrays.stream(neighbours.sumsOf(cells))
                        .mapToObj(elimination::unknown)
                        .sorted(Comparator.comparing(sum -> sum.cells().size()))
                        .forEachOrdered(elimination::subtractFromOthers);
            }
        });
        BitSet told = new BitSet();
        elimination.left.forEach((cell, sum) -> {
            if (sum.cells().size() == 1) {
                told.set(cell);
            }
        });
        return told;
    }

    /** What is unknown of a sum. */
    private Left unknown(int sum) {
        Left unknown = new Left();
        for (int i = sums.begin(sum); i < sums.end(sum); i++) {
            if (!bounds.isFixed(sums.member(i))) {
                unknown.add(sums.member(i), i == sums.begin(sum) ? -1 : 1);
            }
        }
        return unknown;
    }

    private void subtractFromOthers(Left sum) {
        for (int cell : sum.cells()) {
            Left other = left.get(cell);
            if (other != null) {
                sum.subtract(other, sum.factor(cell));
            }
        }
        if (sum.cells().isEmpty()) {
            return;
        }
        int own = sum.cells().stream()
                .min(Comparator.comparing((Integer cell) -> leftWith(cell).size())
                        .thenComparing(Comparator.naturalOrder()))
                .orElseThrow();
        sum.divide(sum.factor(own));
        for (Left other : List.copyOf(leftWith(own))) {
            other.subtract(sum, other.factor(own));
            for (int cell : sum.cells()) {
                if (other.factor(cell) == 0) {
                    leftWith(cell).remove(other);
                } else {
                    leftWith(cell).add(other);
                }
            }
        }
        left.put(own, sum);
        sum.cells().forEach(cell -> leftWith(cell).add(sum));
    }

    private Set<Left> leftWith(int cell) {
        return leftWith.computeIfAbsent(cell, any -> new LinkedHashSet<>());
    }

    /** What is left of a sum: how often each unknown count is in it. Equal only to itself. */
    private static final class Left {
        private final Map<Integer, Double> factors = new TreeMap<>();

        void add(int cell, double times) {
            double factor = factor(cell) + times;
            if (Math.abs(factor) < NOTHING) {
                factors.remove(cell);
            } else {
                factors.put(cell, factor);
            }
        }

        void subtract(Left other, double times) {
            other.factors.forEach((cell, factor) -> add(cell, -times * factor));
        }

        void divide(double by) {
            factors.replaceAll((cell, factor) -> factor / by);
        }

        double factor(int cell) {
            return factors.getOrDefault(cell, 0.0);
        }

        /** Those that are in it now, ascending. */
        List<Integer> cells() {
            return List.copyOf(factors.keySet());
        }
    }
}
