package org.recoveryreport.domain.survival;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holm's step-down adjustment of p-values for their number (Scandinavian Journal of Statistics 6, 1979, 65-70): whoever
 * rejects what is at most α afterwards makes any false rejection with probability at most α.
 */
public final class Holm {
    private Holm() {}

    /**
     * The adjusted p-values in the same order. A null, a test that could not be made, stays null and does not count.
     *
     * @param pValues each in [0, 1]
     */
    public static List<@Nullable Double> adjust(List<@Nullable Double> pValues) {
        int[] ascending = IntStream.range(0, pValues.size())
                .filter(i -> pValues.get(i) != null)
                .boxed()
                .sorted(Comparator.comparing(i -> Objects.requireNonNull(pValues.get(i))))
                .mapToInt(Integer::intValue)
                .toArray();
        List<@Nullable Double> adjusted = new ArrayList<>(Collections.nCopies(pValues.size(), null));
        double largest = 0;
        for (int rank = 0; rank < ascending.length; rank++) {
            double p = Objects.requireNonNull(pValues.get(ascending[rank]));
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("a p-value lies between 0 and 1, not at " + p);
            }
            largest = Math.max(largest, Math.min(1, p * (ascending.length - rank)));
            adjusted.set(ascending[rank], largest);
        }
        return Collections.unmodifiableList(adjusted);
    }
}
