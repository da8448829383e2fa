package org.recoveryreport.staging;

import java.util.Arrays;
import org.recoveryreport.domain.study.Exposure;

/** Numbers what cases have in common, their treatments and their stratum, in the order in which they first appear. */
final class Kinds {
    private static final int FREE = -1;

    /** An open table of numbers. */
    private int[] slots = new int[0];

    private Exposure[] exposures = new Exposure[1 << 10];
    private int[] strata = new int[1 << 10];
    private int[] hashes = new int[1 << 10];
    private int size;

    void clear() {
        if (slots.length == 0) {
            slots = new int[1 << 12];
        }
        Arrays.fill(slots, FREE);
        size = 0;
    }

    /**
     * The number of a kind.
     *
     * @param exposureHash of the exposure
     * @param stratum number of its stratum
     */
    int number(Exposure exposure, int exposureHash, int stratum) {
        int mask = slots.length - 1;
        int hash = exposureHash + stratum * 0x9e3779b9;
        int at = hash & mask;
        while (slots[at] != FREE) {
            int number = slots[at];
            if (hashes[number] == hash && strata[number] == stratum && exposures[number].equals(exposure)) {
                return number;
            }
            at = (at + 1) & mask;
        }
        if (2 * (size + 1) > slots.length) {
            grow();
            return number(exposure, exposureHash, stratum);
        }
        if (size == strata.length) {
            exposures = Arrays.copyOf(exposures, 2 * size);
            strata = Arrays.copyOf(strata, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
        }
        exposures[size] = exposure;
        strata[size] = stratum;
        hashes[size] = hash;
        slots[at] = size;
        return size++;
    }

    private void grow() {
        slots = new int[2 * slots.length];
        Arrays.fill(slots, FREE);
        int mask = slots.length - 1;
        for (int number = 0; number < size; number++) {
            int at = hashes[number] & mask;
            while (slots[at] != FREE) {
                at = (at + 1) & mask;
            }
            slots[at] = number;
        }
    }

    void write(ByteSink sink) {
        sink.number(size);
        for (int number = 0; number < size; number++) {
            Exposure exposure = exposures[number];
            sink.number(strata[number]);
            sink.number(exposure.steps());
            for (int step = 0; step < exposure.steps(); step++) {
                sink.number(exposure.day(step));
                sink.number(exposure.begun(step));
            }
        }
    }

    static CaseRows.Kind[] read(ByteSource bytes, String[] strata) {
        CaseRows.Kind[] kinds = new CaseRows.Kind[bytes.smallNumber()];
        for (int i = 0; i < kinds.length; i++) {
            String stratum = strata[bytes.smallNumber()];
            int[] days = new int[bytes.smallNumber()];
            long[] begun = new long[days.length];
            for (int step = 0; step < days.length; step++) {
                days[step] = bytes.smallNumber();
                begun[step] = bytes.number();
            }
            kinds[i] = new CaseRows.Kind(stratum, Exposure.ofSteps(days, begun));
        }
        return kinds;
    }
}
