package org.recoveryreport.publish;

import java.util.List;
import java.util.stream.Collectors;
import org.recoveryreport.domain.study.StudyResult;

/** The rows of every published table, one table after the other. */
public final class ReportRows {
    private ReportRows() {}

    /** All rows in published order, with access by position; equal results give equal lists. */
    public static List<ReportRow<?>> of(StudyResult result) {
        return ReportTables.of(result.settings()).stream()
                .flatMap(table -> table.rowsOf(result))
                .collect(Collectors.toUnmodifiableList());
    }
}
