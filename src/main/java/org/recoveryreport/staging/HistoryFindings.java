package org.recoveryreport.staging;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.course.CaseClass;

/**
 * What was found out about cases only when all were there.
 *
 * @param inTwoPlaces those that are rejected
 * @param recurrent those that are recurrent, by their class
 */
record HistoryFindings(CaseMarks inTwoPlaces, Map<CaseClass, CaseMarks> recurrent) {
    static HistoryFindings of(StagingDatabase database) {
        return new HistoryFindings(DoubleEpisodes.marked(database), RecurrenceWriter.written(database));
    }

    boolean accepts(CaseBlock block, KeptCase kept) {
        return !inTwoPlaces.has(block.part(), kept.item());
    }

    /** The class of a case that is recurrent; null = it is not. */
    @Nullable
    CaseClass recurrentClass(CaseBlock block, KeptCase kept) {
        for (Map.Entry<CaseClass, CaseMarks> marks : recurrent.entrySet()) {
            if (marks.getValue().has(block.part(), kept.item())) {
                return marks.getKey();
            }
        }
        return null;
    }
}
