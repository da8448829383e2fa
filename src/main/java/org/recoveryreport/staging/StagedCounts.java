package org.recoveryreport.staging;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;
import org.recoveryreport.domain.study.StratifyBy;
import org.recoveryreport.domain.study.StudyCounts;

/** Counts the accepted episodes by treatments, day and ending: from here on, cost no longer grows with their number. */
public final class StagedCounts {
    private final HistoryFindings findings;
    private final List<Integer> landmarks;
    private final boolean byRecurrence;

    private StagedCounts(StagingDatabase database, @Nullable StratifyBy stratifyBy) {
        findings = HistoryFindings.of(database);
        landmarks = database.landmarks();
        byRecurrence = stratifyBy == StratifyBy.RECURRENCE;
    }

    /**
     * The counts by stratum; under the empty text the episodes without one.
     *
     * @param stratifyBy what the cases were staged to be stratified by; null = nothing
     */
    public static SortedMap<String, StudyCounts> byStratum(StagingDatabase database, @Nullable StratifyBy stratifyBy) {
        StagedCounts counts = new StagedCounts(database, stratifyBy);
        SortedMap<String, CaseCounter> together = new TreeMap<>();
        try (CaseBlocks cases = CaseBlocks.of(database)) {
            for (Map<String, CaseCounter> strata :
                    cases.<Map<String, CaseCounter>>inParallel(TreeMap::new, counts::count)) {
                strata.forEach((stratum, counter) -> together.merge(stratum, counter, CaseCounter::with));
            }
        }
        SortedMap<String, StudyCounts> result = new TreeMap<>();
        together.forEach((stratum, counter) -> result.put(stratum, counter.counts()));
        return result;
    }

    private void count(Map<String, CaseCounter> strata, CaseBlock block) {
        for (KeptCase kept : block.cases()) {
            if (findings.accepts(block, kept)) {
                CaseClass recurs = findings.recurrentClass(block, kept);
                strata.computeIfAbsent(stratum(kept, recurs != null), any -> new CaseCounter(landmarks))
                        .add(kept, recurs);
            }
        }
    }

    private String stratum(KeptCase kept, boolean isRecurrent) {
        if (byRecurrence) {
            return isRecurrent ? StratifyBy.RECURRENT : StratifyBy.NOT_RECURRENT;
        }
        return kept.stratum();
    }
}
