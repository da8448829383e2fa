package org.recoveryreport.publish.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.recoveryreport.domain.study.CombinationFigures;
import org.recoveryreport.domain.study.FollowUpFigures;
import org.recoveryreport.domain.study.Population;
import org.recoveryreport.domain.study.RecoveredBy;
import org.recoveryreport.domain.study.StudyResult;
import org.recoveryreport.publish.PageNumber;

/**
 * How many cases of each class there are, and how long they last. Shows only what is published of all combinations together.
 *
 * @param level of the intervals
 * @param rows in the order of the classes, all episodes first
 */
record CaseClasses(String level, List<Row> rows) {
    record Row(
            String name,
            String episodes,
            String share,
            String recovered,
            MedianText median,
            Recovered by28,
            Recovered by84,
            String followed) {}

    /** A proportion, and its interval where there is one. */
    record Recovered(String proportion, String interval) {}

    static CaseClasses of(StudyResult result) {
        return new CaseClasses(
                PageNumber.level(result.settings().confidence()),
                Arrays.stream(Population.values())
                        .map(population -> row(result, population))
                        .filter(Objects::nonNull)
                        .toList());
    }

    boolean hasRows() {
        return !rows.isEmpty();
    }

    private static @Nullable Row row(StudyResult result, Population population) {
        CombinationFigures figures = figures(result, population);
        CombinationFigures all = figures(result, Population.ALL);
        if (figures == null) {
            return null;
        }
        return new Row(
                population.name().toLowerCase(Locale.ROOT),
                PageNumber.count(figures.episodes()),
                all == null || all.episodes() == 0
                        ? "\u2013"
                        : PageNumber.percent((double) figures.episodes() / all.episodes()),
                PageNumber.count(figures.recovered()),
                MedianText.of(figures),
                recoveredBy(result, figures, 28),
                recoveredBy(result, figures, 84),
                followed(result, population));
    }

    private static Recovered recoveredBy(StudyResult result, CombinationFigures all, int day) {
        return result.supplement().recoveredBy().stream()
                .filter(row -> row.population() == all.population()
                        && row.combination().equals(all.combination())
                        && row.day() == day)
                .findFirst()
                .map(row ->
                        new Recovered(ShareText.of(row.proportion(), all.episodes(), result.settings()), interval(row)))
                .orElse(new Recovered("\u2013", ""));
    }

    private static String interval(RecoveredBy row) {
        return row.lower() == null || row.upper() == null
                ? ""
                : PageNumber.percent(row.lower()) + " to " + PageNumber.percent(row.upper());
    }

    private static String followed(StudyResult result, Population population) {
        return result.supplement().followUp().stream()
                .filter(row -> row.population() == population)
                .findFirst()
                .map(FollowUpFigures::medianDays)
                .map(PageNumber::days)
                .orElse("\u2013");
    }

    private static @Nullable CombinationFigures figures(StudyResult result, Population population) {
        return result.overall().stream()
                .filter(row -> row.population() == population)
                .findFirst()
                .orElse(null);
    }
}
