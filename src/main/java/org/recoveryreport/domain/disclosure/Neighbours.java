package org.recoveryreport.domain.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Unknown counts that share sums, directly or by way of others: those that single sums fix are known, and connect nothing. */
final class Neighbours {
    private final CountSystem system;
    private final Intervals bounds;

    Neighbours(CountSystem system, Intervals bounds) {
        this.system = system;
        this.bounds = bounds;
    }

    /** Gets counts that hang together, by position. */
    interface Together {
        void accept(int[] cells);
    }

    /** Tells of all unknown counts, those that hang together at once, by the first of them. */
    void forEach(Together together) {
        BitSet seen = new BitSet();
        BitSet seenSums = new BitSet();
        for (int cell = 0; cell < system.size(); cell++) {
            if (!bounds.isFixed(cell) && !seen.get(cell)) {
                together.accept(spread(cell, seen, seenSums, system.size(), system.size()));
            }
        }
    }

    /**
     * Some of those that hang together with one, the nearest.
     *
     * @param most how many, about
     * @param mostOfASum of every sum the largest counts, which have the most to give
     */
    int[] nearest(int cell, int most, int mostOfASum) {
        return spread(cell, new BitSet(), new BitSet(), most, mostOfASum);
    }

    /** The sums in which some counts are, ascending. */
    int[] sumsOf(int[] cells) {
        return Arrays.stream(cells)
                .flatMap(cell -> Arrays.stream(system.sums().sumsOf(cell)))
                .sorted()
                .distinct()
                .toArray();
    }

    private int[] spread(int first, BitSet seen, BitSet seenSums, int most, int mostOfASum) {
        List<Integer> cells = new ArrayList<>(List.of(first));
        seen.set(first);
        for (int next = 0; next < cells.size() && cells.size() < most; next++) {
            for (int sum : system.sums().sumsOf(cells.get(next))) {
                if (seenSums.get(sum)) {
                    continue;
                }
                seenSums.set(sum);
                int[] unknown = Arrays.stream(system.sums().membersOf(sum))
                        .filter(member -> !bounds.isFixed(member))
                        .toArray();
                IntStream members = Arrays.stream(unknown);
                if (unknown.length > mostOfASum) {
                    members = members.boxed()
                            .sorted(Comparator.comparing(system::value, Comparator.reverseOrder()))
                            .limit(mostOfASum)
                            .mapToInt(member -> member);
                }
                members.filter(member -> !seen.get(member)).forEach(member -> {
                    seen.set(member);
                    cells.add(member);
                });
            }
        }
        return cells.stream().mapToInt(i -> i).toArray();
    }
}
