package org.recoveryreport.staging;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudyCounts;

/** Counts the accepted episodes by treatments, day and ending: from here on, cost no longer grows with their number. */
public final class StagedCounts {
    private final TreatmentNumbers numbers = new TreatmentNumbers();
    private final CaseCounter.Calendar calendar = new CaseCounter.Calendar();
    private final SortedMap<String, CaseCounter> strata = new TreeMap<>();
    private final HistoryFindings findings;
    private final List<Integer> landmarks;
    private final boolean byRecurrence;

    private StagedCounts(HistoryFindings findings, List<Integer> landmarks, boolean byRecurrence) {
        this.findings = findings;
        this.landmarks = landmarks;
        this.byRecurrence = byRecurrence;
    }

    /**
     * The counts by stratum; under the empty text the episodes without one.
     *
     * @param stratifyBy what the cases were staged to be stratified by; null = nothing
     */
    public static SortedMap<String, StudyCounts> byStratum(StagingDatabase database, @Nullable StratifyBy stratifyBy) {
        HistoryFindings findings = HistoryFindings.of(database);
        boolean byRecurrence = stratifyBy == StratifyBy.RECURRENCE;
        try (CaseBlocks cases = CaseBlocks.of(database)) {
            return cases
                    .inParallel(() -> new StagedCounts(findings, database.landmarks(), byRecurrence), StagedCounts::add)
                    .stream()
                    .reduce(StagedCounts::with)
                    .orElseThrow()
                    .counts();
        }
    }

    private void add(CaseBlock block) {
        CaseRows rows = block.rows();
        HistoryFindings.OfPart ofPart = findings.of(block.part());
        CaseCounter.@Nullable Alike[] alike = new CaseCounter.Alike[2 * rows.kinds().length];
        for (int row = 0; row < rows.size(); row++) {
            int item = block.firstItem() + row;
            if (rows.isCase(row) && ofPart.accepts(item)) {
                int recurrentClass = ofPart.recurrentClass(item);
                boolean recurrent = recurrentClass != HistoryFindings.NOT_RECURRENT;
                int kind = rows.kind(row);
                // only where recurrence divides, the cases of a kind belong to two strata
                int place = 2 * kind + (byRecurrence && recurrent ? 1 : 0);
                CaseCounter.Alike counter = alike[place];
                if (counter == null) {
                    counter = alike(rows.kinds()[kind], recurrent);
                    alike[place] = counter;
                }
                counter.add(rows, row, recurrent ? recurrentClass : rows.classWithoutHistory(row), recurrent);
            }
        }
        for (CaseCounter.Alike counter : alike) {
            if (counter != null) {
                counter.end();
            }
        }
    }

    private CaseCounter.Alike alike(CaseRows.Kind kind, boolean recurrent) {
        return counter(byRecurrence ? recurrence(recurrent) : kind.stratum()).new Alike(kind.exposure());
    }

    private CaseCounter counter(String stratum) {
        return strata.computeIfAbsent(stratum, any -> new CaseCounter(numbers, calendar, landmarks));
    }

    private static String recurrence(boolean recurrent) {
        return recurrent ? StratifyBy.RECURRENT : StratifyBy.NOT_RECURRENT;
    }

    private StagedCounts with(StagedCounts other) {
        int[] sets = numbers.setsOf(other.numbers);
        int[] orders = numbers.ordersOf(other.numbers, sets);
        other.strata.forEach((stratum, counter) -> counter(stratum).add(counter, sets, orders));
        return this;
    }

    private SortedMap<String, StudyCounts> counts() {
        SortedMap<String, StudyCounts> counts = new TreeMap<>();
        for (Map.Entry<String, CaseCounter> stratum : strata.entrySet()) {
            counts.put(stratum.getKey(), stratum.getValue().counts());
        }
        return counts;
    }
}
