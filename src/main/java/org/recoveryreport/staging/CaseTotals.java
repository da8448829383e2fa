package org.recoveryreport.staging;

import java.math.BigInteger;
import java.util.SortedMap;
import java.util.TreeMap;

/** Sums over cases. Sums of disjoint cases merge by addition. */
final class CaseTotals {
    private static final long LOW = 0xffff_ffffL;

    private long cases;
    private long entries;
    private long withoutStart;
    private long afterEnd;
    private long unrecognised;
    /** Sums of the upper and of the lower halves of the fingerprints, apart so that neither overflows. */
    private long fingerprintHigh;

    private long fingerprintLow;
    private final SortedMap<String, Long> rowsBySource = new TreeMap<>();

    /** The source of the case before, and those rows of it that are not in the map yet: it rarely changes. */
    private String source = "";

    private long rowsOfSource;

    void add(StagedCase staged) {
        cases++;
        entries += staged.entries();
        withoutStart += staged.withoutStart();
        afterEnd += staged.startedAfterEnd();
        unrecognised += staged.unrecognised().size();
        fingerprintHigh += staged.fingerprint() >> Integer.SIZE;
        fingerprintLow += staged.fingerprint() & LOW;
        if (!staged.source().equals(source)) {
            settle();
            source = staged.source();
        }
        rowsOfSource += staged.rows();
    }

    void add(CaseTotals other) {
        cases += other.cases;
        entries += other.entries;
        withoutStart += other.withoutStart;
        afterEnd += other.afterEnd;
        unrecognised += other.unrecognised;
        fingerprintHigh += other.fingerprintHigh;
        fingerprintLow += other.fingerprintLow;
        other.rowsBySource().forEach((source, rows) -> rowsBySource.merge(source, rows, Long::sum));
    }

    long cases() {
        return cases;
    }

    long entries() {
        return entries;
    }

    long withoutStart() {
        return withoutStart;
    }

    long afterEnd() {
        return afterEnd;
    }

    long unrecognised() {
        return unrecognised;
    }

    /** The sum of the fingerprints, each taken as a signed number. */
    BigInteger fingerprint() {
        return BigInteger.valueOf(fingerprintHigh).shiftLeft(Integer.SIZE).add(BigInteger.valueOf(fingerprintLow));
    }

    private void settle() {
        if (rowsOfSource > 0) {
            rowsBySource.merge(source, rowsOfSource, Long::sum);
            rowsOfSource = 0;
        }
    }

    SortedMap<String, Long> rowsBySource() {
        settle();
        return rowsBySource;
    }

    void write(ByteSink sink) {
        sink.number(cases);
        sink.number(entries);
        sink.number(withoutStart);
        sink.number(afterEnd);
        sink.number(unrecognised);
        sink.fixed(fingerprintHigh);
        sink.fixed(fingerprintLow);
        sink.number(rowsBySource().size());
        rowsBySource().forEach((source, rows) -> {
            sink.text(source);
            sink.number(rows);
        });
    }

    static CaseTotals read(ByteSource bytes) {
        CaseTotals totals = new CaseTotals();
        totals.cases = bytes.number();
        totals.entries = bytes.number();
        totals.withoutStart = bytes.number();
        totals.afterEnd = bytes.number();
        totals.unrecognised = bytes.number();
        totals.fingerprintHigh = bytes.fixed();
        totals.fingerprintLow = bytes.fixed();
        int sources = bytes.smallNumber();
        for (int i = 0; i < sources; i++) {
            totals.rowsBySource.put(bytes.text(), bytes.number());
        }
        return totals;
    }
}
