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
    /** Of the upper and of the lower halves of the fingerprints: no sum of a block overflows. */
    private long fingerprintHigh;

    private long fingerprintLow;
    private final SortedMap<String, Long> rowsBySource = new TreeMap<>();

    void add(StagedCase staged) {
        cases++;
        entries += staged.entries();
        withoutStart += staged.withoutStart();
        afterEnd += staged.episode().startedAfterEnd();
        unrecognised += staged.unrecognised().size();
        fingerprintHigh += staged.fingerprint() >> Integer.SIZE;
        fingerprintLow += staged.fingerprint() & LOW;
        rowsBySource.merge(staged.origin().source(), (long) staged.rows(), Long::sum);
    }

    void add(CaseTotals other) {
        cases += other.cases;
        entries += other.entries;
        withoutStart += other.withoutStart;
        afterEnd += other.afterEnd;
        unrecognised += other.unrecognised;
        fingerprintHigh += other.fingerprintHigh;
        fingerprintLow += other.fingerprintLow;
        other.rowsBySource.forEach((source, rows) -> rowsBySource.merge(source, rows, Long::sum));
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

    SortedMap<String, Long> rowsBySource() {
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
        sink.number(rowsBySource.size());
        rowsBySource.forEach((source, rows) -> {
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
