package org.recoveryreport.domain.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.recoveryreport.domain.disclosure.Rounding;
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

    @Override
    public Trend figures(StudySettings settings) {
        return figures(settings, Release.of(List.of(this), settings));
    }

    /** Months that may not be shown are left out. */
    @Override
    public Trend figures(StudySettings settings, Release release) {
        List<MonthFigures> figures = new ArrayList<>();
        months.forEach((month, counts) -> {
            if (counts.total() > 0 && release.shows(StudyCells.month(month, StudyCells.EPISODES))) {
                figures.add(figures(month, counts, settings, release));
            }
        });
        return new Trend(figures);
    }

    private static MonthFigures figures(String month, SurvivalCounts exact, StudySettings settings, Release release) {
        boolean divided = release.shows(StudyCells.month(month, StudyCells.RECOVERED));
        Rounding rounding = release.rounding();
        KaplanMeier curve = release.curve(exact, 0, release.pace(Population.ALL, 0), settings);
        Quantile median = curve.quantile(0.5);
        long lost = exact.upTo(MonthFigures.FOLLOWED_DAYS - 1).totalCensored();
        return new MonthFigures(
                month,
                exact.total(),
                divided ? (Long) exact.totalEvents() : null,
                median.estimate(),
                median.lower(),
                median.upper(),
                rounding.recovered(curve.survivalAt(MonthFigures.FOLLOWED_DAYS), exact.total()),
                // where a tenth are fewer than k, more would tell a small count
                lost <= Math.max(MonthFigures.LARGEST_SHARE_LOST * exact.total(), protectedBelow(release)));
    }

    private static int protectedBelow(Release release) {
        return release.protects() ? release.minCellCount() : 0;
    }
}
