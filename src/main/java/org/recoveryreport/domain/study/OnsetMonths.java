package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.disclosure.SmallCells;
import org.recoveryreport.domain.survival.KaplanMeier;
import org.recoveryreport.domain.survival.Quantile;
import org.recoveryreport.domain.survival.SurvivalCounts;

/**
 * Every episode whose month of onset is known.
 *
 * @param months days from onset, by month such as {@code 2026-02}
 */
public record OnsetMonths(SortedMap<String, SurvivalCounts> months) implements StudyPart {
    public OnsetMonths {
        months = Collections.unmodifiableSortedMap(new TreeMap<>(months));
    }

    /**
     * A month of fewer than k episodes is left out; where those left out make fewer than k together, the next smallest month
     * goes with them, since the total is known.
     */
    @Override
    public Trend figures(StudySettings settings) {
        SmallCells smallCells = new SmallCells(settings.minCellCount());
        SortedMap<String, SurvivalCounts> shown = new TreeMap<>(smallCells.rollUp(months, TreatmentNames.OTHER));
        SurvivalCounts leftOut = shown.remove(TreatmentNames.OTHER);
        Set<String> hidden = recoveredHidden(shown, leftOut, smallCells);
        List<MonthFigures> figures = new ArrayList<>();
        shown.forEach(
                (month, counts) -> figures.add(figures(month, counts, hidden.contains(month), settings, smallCells)));
        return new Trend(figures);
    }

    /** The months whose recovered episodes cannot be shown: small counts, and others until those hidden tell nothing together. */
    private static Set<String> recoveredHidden(
            SortedMap<String, SurvivalCounts> shown, @Nullable SurvivalCounts leftOut, SmallCells smallCells) {
        List<Map.Entry<String, SurvivalCounts>> bySize = new ArrayList<>(shown.entrySet());
        bySize.sort(Map.Entry.comparingByValue((a, b) -> Long.compare(a.total(), b.total())));
        Set<String> hidden = new TreeSet<>();
        SurvivalCounts.Builder together =
                SurvivalCounts.builder().add(leftOut == null ? SurvivalCounts.EMPTY : leftOut);
        for (Map.Entry<String, SurvivalCounts> month : bySize) {
            SurvivalCounts counts = month.getValue();
            if (!smallCells.mayShow(counts.totalEvents()) || !smallCells.mayShow(counts.totalCensored())) {
                hidden.add(month.getKey());
                together.add(counts);
            }
        }
        for (Map.Entry<String, SurvivalCounts> month : bySize) {
            SurvivalCounts sum = together.build();
            boolean alone = hidden.size() == 1 && leftOut == null;
            boolean small = !smallCells.mayShow(sum.totalEvents()) || !smallCells.mayShow(sum.totalCensored());
            if (!hidden.isEmpty() && (alone || small) && hidden.add(month.getKey())) {
                together.add(month.getValue());
            }
        }
        return hidden;
    }

    private static MonthFigures figures(
            String month, SurvivalCounts counts, boolean hidden, StudySettings settings, SmallCells smallCells) {
        KaplanMeier curve = KaplanMeier.fit(counts, settings.confidence(), settings.confidenceType());
        Quantile median = curve.quantile(0.5);
        SurvivalCounts early = counts.upTo(MonthFigures.FOLLOWED_DAYS);
        Double notRecovered =
                smallCells.mayShow(early.totalEvents()) && smallCells.mayShow(counts.total() - early.total())
                        ? curve.survivalAt(MonthFigures.FOLLOWED_DAYS)
                        : null;
        long lost = counts.upTo(MonthFigures.FOLLOWED_DAYS - 1).totalCensored();
        return new MonthFigures(
                month,
                counts.total(),
                hidden ? null : Long.valueOf(counts.totalEvents()),
                median.estimate(),
                median.lower(),
                median.upper(),
                notRecovered == null ? null : Double.valueOf(1 - notRecovered),
                lost <= MonthFigures.LARGEST_SHARE_LOST * counts.total());
    }
}
