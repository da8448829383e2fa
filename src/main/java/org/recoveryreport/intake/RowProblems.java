package org.recoveryreport.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The first problem of each row of an episode. */
final class RowProblems {
    private final EpisodeRows rows;
    private @Nullable Problem @Nullable [] byRow;

    private record Problem(String column, RejectionReason reason, long otherLine) {}

    /** Starts with the damage that reading has found. */
    RowProblems(EpisodeRows rows) {
        this.rows = rows;
        for (int row = 0; row < rows.size(); row++) {
            RejectionReason damage = rows.rows().get(row).damage();
            if (damage != null) {
                put(row, new Problem("", damage, 0));
            } else if (!rows.rows().get(row).hasEpisode()) {
                add(row, LogColumn.EPISODE_ID, RejectionReason.MISSING_VALUE);
            }
        }
    }

    /** Notes a problem of a row; only its first one counts. */
    void add(int row, LogColumn column, RejectionReason reason) {
        put(row, new Problem(column.label(), reason, 0));
    }

    /** Whether a row has a problem of its own. */
    boolean any() {
        return byRow != null;
    }

    /** One rejection for each row of an episode that has to be rejected. */
    List<Rejection> rejections() {
        if (rows.damagedLine() > 0) {
            put(0, new Problem("", RejectionReason.NEXT_TO_DAMAGED_LINE, rows.damagedLine()));
        }
        @Nullable Problem[] problems = byRow == null ? new Problem[rows.size()] : byRow;
        int bad = 0;
        while (problems[bad] == null) {
            bad++;
        }
        Problem innocent = new Problem("", RejectionReason.ANOTHER_ROW_REJECTED, line(bad));
        List<Rejection> rejections = new ArrayList<>(problems.length);
        for (int row = 0; row < problems.length; row++) {
            Problem problem = problems[row] == null ? innocent : problems[row];
            rejections.add(new Rejection(
                    rows.file().source(),
                    line(row),
                    rows.rows().get(row).episodeId(),
                    problem.column,
                    problem.reason,
                    problem.otherLine));
        }
        return rejections;
    }

    private long line(int row) {
        return rows.rows().get(row).line();
    }

    private void put(int row, Problem problem) {
        if (byRow == null) {
            byRow = new Problem[rows.size()];
        }
        if (byRow[row] == null) {
            byRow[row] = problem;
        }
    }
}
