package org.recoveryreport.staging;

import java.util.BitSet;
import java.util.Map;
import org.recoveryreport.domain.course.CaseClass;

/**
 * What only the whole log tells about its cases.
 *
 * @param inTwoPlaces those that are rejected
 * @param recurrent those that are recurrent, by their class
 */
record HistoryFindings(CaseMarks inTwoPlaces, Map<CaseClass, CaseMarks> recurrent) {
    /** As the code of a class: the case is not recurrent. */
    static final int NOT_RECURRENT = -1;

    static HistoryFindings of(StagingDatabase database) {
        return new HistoryFindings(DuplicateEpisodes.marked(database), RecurrenceWriter.written(database));
    }

    /** What was found out about the cases of a partition. */
    OfPart of(int part) {
        int[] classes = new int[recurrent.size()];
        BitSet[] marks = new BitSet[recurrent.size()];
        int i = 0;
        for (Map.Entry<CaseClass, CaseMarks> entry : recurrent.entrySet()) {
            classes[i] = CaseRows.code(entry.getKey());
            marks[i++] = entry.getValue().of(part);
        }
        return new OfPart(inTwoPlaces.of(part), classes, marks);
    }

    /** The same for one partition, to be asked of case by case. */
    static final class OfPart {
        private final BitSet inTwoPlaces;
        private final int[] classes;
        private final BitSet[] marks;

        private OfPart(BitSet inTwoPlaces, int[] classes, BitSet[] marks) {
            this.inTwoPlaces = inTwoPlaces;
            this.classes = classes;
            this.marks = marks;
        }

        boolean accepts(int item) {
            return !inTwoPlaces.get(item);
        }

        /** The {@linkplain CaseRows#code code} of the class of a case that is recurrent, or {@link #NOT_RECURRENT}. */
        int recurrentClass(int item) {
            for (int i = 0; i < marks.length; i++) {
                if (marks[i].get(item)) {
                    return classes[i];
                }
            }
            return NOT_RECURRENT;
        }
    }
}
