package org.recoveryreport.publish;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.recoveryreport.domain.study.StudyResult;

/** The rows of every published table, one table after the other; each is made when it is asked for. */
public final class ReportRows extends AbstractList<ReportRow<?>> implements RandomAccess {
    private final List<Part<?>> parts;
    private final int size;

    /** The rows of one table. */
    private record Part<R>(ReportTable<R> table, List<R> rows) {
        static <R> Part<R> of(ReportTable<R> table, StudyResult result) {
            return new Part<>(table, table.rows().apply(result));
        }

        ReportRow<R> row(int i) {
            return new ReportRow<>(table, rows.get(i));
        }
    }

    private ReportRows(List<Part<?>> parts) {
        this.parts = parts;
        size = parts.stream().mapToInt(part -> part.rows().size()).sum();
    }

    /** All rows in published order, with access by position; equal results give equal lists. */
    public static List<ReportRow<?>> of(StudyResult result) {
        return new ReportRows(ReportTables.of(result.settings()).stream()
                .<Part<?>>map(table -> Part.of(table, result))
                .toList());
    }

    @Override
    public ReportRow<?> get(int i) {
        int left = i;
        for (Part<?> part : parts) {
            if (left < part.rows().size()) {
                return part.row(left);
            }
            left -= part.rows().size();
        }
        throw new IndexOutOfBoundsException(i);
    }

    @Override
    public int size() {
        return size;
    }
}
