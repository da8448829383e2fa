package org.recoveryreport.domain.disclosure;

import java.util.BitSet;
import java.util.stream.IntStream;

/** What is hidden, and what tables were found that agree with the rest. */
public final class Decided {
    private final BitSet hidden;
    private final Ranges ranges;
    private final BitSet hiddenInSearch;
    private final int[] unsafe;

    Decided(BitSet hidden, Ranges ranges, BitSet hiddenInSearch, int[] unsafe) {
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
