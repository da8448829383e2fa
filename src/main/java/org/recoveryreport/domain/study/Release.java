package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.CurveBlocks;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Which counts of a study may be shown, decided over all its parts at once. A row whose {@code episodes} may not be shown is
 * part of the rest.
 *
 * @param minCellCount k; of 0 and 1 everything may be shown
 * @param shown what may be
 * @param stratum whose counts are asked for; empty = those of the whole study
 */
public record Release(int minCellCount, Set<Cell> shown, String stratum) implements Serializable {
    public Release {
        shown = Set.copyOf(shown);
    }

    /** Decides what may be shown of the parts of a study. */
    public static Release of(List<? extends StudyPart> parts, StudySettings settings) {
        int k = settings.minCellCount();
        return new Release(
                k, k <= 1 ? Set.of() : StudyTables.of(parts, settings).shown(k), "");
    }

    /**
     * Audits what is about to be published of the parts of a study.
     *
     * @param settings with a k of at least 2
     */
    public static Audit audit(List<? extends StudyPart> parts, StudyResult result, StudySettings settings) {
        return StudyTables.of(parts, settings).audit(result, settings.minCellCount());
    }

    /** The same for the parts of a stratum. */
    Release in(String name) {
        return new Release(minCellCount, shown, name);
    }

    /** Whether small counts are protected. */
    boolean protects() {
        return minCellCount > 1;
    }

    boolean shows(Cell cell) {
        return !protects() || shown.contains(StudyCells.in(stratum, cell));
    }

    boolean isOfWhole() {
        return stratum.isEmpty();
    }

    Rounding rounding() {
        return new Rounding(minCellCount);
    }

    /** Whether the curve of a group may be shown. */
    boolean showsCurve(int landmarkDays, String combination, CurveBlocks curve) {
        CurveCounts counts = CurveCounts.of(curve);
        return counts.recovered().keySet().stream()
                        .allMatch(day -> shows(StudyCells.upTo(landmarkDays, combination, StudyCells.RECOVERED, day)))
                && counts.censored().keySet().stream()
                        .allMatch(day -> shows(StudyCells.upTo(landmarkDays, combination, StudyCells.CENSORED, day)));
    }

    /** Counts to make figures from of a group whose curve is not published. */
    SurvivalCounts withoutCurve(SurvivalCounts counts, int firstDay) {
        return protects()
                ? CurveBlocks.of(counts, firstDay, minCellCount, Set.of()).spread()
                : counts;
    }
}
