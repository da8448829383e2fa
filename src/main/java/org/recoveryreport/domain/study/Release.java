package org.recoveryreport.domain.study;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.Audit;
import org.recoveryreport.domain.disclosure.Cell;
import org.recoveryreport.domain.disclosure.Cells;
import org.recoveryreport.domain.disclosure.CurveBlocks;
import org.recoveryreport.domain.disclosure.Pace;
import org.recoveryreport.domain.disclosure.Rounding;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Which counts of a study may be shown, decided over all its parts at once. A row whose {@code episodes} may not be shown is
 * part of the rest.
 *
 * @param minCellCount k; of 0 and 1 everything may be shown
 * @param decision by which the result is audited
 * @param shown what may be shown
 * @param paces how those of a population come to recover or to be last seen, counted from a landmark
 * @param stratum whose counts are asked for; empty = those of the whole study
 */
public record Release(int minCellCount, Decision decision, Cells shown, Map<Clock, Pace> paces, String stratum)
        implements Serializable {
    /** A test of recoveries on fewer days has so few results that one of them tells how many recovered. */
    private static final int FEWEST_DAYS_OF_A_TEST = 5;

    public Release {
        paces = Map.copyOf(paces);
    }

    /**
     * Whose days are counted, and from when.
     *
     * @param landmarkDays 0 = from onset
     */
    public record Clock(Population population, int landmarkDays) implements Serializable {}

    /** Decides what may be shown of the parts of a study. */
    public static Release of(List<? extends StudyPart> parts, StudySettings settings) {
        int k = settings.minCellCount();
        if (settings.everyCountMayBeShown()) {
            return new Release(k, Decision.NONE, new Cells(), Map.of(), "");
        }
        Map<Clock, Pace> paces = new HashMap<>();
        for (StudyPart part : parts) {
            if (part instanceof Comparison comparison) {
                SurvivalCounts everybody = settings.curveBlocks(comparison.everybody(), comparison.landmarkDays())
                        .spread(k, Pace.EVEN);
                paces.put(new Clock(comparison.population(), comparison.landmarkDays()), Pace.of(everybody));
            }
        }
        StudyDecider.Decided decided = new StudyDecider(parts, settings).decided();
        return new Release(k, decided.decision(), decided.shown(), paces, "");
    }

    /**
     * Audits what is about to be published of the parts of a study.
     *
     * @param parts asked for once, and not needed any more when their counts are told of
     * @param settings with a k of at least 2
     * @param decision by which it was made
     */
    public static Audit audit(
            Iterable<? extends StudyPart> parts, StudyResult result, StudySettings settings, Decision decision) {
        return StudyTables.audit(parts, result, settings, decision);
    }

    /** The same for the parts of a stratum. */
    Release in(String name) {
        return new Release(minCellCount, decision, shown, paces, name);
    }

    /** Whether small counts are protected. */
    boolean protects() {
        return SmallCells.areProtected(minCellCount);
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

    /** Whether the result of a test, or of a model, may be published. */
    boolean showsTest(SurvivalCounts compared) {
        return !protects()
                || IntStream.range(0, compared.size())
                                .filter(i -> compared.events(i) > 0)
                                .limit(FEWEST_DAYS_OF_A_TEST)
                                .count()
                        == FEWEST_DAYS_OF_A_TEST;
    }

    /**
     * What is told of a number of episodes that is not shown, by how coarsely figures of them are rounded: that it is between
     * this and twice as many.
     *
     * @param episodes at least k
     */
    long atLeast(long episodes) {
        long told = Math.max(1, minCellCount);
        while (2 * told <= episodes) {
            told *= 2;
        }
        return told;
    }

    /** Whether the curve of a group may be shown. */
    boolean showsCurve(int landmarkDays, String combination, CurveBlocks curve) {
        CurveCounts counts = CurveCounts.of(curve);
        Cell first = StudyCells.upTo(landmarkDays, combination, "", 0);
        return shows(first, StudyCells.RECOVERED, counts.recovered().keySet())
                && shows(first, StudyCells.CENSORED, counts.censored().keySet());
    }

    private boolean shows(Cell ofCurve, String end, Set<Integer> days) {
        return days.stream().allMatch(day -> shows(ofCurve.beside(StudyCells.upTo(end, day))));
    }

    /** How everybody of a population comes to recover; evenly, where nothing is known of them. */
    Pace pace(Population population, int landmarkDays) {
        return paces.getOrDefault(new Clock(population, landmarkDays), Pace.EVEN);
    }

    /**
     * The curve to make figures from of a group whose steps are not published.
     *
     * @param landmarkDays from which its days count, 0 = from onset
     */
    KaplanMeier curve(SurvivalCounts counts, int landmarkDays, Pace pace, StudySettings settings) {
        return curve(
                protects()
                        ? CurveBlocks.of(counts, StudySettings.firstDay(landmarkDays), minCellCount, Set.of())
                        : null,
                counts,
                pace,
                settings);
    }

    /**
     * The curve of a group.
     *
     * @param blocks as far as it may be shown; null = all of it
     */
    KaplanMeier curve(@Nullable CurveBlocks blocks, SurvivalCounts counts, Pace pace, StudySettings settings) {
        return blocks == null
                ? KaplanMeier.fit(counts, settings.confidence(), settings.confidenceType())
                : blocks.curve(minCellCount, pace, settings.confidence(), settings.confidenceType());
    }
}
